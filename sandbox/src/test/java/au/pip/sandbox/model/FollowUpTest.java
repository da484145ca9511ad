package au.pip.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FollowUpTest {
    private static Reply reply(String question, String... earlier) {
        return OfflineRules.reply(new Turn(
                LocalDate.of(2026, 11, 23),
                question,
                List.of(earlier),
                List.of(),
                List.of(),
                List.of("receivables", "payables", "invoices", "biggest_customers", "biggest_costs"),
                Map.of(),
                "",
                question));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who owes me money? | And what about the overdue ones? | sales",
                "How much do I owe suppliers? | which of those are overdue | bills",
                "Which bills are unpaid? | How about overdue ones? | bills",
                "Show me the invoices of Acme | only the overdue ones | sales"
            })
    void looksUpTheOverdueOnesOfWhatWasAskedBefore(String earlier, String question, String kind) {
        assertThat(reply(question, earlier, "What's the weather?"))
                .isEqualTo(Reply.look("invoices", Map.of("kind", kind, "status", "overdue")));
    }

    @Test
    void asksForWordsWhereNothingWasAskedBeforeThatHasSuch() {
        assertThat(reply("And what about the overdue ones?", "What was my profit last month?"))
                .isInstanceOf(Reply.Say.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "and last year? | last_financial_year",
                "What about last month? | last_month",
                "And for FY25? | 2024-07-01..2025-06-30"
            })
    void takesAnotherPeriodForWhatWasAskedOfOne(String question, String period) {
        assertThat(reply(question, "Who are my biggest customers this financial year?", "and last quarter?"))
                .isEqualTo(Reply.look("biggest_customers", Map.of("period", period)));
        assertThat(reply(question, "Who are my biggest customers?", "Who owes me money?"))
                .isEqualTo(new Reply.Say(OfflineWords.AS_OF_TODAY));
    }
}
