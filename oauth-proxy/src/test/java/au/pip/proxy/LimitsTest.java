package au.pip.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Flooding, and growth of what is held. */
class LimitsTest {
    private World world = new World();

    @AfterEach
    void close() {
        world.close();
    }

    private void with(Limits limits, String... settings) {
        world.close();
        world = new World(limits, settings);
        world.secrets.add("nothing-is-secret-yet");
    }

    private static Limits limits(int pages, int calls, int networks, int spent, int waiting) {
        return new Limits(pages, calls, networks, spent, waiting, 4, Duration.ofMillis(500), Limits.STANDARD.sweep());
    }

    private HttpResponse<String> from(String forwarded) {
        return world.browser()
                .send(HttpRequest.newBuilder(world.instance().link()).header("X-Forwarded-For", forwarded));
    }

    @Test
    void tellsAnAddressThatFloodsToWait() {
        with(limits(3, 2, 10, 10, 10));
        for (int i = 0; i < 3; i++) {
            assertThat(world.browser().get(world.instance().link()).statusCode())
                    .isEqualTo(200);
        }

        HttpResponse<String> page = world.browser().get(world.instance().link());

        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.headers().firstValueAsLong("Retry-After").orElseThrow()).isBetween(1L, 2L);
        assertThat(page.body()).contains("too many requests");
        assertThat(world.logged()).contains("failed, from 127.0.0.1: temporarily_unavailable, There were too many");

        world.call("/oauth/refresh", Map.of("refresh_token", RandomWord.next()));
        world.call("/oauth/revoke", Map.of("token", RandomWord.next()));
        HttpResponse<String> call = world.call("/oauth/exchange", Map.of());
        assertThat(call.statusCode()).isEqualTo(429);
        assertThat(call.body()).isEqualTo("{\"error\":\"temporarily_unavailable\"}");
        assertThat(world.browser().get(world.at("/health")).statusCode()).isEqualTo(200);

