package au.pip.assistant.care;

import static au.pip.assistant.care.SampleRows.row;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class VerifyTest {
    private static Verify.Findings verified(List<Row> rows) {
        return Verify.of(rows::forEach, Progress.NONE);
    }

    private static List<Row> without(Predicate<Row> gone) {
        return SampleRows.of(1, 2, 3).stream().filter(gone.negate()).toList();
    }

    private static List<Row> with(Row more) {
        List<Row> rows = new ArrayList<>(SampleRows.of(1, 2, 3));
        rows.add(more);
        rows.sort(Comparator.comparing(Row::noun));
        return rows;
    }

    private static boolean isEntry(Row row, String conversation, long sequence) {
        return row.noun() == Noun.ENTRY
                && row.text("conversation_id").equals(conversation)
                && row.number("sequence") == sequence;
    }

    @Test
    void findsNothingWrongWithRowsThatAgree() {
        Verify.Findings findings = verified(SampleRows.of(20, 10, 5));
        assertThat(findings.problems()).isEmpty();
        assertThat(findings.count()).isZero();
        assertThat(findings.tally().rows()).isEqualTo(SampleRows.of(20, 10, 5).size());
    }

    @Test
    void findsAnEntryThatIsMissingInTheMiddle() {
        assertThat(verified(without(row -> isEntry(row, "conversation-1", 3))).problems())
                .containsExactlyInAnyOrder(
                        "conversation conversation-1 of account account-0: its entries are not numbered 1, 2, 3…",
                        "run conversation-1-run-1 of account account-0 is completed, but has 0 questions and 1 answers");
    }

    @Test
    void findsAnAnswerThatIsMissingAtTheEnd() {
        assertThat(verified(without(row -> isEntry(row, "conversation-1", 6))).problems())
                .containsExactly(
                        "run conversation-1-run-2 of account account-0 is completed, but has 1 questions and 0 answers");
    }

    @Test
    void findsAnEventThatIsMissing() {
        assertThat(verified(without(row -> row.noun() == Noun.RUN_EVENT
                                && row.text("run_id").equals("conversation-0-run-0")
                                && row.number("sequence") == 1))
                        .problems())
                .containsExactly("run conversation-0-run-0 of account account-0: its events are not numbered 1, 2, 3…");
    }

    @Test
    void findsWhatRefersToARunOrAConversationThatIsNotThere() {
        assertThat(verified(without(
                                row -> row.noun() == Noun.RUN && row.text("id").equals("conversation-0-run-0")))
                        .problems())
                .contains(
                        "entry account-0 / conversation-0 / 1: there is no run conversation-0-run-0",
                        "usage_record account-0 / conversation-0-run-0 / 0: there is no run conversation-0-run-0",
                        "run_event account-0 / conversation-0-run-0 / 1: there is no run conversation-0-run-0",
                        "approval account-0 / approval-1: there is no run conversation-0-run-0");
        assertThat(verified(without(row -> row.noun() == Noun.CONVERSATION)).count())
                .isPositive();
    }

    @Test
    void takesNoOtherAccountsRowForOnesOwn() {
        Row strangers = row(Noun.RUN_EVENT, "account-9", "conversation-0-run-0", 1L, "text", "{}");
        assertThat(verified(with(strangers)).problems())
                .containsExactly(
                        "run_event account-9 / conversation-0-run-0 / 1: there is no run conversation-0-run-0");
    }

    @Test
    void findsBudgetsThatDifferFromTheirReservations() {
        assertThat(verified(without(row ->
                                row.noun() == Noun.RESERVATION && row.text("id").equals("reservation-1")))
                        .problems())
                .containsExactly(
                        "budget month 2026-11 of account account-0: 700 reserved, but its open reservations hold 0");
        assertThat(verified(without(row ->
                                row.noun() == Noun.BUDGET && row.text("budget").equals("month 2026-11")))
                        .problems())
                .containsExactly(
                        "budget month 2026-11 of account account-0: there is none, but open reservations hold 700");
    }

    @Test
    void countsAllProblemsAndTellsTheFirst() {
        Verify.Findings findings = verified(SampleRows.of(10, 10, 10).stream()
                .filter(row -> row.noun() != Noun.RUN)
                .toList());
        assertThat(findings.problems()).hasSize(20);
        assertThat(findings.count()).isGreaterThan(1000);
    }

    @Test
    void keepsMillionsOfIdsApart() {
        IdTable table = new IdTable();
        for (int id = 0; id < 200_000; id++) {
            table.put(table.key("a", "id-" + id), id);
        }
        assertThat(IntStream.range(0, 200_000).filter(id -> table.value(table.key("a", "id-" + id)) != id))
                .isEmpty();
        assertThat(table.has(table.key("b", "id-1"))).isFalse();
        assertThat(table.has(table.key("ai", "d-1"))).isFalse();
    }
}
