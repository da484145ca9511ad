package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.pip.xero.FakeXero.Reply;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XeroHttpTest {
    private static final String NO_RATES = "{\"TaxRates\":[]}";
    private static final Instant NOON = Instant.parse("2026-11-23T01:00:00Z");

    private final FakeXero xero = new FakeXero();

    @AfterEach
    void close() {
        xero.close();
    }

    @Test
    void sendsTheTokenTheOrganisationAndAsksForJson() {
        xero.on("TaxRates", NO_RATES);

        call(xero.settings());

        assertThat(xero.seen).singleElement().satisfies(seen -> {
            assertThat(seen.headers().get("Authorization")).containsExactly("Bearer " + FakeXero.TOKEN);
            assertThat(seen.headers().get("Xero-tenant-id")).containsExactly(FakeXero.TENANT);
            assertThat(seen.headers().get("Accept")).containsExactly("application/json");
        });
    }

    @Test
    void tellsWhatIsLeftOfTheLimits() {
        xero.on(
                "TaxRates",
                Reply.of(
                        200,
                        "application/json",
                        NO_RATES,
                        "X-DayLimit-Remaining",
                        "912",
                        "X-MinLimit-Remaining",
                        "57",
                        "X-AppMinLimit-Remaining",
                        "9999"));
        try (XeroHttp http = new XeroHttp(xero.settings(), InstantSource.fixed(NOON))) {
            assertThat(http.limits(FakeXero.TENANT)).isEmpty();

            api(http).taxRates();

            assertThat(http.limits(FakeXero.TENANT)).contains(new XeroLimits(912, 57, 9999, null, NOON));
        }
    }

    @Test
    void waitsForAShortRetryAfterAndTellsSo() {
        xero.on("TaxRates", limited("1", "minute"), Reply.json(NO_RATES));
        List<String> waits = new CopyOnWriteArrayList<>();

        call(xero.settings().withWaits((endpoint, limit, wait) -> waits.add(endpoint + " " + limit + " " + wait)));

        assertThat(xero.seen).hasSize(2);
        assertThat(waits).containsExactly("TaxRates MINUTE PT1S");
    }

    @Test
    void reportsALongRetryAfterWithTheTimeItEnds() {
        xero.on("TaxRates", limited("20400", "day"));

        XeroException.RateLimited failure =
                catchThrowableOfType(XeroException.RateLimited.class, () -> call(xero.settings(), NOON));

        assertThat(failure)
                .hasMessage("Xero's limit of calls a day for this organisation is used up; it resets at 5:40 pm AEDT."
                        + " Ask again then.");
        assertThat(failure.which()).isEqualTo(XeroLimit.DAY);
        assertThat(failure.resetAt()).isEqualTo(NOON.plusSeconds(20400));
        assertThat(xero.seen).hasSize(1);
    }

    @Test
    void namesTheDayWhenALimitEndsOnAnother() {
        xero.on("TaxRates", limited("67000", "day"));

        assertThatThrownBy(() -> call(xero.settings(), NOON)).hasMessageContaining("6:36 am AEDT on 24 Nov");
    }

    @Test
    void takesA503ThatNamesALimitForALimit() {
        xero.on("TaxRates", Reply.of(503, "text/plain", "", "Retry-After", "900", "X-Rate-Limit-Problem", "appminute"));

        assertThatThrownBy(() -> call(xero.settings()))
                .isInstanceOfSatisfying(
                        XeroException.RateLimited.class,
                        failure -> assertThat(failure.which()).isEqualTo(XeroLimit.APP_MINUTE));
    }

    @Test
    void doesNotWaitForALimitForEver() {
        XeroSettings settings = xero.settings();
        xero.on("TaxRates", limited("0", "concurrent"));

        assertThatThrownBy(() -> call(settings)).isInstanceOf(XeroException.RateLimited.class);

        assertThat(xero.seen).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void triesAgainAfterAPassingFault(int status) {
        Reply fault = Reply.of(status, "text/html", "<HTML><HEAD></HEAD></HTML>");
        xero.on("TaxRates", fault, fault, Reply.json(NO_RATES));

        assertThat(call(xero.settings()).value()).isEmpty();

        assertThat(xero.seen).hasSize(3);
    }

    @Test
    void givesUpAfterTwoFurtherTries() {
        xero.on("TaxRates", Reply.of(503, "text/plain", "The Organisation is offline"));

        assertThatThrownBy(() -> call(xero.settings()))
                .isInstanceOf(XeroException.Unavailable.class)
                .hasMessageContaining("status 503")
                .hasMessageContaining("https://status.xero.com");

        assertThat(xero.seen).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 412, 500})
    void asksOnlyOnceWhereAnotherTryCannotHelp(int status) {
        xero.on("TaxRates", Reply.of(status, "application/json", "{}"));

        assertThatThrownBy(() -> call(xero.settings())).isInstanceOf(XeroException.class);

        assertThat(xero.seen).hasSize(1);
    }

    @Test
    void triesAgainWhenAReplyIsCutShort() {
        xero.on("TaxRates", Reply.cut(), Reply.json(NO_RATES));

        assertThat(call(xero.settings()).value()).isEmpty();
    }

    @Test
    void neverTakesACutReplyForAWholeOne() {
        xero.on("TaxRates", Reply.cut());

        assertThatThrownBy(() -> call(xero.settings()))
                .isInstanceOf(XeroException.Unreachable.class)
                .hasMessageContaining("the connection broke off");
    }

    @Test
    void givesUpOnAReplyThatNeverComes() {
        xero.on("TaxRates", xero.hanging());

        assertThatThrownBy(() -> call(xero.settings().withTimeout(Duration.ofMillis(200))))
                .isInstanceOf(XeroException.Unreachable.class)
                .hasMessageContaining("no whole answer came within");
    }

    @Test
    void givesUpOnAReplyThatStallsHalfway() {
        xero.on("TaxRates", xero.stalling());

        assertThatThrownBy(() -> call(xero.settings().withTimeout(Duration.ofMillis(200))))
                .isInstanceOf(XeroException.Unreachable.class);
        assertThat(xero.seen).hasSize(1);
    }

    @Test
    void readsNoReplyBeyondItsCap() {
        xero.on("TaxRates", "{\"TaxRates\":[\"" + "x".repeat(3 << 20) + "\"]}");

        assertThatThrownBy(() -> call(xero.settings().withMostBytes(1 << 20)))
                .isInstanceOf(XeroException.Malformed.class)
                .hasMessageContaining("larger than 1 MiB");
    }

    @Test
    void doesNotCarryTheTokenToAnotherHost() {
        try (FakeXero other = new FakeXero()) {
            other.on("TaxRates", NO_RATES);
            xero.on("TaxRates", Reply.of(302, "text/html", "", "Location", other.base() + "/api.xro/2.0/TaxRates"));

            assertThatThrownBy(() -> call(xero.settings()))
                    .isInstanceOf(XeroException.Unavailable.class)
                    .hasMessageContaining("another address");
            assertThat(other.seen).isEmpty();
        }
    }

    @Test
    void tellsThatNobodyAnswers() throws Exception {
        try (Socket heldButDeaf = new Socket()) {
            heldButDeaf.bind(new InetSocketAddress("127.0.0.1", 0));
            URI nobody = URI.create("http://127.0.0.1:" + heldButDeaf.getLocalPort());

            assertThatThrownBy(() -> call(xero.settings().withBase(nobody)))
                    .isInstanceOf(XeroException.Unreachable.class)
                    .hasMessage("Xero could not be reached at 127.0.0.1 for TaxRates: nobody answers there. Check the"
                            + " internet connection and try again.");
        }
    }

    @Test
    void keepsATokenThatIsNoneOutOfMessages() {
        try (XeroHttp http = new XeroHttp(xero.settings())) {
            XeroApi api = new XeroApi(http, () -> "broken\ntoken", FakeXero.TENANT);

            assertThatThrownBy(api::taxRates)
                    .isInstanceOf(XeroException.Unauthorized.class)
                    .hasMessageNotContaining("broken");
        }
        assertThat(xero.seen).isEmpty();
    }

    @Test
    void stopsACallAtOnceWhenInterrupted() throws Exception {
        xero.on("TaxRates", xero.hanging());

        assertStopsWhenInterrupted(xero.settings(), () -> !xero.seen.isEmpty());
    }

    @Test
    void stopsAWaitAtOnceWhenInterrupted() throws Exception {
        xero.on("TaxRates", limited("14", "minute"));
        List<Duration> waits = new CopyOnWriteArrayList<>();

        assertStopsWhenInterrupted(
                xero.settings().withWaits((endpoint, limit, wait) -> waits.add(wait)), () -> !waits.isEmpty());
    }

    @Test
    void keepsToFiveCallsAtOnceForAnOrganisation() {
        CountDownLatch five = new CountDownLatch(5);
        xero.on("TaxRates", (Reply) exchange -> {
            five.countDown();
            try {
                five.await(1, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Reply.json(NO_RATES).send(exchange);
        });

        try (XeroHttp http = new XeroHttp(xero.settings())) {
            List<CompletableFuture<?>> calls = IntStream.range(0, 30)
                    .<CompletableFuture<?>>mapToObj(
                            i -> CompletableFuture.supplyAsync(() -> api(http).taxRates(), Thread::startVirtualThread))
                    .toList();
            calls.forEach(CompletableFuture::join);
        }

        assertThat(xero.seen).hasSize(30);
        assertThat(xero.mostInFlight.get()).isEqualTo(5);
    }

    @Test
    void spreadsCallsOverTheMinute() {
        xero.on("TaxRates", NO_RATES);
        Duration window = Duration.ofMillis(300);
        XeroSettings settings = xero.settings().withPace(pace(3, window, Duration.ofSeconds(5)));

        long start = System.nanoTime();
        List<Long> ends = new ArrayList<>();
        try (XeroHttp http = new XeroHttp(settings)) {
            for (int i = 0; i < 7; i++) {
                api(http).taxRates();
                ends.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start));
            }
        }

        assertThat(ends.get(3)).isGreaterThanOrEqualTo(300);
        assertThat(ends.get(6)).isGreaterThanOrEqualTo(600);
    }

    @Test
    void refusesACallThatWouldQueueTooLong() {
        xero.on("TaxRates", NO_RATES);
        XeroSettings settings = xero.settings().withPace(pace(2, Duration.ofMinutes(1), Duration.ofMillis(50)));

        try (XeroHttp http = new XeroHttp(settings, InstantSource.fixed(NOON))) {
            api(http).taxRates();
            api(http).taxRates();

            assertThatThrownBy(() -> api(http).taxRates())
                    .isInstanceOfSatisfying(XeroException.RateLimited.class, failure -> {
                        assertThat(failure.which()).isEqualTo(XeroLimit.OWN_PACE);
                        assertThat(failure.resetAt()).isBetween(NOON.plusSeconds(50), NOON.plusSeconds(61));
                        assertThat(failure).hasMessageStartingWith("The pace of calls that Pip keeps");
                    });
        }
        assertThat(xero.seen).hasSize(2);
    }

    @Test
    void countsEachOrganisationByItself() {
        xero.on("TaxRates", NO_RATES);
        XeroSettings settings = xero.settings().withPace(pace(1, Duration.ofMinutes(1), Duration.ofMillis(10)));

        try (XeroHttp http = new XeroHttp(settings)) {
            api(http).taxRates();
            new XeroApi(http, () -> FakeXero.TOKEN, "99999999-2222-3333-4444-555555555555").taxRates();
        }

        assertThat(xero.seen).hasSize(2);
    }

    private void assertStopsWhenInterrupted(XeroSettings settings, java.util.function.BooleanSupplier underWay)
            throws Exception {
        try (XeroHttp http = new XeroHttp(settings)) {
            CompletableFuture<String> end = new CompletableFuture<>();
            Thread caller = Thread.startVirtualThread(() -> {
                try {
                    api(http).taxRates();
                    end.complete("answered");
                } catch (CancellationException e) {
                    end.complete("stopped, flag " + Thread.currentThread().isInterrupted());
                } catch (RuntimeException e) {
                    end.completeExceptionally(e);
                }
            });
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
            while (!underWay.getAsBoolean() && System.nanoTime() < deadline) {
                Thread.sleep(5);
            }
            caller.interrupt();

            assertThat(end.get(2, TimeUnit.SECONDS)).isEqualTo("stopped, flag true");
        }
    }

    private XeroReply<List<TaxRate>> call(XeroSettings settings) {
        return call(settings, Instant.now());
    }

    private XeroReply<List<TaxRate>> call(XeroSettings settings, Instant now) {
        try (XeroHttp http = new XeroHttp(settings, InstantSource.fixed(now))) {
            return api(http).taxRates();
        }
    }

    private static XeroApi api(XeroHttp http) {
        return new XeroApi(http, () -> FakeXero.TOKEN, FakeXero.TENANT);
    }

    private static XeroSettings.Pace pace(int calls, Duration window, Duration longestQueue) {
        return new XeroSettings.Pace(5, calls, window, longestQueue, Duration.ofSeconds(15));
    }

    private static Reply limited(String retryAfter, String problem) {
        return Reply.of(429, "text/plain", "", "Retry-After", retryAfter, "X-Rate-Limit-Problem", problem);
    }
}
