package au.pip.assistant.care;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A reading that is of no one moment, and what people did meanwhile. */
class WholeRowsTest {
    private static List<Row> kept(List<Row> read, boolean oneMoment) {
        List<Row> kept = new ArrayList<>();
        WholeRows whole = new WholeRows(read::forEach, oneMoment);
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

    @Test
    void leavesEveryRowOfOneMomentAsItIs() {
        List<Row> orphans = SampleRows.some().stream()
                .filter(row -> row.noun() != Noun.CONVERSATION)
                .toList();
        assertThat(kept(orphans, true)).isEqualTo(orphans);
    }
}
