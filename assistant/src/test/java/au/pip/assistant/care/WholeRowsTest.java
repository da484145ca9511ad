package au.pip.assistant.care;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A reading that is of no one moment, and what people did meanwhile. */
class WholeRowsTest {
    private static List<Row> kept(List<Row> read, boolean oneMoment) {
        List<Row> kept = new ArrayList<>();
        WholeRows whole = new WholeRows(read::forEach, oneMoment, Progress.NONE);
        whole.read(kept::add);
        assertThat(whole.leftOut()).isEqualTo(read.size() - kept.size());
        return kept;
    }

    @Test
    void leavesOutATurnThatBeganWhenRunsHadBeenRead() {
        List<Row> read = SampleRows.of(1, 2, 3).stream()
                .filter(row -> row.noun() != Noun.RUN || !row.text("id").equals("conversation-1-run-2"))
                .toList();
        List<Row> kept = kept(read, false);
        assertThat(Verify.of(kept::forEach, Progress.NONE).problems()).isEmpty();
        assertThat(kept).hasSize(read.size() - 2 - 1 - 3);
    }

    @Test
    void leavesOutTheEndOfARunThatWasStillGoingWhenItWasRead() {
        List<Row> read = SampleRows.of(1, 2, 3).stream()
                .map(row -> row.noun() == Noun.RUN && row.text("id").equals("conversation-1-run-2")
                        ? SampleRows.row(
                                Noun.RUN,
                                "account-0",
                                "conversation-1-run-2",
                                "conversation-1",
                                "running",
                                row.number("started_at"),
                                "node-1",
                                0L)
                        : row)
                .toList();
        List<Row> kept = kept(read, false);
        assertThat(Verify.of(kept::forEach, Progress.NONE).problems()).isEmpty();
        assertThat(kept).hasSize(read.size() - 2);
    }

    /** The first of the two had been read when it ended; the second began afterwards. */
    @Test
    void endsAConversationAtARunThatWasStillGoingWhenItWasRead() {
        List<Row> read = changed(
                SampleRows.of(1, 2, 3),
                row -> row.noun() == Noun.RUN
                                && (row.text("id").equals("conversation-1-run-1")
                                        || row.text("id").equals("conversation-1-run-2"))
                        ? row.with("state", "running")
                        : row);
        List<Row> kept = kept(read, false);
        assertThat(Verify.of(kept::forEach, Progress.NONE).problems()).isEmpty();
        assertThat(going(kept)).containsExactlyInAnyOrder("conversation-0-run-2", "conversation-1-run-1");
        assertThat(kept).hasSize(read.size() - 2 - 7);
    }

    @Test
    void keepsNoEntryAfterOneThatWasNotRead() {
        List<Row> read = SampleRows.of(1, 2, 3).stream()
                .filter(row -> row.noun() != Noun.ENTRY || !row.text("id").equals("conversation-1-entry-3"))
                .toList();
        List<Row> kept = kept(read, false);
        assertThat(Verify.of(kept::forEach, Progress.NONE).problems()).isEmpty();
        assertThat(kept).hasSize(SampleRows.of(1, 2, 3).size() - 7 - 7);
    }

    /** What was written between the two readings: the turn's end, a turn, a summary, what was spent. */
    @Test
    void keepsWhatWasThereWhenItBegan() {
        List<Row> after = new ArrayList<>(SampleRows.of(1, 2, 3));
        after.add(SampleRows.row(Noun.RUN_EVENT, "account-0", "conversation-1-run-2", 4L, "finished", "{}"));
        after.sort(Comparator.comparing(Row::noun));
        List<Row> before = SampleRows.of(1, 2, 3).stream()
                .filter(row -> !isOfTurn(row, "conversation-1-run-2") || row.noun() == Noun.RUN)
                .map(row -> row.noun() == Noun.CONVERSATION
                        ? row.with("summary", null).with("summary_entry_id", null)
                        : row)
                .toList();
        List<Row> asked = new ArrayList<>(before);
        asked.add(after.stream()
                .filter(row -> row.noun() == Noun.ENTRY && row.text("id").equals("conversation-1-entry-5"))
                .findFirst()
                .orElseThrow());

        List<Row> without = keptOf(before, after);
        assertThat(Verify.of(without::forEach, Progress.NONE).problems()).isEmpty();
        assertThat(without).noneMatch(row -> isOfTurn(row, "conversation-1-run-2"));

        List<Row> going = keptOf(asked, after);
        assertThat(Verify.of(going::forEach, Progress.NONE).problems()).isEmpty();
        assertThat(going(going)).contains("conversation-1-run-2");
        assertThat(going)
                .noneMatch(
                        row -> row.noun() == Noun.RUN_EVENT && row.text("type").equals("finished"));
        assertThat(going)
                .filteredOn(row -> row.noun() == Noun.CONVERSATION)
                .isNotEmpty()
                .allMatch(row -> row.value("summary") == null && row.value("summary_entry_id") == null);
    }

