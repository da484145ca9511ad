package au.pip.assistant.xero;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.Stores;
import au.pip.xero.CallBudget.Turn;
import au.pip.xero.XeroLimit;
import au.pip.xero.XeroLimits;
import au.pip.xero.XeroSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What several nodes over one real store book of an organisation's calls. */
public abstract class SharedCallsContract {
    private static final String ORGANISATION = "11111111-2222-3333-4444-555555555555";
    private static final Instant MIDNIGHT = Instant.parse("2026-11-24T00:00:00Z");

    private Stores stores;
    private volatile Instant now = Instant.parse("2026-11-23T01:00:00Z");

    /** Opens this test's own stores, empty. */
    protected abstract Stores open();

    @BeforeEach
    void openStores() {
        stores = open();
    }

    @AfterEach
    void closeStores() {
        stores.close();
    }

    private SharedCalls node(String name, int daily) {
        return new SharedCalls(
                stores.calls(), name, daily, XeroSettings.defaults().pace(), () -> now);
    }

    private void later(Duration time) {
        now = now.plus(time);
    }

    @Test
    void severalNodesKeepThePaceTogether() {
        List<SharedCalls> nodes = List.of(node("one", 1_000), node("two", 1_000), node("three", 1_000));

        List<CompletableFuture<Integer>> callers = IntStream.range(0, 30)
                .mapToObj(caller -> CompletableFuture.supplyAsync(() -> granted(nodes.get(caller % 3), 10)))
                .toList();

        int granted = callers.stream().mapToInt(CompletableFuture::join).sum();
        assertThat(granted).isBetween(55 - 2 * 4, 55);
        assertThat(nodes.getFirst().left(ORGANISATION).left()).isBetween(1_000 - 55, 1_000 - granted);
    }

    private int granted(SharedCalls node, int tries) {
        int granted = 0;
        for (int number = 0; number < tries; number++) {
            granted += node.take(ORGANISATION) instanceof Turn.Granted ? 1 : 0;
        }
        return granted;
    }

    /** Whatever the moments at which nodes call, no minute has more than 55 of them. */
    @Test
    void noMinuteHasMoreThanThePaceAllows() {
        List<SharedCalls> nodes = List.of(node("one", 1_000), node("two", 1_000));
        List<Instant> calls = new ArrayList<>();
        for (int step = 0; step < 400; step++) {
            later(Duration.ofMillis(step % 7 == 0 ? 1_900 : 310));
            if (nodes.get(step * step % 5 % 2).take(ORGANISATION) instanceof Turn.Granted) {
                calls.add(now);
            }
        }

        assertThat(calls).hasSizeGreaterThan(100);
        for (Instant first : calls) {
            Instant end = first.plusSeconds(60);
            assertThat(calls.stream().filter(call -> !call.isBefore(first) && call.isBefore(end)))
                    .hasSizeLessThanOrEqualTo(55);
        }
    }

    @Test
    void tellsWhenTheNextCallFits() {
        SharedCalls node = node("one", 1_000);
        assertThat(granted(node, 55)).isEqualTo(55);

        Turn.Refused refused = (Turn.Refused) node.take(ORGANISATION);

        assertThat(refused.which()).isEqualTo(XeroLimit.OWN_PACE);
        assertThat(refused.until()).isBetween(now.plusSeconds(60), now.plusSeconds(63));
        later(Duration.between(now, refused.until()));
        assertThat(node.take(ORGANISATION)).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void asksTheDatabaseOnceForFiveCalls() {
        granted(node("one", 1_000), 10);

        assertThat(stores.calls()
                        .find(AccountId.SERVER, ORGANISATION)
                        .orElseThrow()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void givesBackWhatItDidNotUse() {
        SharedCalls node = node("one", 1_000);
        node.take(ORGANISATION);
        assertThat(node.left(ORGANISATION).left()).isEqualTo(999);

        later(Duration.ofSeconds(3));
        node.take(ORGANISATION);

        assertThat(node.left(ORGANISATION).left()).isEqualTo(998);
        assertThat(node("two", 1_000).left(ORGANISATION).left()).isEqualTo(998 - 4);
    }

    @Test
    void refusesFromTheLastOfTheDaysCallsOnUntilTheDayIsOver() {
        SharedCalls one = node("one", 12);
        SharedCalls two = node("two", 12);
        assertThat(granted(one, 6) + granted(two, 6)).isBetween(8, 12);
        later(Duration.ofSeconds(3));
        int rest = granted(one, 12) + granted(two, 12);

        assertThat(rest).isLessThan(5);
        assertThat(one.take(ORGANISATION)).isEqualTo(new Turn.Refused(XeroLimit.OWN_DAY, MIDNIGHT));
        assertThat(node("three", 12).take(ORGANISATION)).isEqualTo(new Turn.Refused(XeroLimit.OWN_DAY, MIDNIGHT));
        assertThat(one.left(ORGANISATION)).isEqualTo(new CallsLeft(0, 12, MIDNIGHT));
        assertThat(one.take("22222222-2222-3333-4444-555555555555")).isInstanceOf(Turn.Granted.class);

        now = MIDNIGHT;
        assertThat(one.left(ORGANISATION)).isEqualTo(new CallsLeft(12, 12, MIDNIGHT.plus(Duration.ofDays(1))));
        assertThat(two.take(ORGANISATION)).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void xerosNumberOutweighsTheCount() {
        SharedCalls one = node("one", 1_000);
        SharedCalls two = node("two", 1_000);
        one.take(ORGANISATION);
        one.seen(ORGANISATION, told(300, null));
        assertThat(one.left(ORGANISATION).left()).isEqualTo(300);

        later(Duration.ofSeconds(3));
        one.take(ORGANISATION);

        assertThat(two.left(ORGANISATION).left()).isEqualTo(295);
        assertThat(one.left(ORGANISATION).left()).isEqualTo(299);
    }

    @Test
    void aHigherTiersNumberDoesNotRaiseWhatTheOperatorAllows() {
        SharedCalls one = node("one", 1_000);
        one.take(ORGANISATION);
        one.seen(ORGANISATION, told(4_999, null));

        assertThat(one.left(ORGANISATION).left()).isEqualTo(999);
    }

    @Test
    void xerosRefusalHoldsForEveryNodeUntilItsTime() {
        SharedCalls one = node("one", 1_000);
        one.take(ORGANISATION);
        Instant back = now.plus(Duration.ofHours(5));
        one.seen(ORGANISATION, told(0, back));
        later(Duration.ofSeconds(3));

        assertThat(one.take(ORGANISATION)).isEqualTo(new Turn.Refused(XeroLimit.DAY, back));
        assertThat(one.left(ORGANISATION)).isEqualTo(new CallsLeft(0, 1_000, back));
        assertThat(node("two", 1_000).take(ORGANISATION)).isEqualTo(new Turn.Refused(XeroLimit.DAY, back));

        now = back;
        assertThat(one.take(ORGANISATION)).isInstanceOf(Turn.Granted.class);
    }

    @Test
    void aRestartedNodeGoesOnCounting() {
        granted(node("one", 1_000), 10);

        assertThat(node("another", 1_000).left(ORGANISATION).left()).isEqualTo(990);
    }

    private XeroLimits told(int remaining, @Nullable Instant dayResetsAt) {
        return new XeroLimits(remaining, null, null, dayResetsAt, now);
    }
}
