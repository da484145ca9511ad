package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.completed;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.stored;
import static au.pip.assistant.store.Samples.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import au.pip.assistant.Conversation;
import au.pip.assistant.Run;
import au.pip.assistant.UsageRecord;
import au.pip.assistant.store.UsageStore.Line;
import au.pip.assistant.store.UsageStore.Sum;
import au.pip.llm.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

interface UsageContract extends OpenedStores {
    @Test
    default void sumsByProviderAndModel() {
        Conversation conversation = stored(stores(), ANN);
        completed(
                stores(),
                ANN,
                conversation,
                10,
                run -> List.of(usage(run, "large", "0.10"), usage(run, "small", null)));
        completed(
                stores(),
                ANN,
                conversation,
                20,
                run -> List.of(usage(run, "large", "0.20"), usage(run, "large", null)));

        List<Sum> sums = reopen().usage().between(ANN, at(0), at(100));

        assertThat(sums).hasSize(2);
        Sum large = sum(sums, "large");
        assertThat(large.provider()).isEqualTo("sandbox");
        assertThat(large.replies()).isEqualTo(6);
        assertThat(large.usage()).isEqualTo(times(3));
        assertThat(large.knownCostUsd()).isEqualByComparingTo("0.3");
        assertThat(large.unpricedReplies()).isEqualTo(2);
        Sum small = sum(sums, "small");
        assertThat(small.replies()).isEqualTo(2);
        assertThat(small.usage()).isEqualTo(times(1));
        assertThat(small.knownCostUsd()).isZero();
        assertThat(small.unpricedReplies()).isEqualTo(2);
        assertThat(stores().usage().ofConversation(ANN, conversation.id())).containsExactlyInAnyOrderElementsOf(sums);
    }

    @Test
    default void tellsConversationsAndPricesApart() {
        Conversation first = stored(stores(), ANN);
        Conversation second = stored(stores(), ANN);
        completed(stores(), ANN, first, 10, run -> List.of(usage(run, "m", "0.10"), usage(run, "m", null)));
        completed(stores(), ANN, first, 20, run -> List.of(usage(run, "m", "0.20")));
        completed(stores(), ANN, second, 30, run -> List.of(usage(run, "m", "0.40")));
        completed(stores(), ANN, second, 90, run -> List.of(usage(run, "m", "0.80")));

        assertThat(reopen().usage().lines(ANN, at(0), at(50)))
                .extracting(
                        Line::conversationId,
                        Line::priceVersion,
                        line -> line.sum().replies(),
                        line -> line.sum().usage(),
                        line -> line.sum().knownCostUsd().stripTrailingZeros(),
                        line -> line.sum().unpricedReplies())
                .containsExactlyInAnyOrder(
                        tuple(first.id(), "2026-07-01", 4L, times(2), new BigDecimal("0.3"), 0L),
                        tuple(first.id(), null, 2L, times(1), BigDecimal.ZERO, 2L),
                        tuple(second.id(), "2026-07-01", 2L, times(1), new BigDecimal("0.4"), 0L));
        assertThat(stores().usage().lines(BOB, at(0), at(50))).isEmpty();
        assertThat(stores().usage().lines(ANN, at(50), at(0))).isEmpty();
    }

    @Test
    default void keepsModelsOfTheSameNameButAnotherProviderApart() {
        Conversation conversation = stored(stores(), ANN);
        completed(
                stores(), ANN, conversation, 10, run -> List.of(usage(run, "m", "1"), elsewhere(usage(run, "m", "2"))));

        assertThat(stores().usage().ofConversation(ANN, conversation.id()))
                .extracting(Sum::provider, Sum::model)
                .containsExactlyInAnyOrder(tuple("sandbox", "m"), tuple("elsewhere", "m"));
    }

    @Test
    default void sumsCostsExactly() {
        Conversation conversation = stored(stores(), ANN);
        BigDecimal expected = BigDecimal.ZERO;
        for (int turn = 0; turn < 100; turn++) {
            List<String> costs = List.of("0.1", "0.000000000000000001", "12345678901234567.89", "0." + (turn + 1));
            completed(
                    stores(),
                    ANN,
                    conversation,
                    10 * turn,
                    run -> costs.stream().map(cost -> usage(run, "m", cost)).toList());
            expected = costs.stream().map(BigDecimal::new).reduce(expected, BigDecimal::add);
        }

        assertThat(stores().usage()
                        .ofConversation(ANN, conversation.id())
                        .getFirst()
                        .knownCostUsd())
                .isEqualByComparingTo(expected);
    }

    @Test
    default void sumsMoreTokensThanAnIntegerHolds() {
        Conversation conversation = stored(stores(), ANN);
        Usage huge = new Usage(1L << 40, 1L << 41, 1L << 42, 1L << 43, 1L << 44, 1L << 39);
        completed(stores(), ANN, conversation, 10, run -> List.of(with(usage(run, "m", "1"), huge)));
        completed(stores(), ANN, conversation, 20, run -> List.of(with(usage(run, "m", "1"), huge)));

        assertThat(stores().usage()
                        .ofConversation(ANN, conversation.id())
                        .getFirst()
                        .usage())
                .isEqualTo(huge.plus(huge));
    }

    @Test
    default void countsFromTheFirstInstantAndNotTheLast() {
        Conversation conversation = stored(stores(), ANN);
        Run run = completed(stores(), ANN, conversation, 10, each -> List.of(usage(each, "m", "1")));
        Instant recorded = run.startedAt().plusSeconds(1);

        assertThat(stores().usage().between(ANN, recorded, recorded.plusMillis(1)))
                .hasSize(1);
        assertThat(stores().usage().between(ANN, recorded.minusSeconds(9), recorded))
                .isEmpty();
        assertThat(stores().usage().between(ANN, recorded.plusMillis(1), recorded.plusSeconds(9)))
                .isEmpty();
        assertThat(stores().usage().between(ANN, Instant.MIN, Instant.MAX)).hasSize(1);
        assertThat(stores().usage().between(ANN, recorded.plusSeconds(1), recorded.minusSeconds(1)))
                .isEmpty();
    }

    @Test
    default void aConversationCountsItsOwnUsageOnly() {
        Conversation first = stored(stores(), ANN);
        Conversation second = stored(stores(), ANN);
        completed(stores(), ANN, first, 10, run -> List.of(usage(run, "m", "1")));
        completed(stores(), ANN, second, 20, run -> List.of(usage(run, "m", "2")));

        assertThat(stores().usage().ofConversation(ANN, first.id()).getFirst().knownCostUsd())
                .isEqualByComparingTo("1");
        assertThat(stores().usage().ofConversation(ANN, id())).isEmpty();
    }

    private static Sum sum(List<Sum> sums, String model) {
        return sums.stream()
                .filter(each -> each.model().equals(model))
                .findFirst()
                .orElseThrow();
    }

    private static Usage times(int count) {
        return new Usage(100L * count, 20L * count, 3L * count, 4L * count, 50L * count, 6L * count);
    }

    private static UsageRecord elsewhere(UsageRecord record) {
        return new UsageRecord(
                record.runId(),
                record.conversationId(),
                "elsewhere",
                record.model(),
                record.replies(),
                record.usage(),
                record.costUsd(),
                record.priceVersion(),
                record.at());
    }

    private static UsageRecord with(UsageRecord record, Usage usage) {
        return new UsageRecord(
                record.runId(),
                record.conversationId(),
                record.provider(),
                record.model(),
                record.replies(),
                usage,
                record.costUsd(),
                record.priceVersion(),
                record.at());
    }
}