    @Test
    void keepsWhatWasReservedInStepWithWhatReservationsHold() {
        List<Row> before = SampleRows.of(1, 1, 1);
        List<Row> settled = changed(before, row -> switch (row.noun()) {
            case BUDGET -> row.with("reserved", 0L).with("spent", row.number("spent") + 600);
            case RESERVATION -> row.with("settled", 1L);
            default -> row;
        });
        List<Row> kept = keptOf(before, settled);
        assertThat(Verify.of(kept::forEach, Progress.NONE).problems()).isEmpty();
        assertThat(kept)
                .contains(SampleRows.row(Noun.BUDGET, "account-0", "month 2026-11", 123_456_789_612L, 700L))
                .contains(SampleRows.row(Noun.BUDGET, "account-0", "month 2026-10", 605L, 0L));
        assertThat(kept)
                .filteredOn(row -> row.noun() == Noun.RESERVATION)
                .containsExactlyElementsOf(before.stream()
                        .filter(row -> row.noun() == Noun.RESERVATION)
                        .toList());

        List<Row> none =
                before.stream().filter(row -> row.noun() != Noun.RESERVATION).toList();
        List<Row> reserved = keptOf(none, before);
        assertThat(Verify.of(reserved::forEach, Progress.NONE).problems()).isEmpty();
        assertThat(reserved)
                .noneMatch(row -> row.noun() == Noun.RESERVATION)
                .contains(SampleRows.row(Noun.BUDGET, "account-0", "month 2026-11", 123_456_789_012L, 0L));
    }

    @Test
    void addsABudgetThatReservationsHoldAndThatWasNotRead() {
        List<Row> read = SampleRows.of(1, 1, 1).stream()
                .filter(row -> row.noun() != Noun.BUDGET)
                .toList();
        List<Row> kept = new ArrayList<>();
        new WholeRows(read::forEach, false, Progress.NONE).read(kept::add);
        assertThat(Verify.of(kept::forEach, Progress.NONE).problems()).isEmpty();
        assertThat(kept)
                .isSortedAccordingTo(Comparator.comparing(Row::noun))
                .contains(SampleRows.row(Noun.BUDGET, "account-0", "month 2026-11", 0L, 700L));
    }

    private static boolean isOfTurn(Row row, String run) {
        return switch (row.noun()) {
            case RUN -> row.text("id").equals(run);
            case ENTRY, USAGE_RECORD, RUN_EVENT -> row.text("run_id").equals(run);
            default -> false;
        };
    }

    private static List<String> going(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.noun() == Noun.RUN && row.text("state").equals("running"))
                .map(row -> row.text("id"))
                .toList();
    }

    private static List<Row> changed(List<Row> rows, UnaryOperator<Row> change) {
        return rows.stream().map(change).toList();
    }

    /** Of a source that gives these rows when it is read first, and those when it is read again. */
    private static List<Row> keptOf(List<Row> first, List<Row> second) {
        Iterator<List<Row>> readings = List.of(first, second).iterator();
        List<Row> kept = new ArrayList<>();
        new WholeRows(reader -> readings.next().forEach(reader), false, Progress.NONE).read(kept::add);
        return kept;
    }

    @Test
    void leavesEveryRowOfOneMomentAsItIs() {
        List<Row> orphans = SampleRows.some().stream()
                .filter(row -> row.noun() != Noun.CONVERSATION)
                .toList();
        assertThat(kept(orphans, true)).isEqualTo(orphans);
    }
}