        world.clock.advance(Duration.ofSeconds(2));
        assertThat(world.browser().get(world.instance().link()).statusCode()).isEqualTo(200);
    }

    @Test
    void takesNobodysWordForTheirAddress() {
        with(limits(2, 2, 100, 10, 10));

        assertThat(from("203.0.113.1").statusCode()).isEqualTo(200);
        assertThat(from("203.0.113.2").statusCode()).isEqualTo(200);
        assertThat(from("203.0.113.3").statusCode()).isEqualTo(429);
    }

    @Test
    void countsByTheAddressThatATrustedProxyNames() {
        with(limits(2, 2, 100, 10, 10), "PROXY_TRUSTED", "127.0.0.0/8, 10.1.0.0/16");

        assertThat(from("203.0.113.1").statusCode()).isEqualTo(200);
        assertThat(from("198.51.100.9, 203.0.113.1, 10.1.2.3").statusCode()).isEqualTo(200);
        assertThat(from("198.51.100.8, 203.0.113.1").statusCode()).isEqualTo(429);
        assertThat(from("203.0.113.2").statusCode()).isEqualTo(200);
        assertThat(from("2001:db8:1:2::1").statusCode()).isEqualTo(200);
        assertThat(from("2001:db8:1:2:ffff::2").statusCode()).isEqualTo(200);
        assertThat(from("2001:db8:1:2:eeee::3").statusCode()).isEqualTo(429);
        assertThat(from("2001:db8:1:3::3").statusCode()).isEqualTo(200);
    }

    /** Somebody with 65,536 networks of their own. */
    @Test
    void countsTheNetworksOfOneSiteTogether() {
        with(limits(2, 2, 100, 10, 10), "PROXY_TRUSTED", "127.0.0.1");

        long began = System.nanoTime();
        long passed = 0;
        for (int i = 0; i < 60; i++) {
            passed += from("2001:db8:1:" + i + "::1").statusCode() == 200 ? 1 : 0;
        }
        long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds() + 1;

        assertThat(passed).isBetween(8L, 8 + 2 * seconds).isLessThan(60);
        assertThat(from("2001:db8:2:1::1").statusCode()).isEqualTo(200);
    }

    @Test
    void holdsNothingForThoseWhoOnlyBegin() {
        with(limits(1000, 10, 20, 1000, 10), "PROXY_TRUSTED", "127.0.0.1");

        for (int i = 0; i < 200; i++) {
            assertThat(from("203.0.113." + i).statusCode()).isEqualTo(200);
        }

        assertThat(world.proxy.spent.size()).isZero();
        assertThat(world.proxy.handover.size()).isZero();
        assertThat(world.proxy.pages.networks()).isEqualTo(20);
    }

    @Test
    void takesNothingMoreWhenItHoldsAllItMayAndGoesOnLater() {
        with(limits(1000, 10, 20, 2, 10));
        Browser browser = world.browser();
        Instance instance = world.instance();
        world.code(browser, instance);
        String ticket = Browser.ticket(browser.get(world.instance().link()));

        HttpResponse<String> refused = browser.post(world.at("/oauth/authorize"), Map.of("ticket", ticket));

        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(world.proxy.spent.size()).isEqualTo(2);
        world.clock.advance(UnderWay.LONGEST);
        assertThat(instance.fetch(world.code(browser, instance)).access()).isNotEmpty();
    }

    @Test
    void asksXeroForNoTokensThatItCannotHold() {
        with(limits(1000, 10, 20, 1000, 1));
        world.code(world.browser(), world.instance());

        HttpResponse<String> back = world.signIn(world.browser(), world.instance());

        assertThat(Browser.location(back).toString()).contains("error=temporarily_unavailable");
        assertThat(world.identity.asked).hasSize(1);
    }

    /** Though nobody asks anything any more. */
    @Test
    void forgetsTokensThatNobodyFetches() throws Exception {
        with(new Limits(1000, 1000, 20, 1000, 10, 4, Duration.ofSeconds(25), Duration.ofMillis(20)));
        world.code(world.browser(), world.instance());

        world.clock.advance(Handover.LONGEST.minusMinutes(1));
        Thread.sleep(500);
        assertThat(world.proxy.handover.size()).isEqualTo(1);

        world.clock.advance(Duration.ofMinutes(1));
        await(() -> world.proxy.handover.size() == 0);
    }

    private static void await(BooleanSupplier state) throws InterruptedException {
        for (int i = 0; i < 500 && !state.getAsBoolean(); i++) {
            Thread.sleep(20);
        }
        assertThat(state.getAsBoolean()).isTrue();
    }

    @Test
    void doesNotWaitForXeroForever() {
        with(limits(1000, 1000, 20, 1000, 10));
        world.identity.tokens = "hang";
        long began = System.nanoTime();

        HttpResponse<String> back = world.signIn(world.browser(), world.instance());

        assertThat(Browser.location(back).toString()).contains("error=temporarily_unavailable");
        for (int i = 0; i < 5; i++) {
            assertThat(world.call("/oauth/refresh", Map.of("refresh_token", RandomWord.next()))
                            .statusCode())
                    .isEqualTo(503);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
        world.identity.tokens = null;
        assertThat(world.call("/oauth/refresh", Map.of("refresh_token", RandomWord.next()))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void asksXeroSoManyThingsAtOnceAndRefusesMoreWithoutAsking() throws Exception {
        int most = Limits.STANDARD.xero();
        world.identity.tokens = "hang";
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> hanging = new ArrayList<>();
            for (int i = 0; i < most; i++) {
                hanging.add(threads.submit(this::renewal));
            }
            await(() -> world.identity.asked.size() == most);

            assertThat(renewal().statusCode()).isEqualTo(503);
            assertThat(world.identity.asked).hasSize(most);
            assertThat(hanging).noneMatch(Future::isDone);

            world.identity.goOn();
            for (Future<HttpResponse<String>> each : hanging) {
                assertThat(each.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(400);
            }
        }
        assertThat(renewal().statusCode()).as("each gave its place back").isEqualTo(400);
    }

    /** With a token that nobody knows: 400 is Xero's word for that. */
    private HttpResponse<String> renewal() {
        return world.call("/oauth/refresh", Map.of("refresh_token", RandomWord.next()));
    }

    @ParameterizedTest
    @CsvSource({
        "/oauth/authorize, 9000, 414",
        "/oauth/callback, 9000, 414",
        "/oauth/authorize, 8000, 400",
    })
    void refusesALongAddress(String path, int length, int status) {
        world.secrets.add("nothing-is-secret-yet");

        assertThat(world.browser()
                        .get(world.at(path + "?x=" + "a".repeat(length)))
                        .statusCode())
                .isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/oauth/exchange", "/oauth/refresh", "/oauth/revoke", "/oauth/authorize"})
    void refusesALongFormAndWhatIsNoForm(String path) {
        URI address = world.at(path);
        HttpRequest.Builder form =
                HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded");
        HttpRequest.Builder json = HttpRequest.newBuilder(address).header("Content-Type", "application/json");
        world.secrets.add("nothing-is-secret-yet");

        assertThat(world.browser()
                        .send(form.POST(BodyPublishers.ofString("x=" + "a".repeat(17_000))))
                        .statusCode())
                .isEqualTo(413);
        assertThat(world.browser()
                        .send(json.POST(BodyPublishers.ofString("{}")))
                        .statusCode())
                .isEqualTo(415);
        assertThat(world.browser()
                        .send(form.POST(BodyPublishers.ofString("token=%zz")))
                        .statusCode())
                .isEqualTo(400);
        assertThat(world.call(path, Map.of("x", "1")).statusCode()).isEqualTo(400);
        assertThat(world.browser()
                        .send(HttpRequest.newBuilder(address).PUT(BodyPublishers.noBody()))
                        .statusCode())
                .isEqualTo(405);
    }

    @Test
    void answersOnlyWhatItHas() {
        world.secrets.add("nothing-is-secret-yet");

        assertThat(world.browser().get(world.at("/")).statusCode()).isEqualTo(404);
        assertThat(world.browser().get(world.at("/oauth/authorize/")).statusCode())
                .isEqualTo(404);
        assertThat(world.browser().get(world.at("/health/../oauth")).statusCode())
                .isEqualTo(404);
        HttpResponse<String> wrong = world.browser().get(world.at("/oauth/refresh?refresh_token=abc"));
        assertThat(wrong.statusCode()).isEqualTo(405);
        assertThat(wrong.headers().firstValue("Allow")).contains("POST");
        assertThat(world.browser()
                        .send(HttpRequest.newBuilder(world.at("/health")).HEAD())
                        .statusCode())
                .isEqualTo(405);
    }
}
