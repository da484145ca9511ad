package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A message of an endless conversation costs what one of a new conversation does. */
class FlatCostTest {
    private static final double MOST = 1.1;
    /** The processor's time is counted in steps of 10 ms, in nanoseconds. */
    private static final long PROCESSOR_STEP = 10_000_000;

    @TempDir
    Path folder;

    @BeforeEach
    void needCounters() {
        assumeTrue(LongHistory.canCount(), "what a process writes is counted from /proc/self/io, which is not here");
    }

    @Test
    @Tag("slow")
    void writesAsMuchForTheFiveThousandthMessageAsForTheTenthAndReadsAndSendsNoMoreThanEarly() {
        Costs costs = measured(true);
        assertThat(ratio(costs.old(), costs.young(), MessageCost::written))
                .as("written")
                .isLessThan(MOST);
        // The 10th message has no recap before it yet; from about the 50th on it is full.
        assertThat(ratio(costs.old(), costs.settled(), MessageCost::written))
                .as("written")
                .isLessThan(MOST);
        assertThat(ratio(costs.old(), costs.settled(), MessageCost::read))
                .as("read")
                .isLessThan(MOST);
        assertThat(ratio(costs.old(), costs.settled(), MessageCost::sent))
                .as("sent")
                .isLessThan(MOST);
    }

    /** {@code ./pip bench history} */
    @Test
    @Tag("long")
    void tellsTheProcessorTimeToo() throws IOException {
        Costs uncounted = measured(false);
        String table = measured(true).table() + "\nprocessor time, with nothing counted:\n\n" + uncounted.table();
        System.out.println(table);
        Files.writeString(Path.of("target", "history.md"), table);
        assertThat(MessageCost.median(uncounted.old()).processor())
                .as("processor time in nanoseconds")
                .isLessThan(3 * MessageCost.median(uncounted.settled()).processor() + PROCESSOR_STEP);
    }

    private Costs measured(boolean counting) {
        try (LongHistory warm = new LongHistory(folder.resolve("warm.db"), counting)) {
            warm.send(warm.begin(), 300);
        }
        try (LongHistory history = new LongHistory(folder.resolve("pip-" + counting + ".db"), counting)) {
            // The window fills for six messages and is emptied by half: whole turns of that are compared with whole
            // turns.
            List<MessageCost> young = history.around(17, 6, 11);
            String conversation = history.begin();
            history.send(conversation, 60);
            List<MessageCost> settled = history.send(conversation, 102);
            history.send(conversation, 4_787);
            return new Costs(young, settled, history.send(conversation, 102));
        }
    }

    private static double ratio(List<MessageCost> old, List<MessageCost> young, ToLongFunction<MessageCost> part) {
        return (double) part.applyAsLong(MessageCost.median(old)) / part.applyAsLong(MessageCost.median(young));
    }

    /**
     * @param young around the 10th message
     * @param settled around the 110th
     * @param old around the 5,000th
     */
    private record Costs(List<MessageCost> young, List<MessageCost> settled, List<MessageCost> old) {
        String table() {
            StringBuilder table = new StringBuilder("""
                    | 102 messages around | written, bytes | read, characters | sent, characters | processor, ms |
                    | --- | ---: | ---: | ---: | ---: |
                    """);
            row(table, "the 10th, median", MessageCost.median(young));
            row(table, "the 110th, median", MessageCost.median(settled));
            row(table, "the 5,000th, median", MessageCost.median(old));
            row(table, "the 10th, mean", MessageCost.mean(young));
            row(table, "the 110th, mean", MessageCost.mean(settled));
            row(table, "the 5,000th, mean", MessageCost.mean(old));
            return table.toString();
        }

        private static void row(StringBuilder table, String name, MessageCost cost) {
            table.append("| %s | %,d | %,d | %,d | %.2f |\n"
                    .formatted(name, cost.written(), cost.read(), cost.sent(), cost.processor() / 1e6));
        }
    }
}
