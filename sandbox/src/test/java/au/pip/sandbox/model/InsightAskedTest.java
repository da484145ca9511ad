package au.pip.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.Part;
import au.pip.llm.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsightAskedTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final List<String> COMMON =
            List.of("receivables", "payables", "profit_and_loss", "bank_balances", "invoices", "bank_transactions");

    private static Turn turn(String question, Map<String, String> withheld, Turn.Result... results) {
        List<String> tools = new ArrayList<>(COMMON);
        Arrays.stream(InsightAsked.values()).forEach(asked -> tools.add(tool(asked)));
        tools.removeAll(withheld.keySet());
        return new Turn(DAY, question, List.of(), List.of(), List.of(results), tools, withheld, "", question);
    }

    private static String tool(InsightAsked asked) {
        return switch (asked) {
            case AFFORD, SAFE -> "safe_to_spend";
            case AHEAD -> "cash_forecast";
            case CUSTOMERS -> "biggest_customers";
            case COSTS -> "biggest_costs";
            case TWICE -> "odd_bills";
            case LATE -> "late_payers";
            case DUE -> "due_soon";
            case COMPARED, GOING -> "compare_profit";
            case PLAN -> "own_plan";
            case BUDGET -> "budget";
            case HOW_TO -> "how_to";
        };
    }

    private static String asked(String question) {
        return OfflineRules.reply(turn(question, Map.of())) instanceof Reply.Look(List<Reply.Call> calls)
                        && calls.size() == 1
                ? calls.getFirst().tool() + " " + new TreeMap<>(calls.getFirst().arguments())
                : "";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What can I safely spend?| safe_to_spend {}",
                "How much is safe to spend right now?| safe_to_spend {}",
                "What can I safely spend with a buffer of $10,000?| safe_to_spend {buffer=$10,000}",
                "What is safe to spend with no buffer?| safe_to_spend {buffer=none}",
                "How much of my money is spoken for, by bills, GST, PAYG and super?| safe_to_spend {}",
                "What do you expect customers to pay within 30 days?| cash_forecast {days=30}",
                "What was my largest bill last quarter?| invoices {kind=bills, period=last_quarter}",
                "Am I making money?| compare_profit {period=this_financial_year}",
                "How's business?| compare_profit {period=this_financial_year}",
                "How is the business going?| compare_profit {period=this_financial_year}",
                "How are we tracking this quarter?| compare_profit {period=this_quarter}",
                "How does my profit last month compare with the month before?| compare_profit {period=last_month}",
                "Profit against budget last month?| budget {period=last_month}",
                "How far was Rent above budget last quarter?| budget {detail=accounts, period=last_quarter}",
                "Can I afford a $4,500 laptop?| safe_to_spend {amount=$4,500}",
                "Can we afford 20k for a ute?| safe_to_spend {amount=20k}",
                "Can I afford 2 thousand dollars?| safe_to_spend {amount=2 thousand}",
                "How much cash will I have in 30 days?| cash_forecast {days=30}",
                "What's my cash flow forecast?| cash_forecast {}",
                "Who are my biggest customers?| biggest_customers {}",
                "Who was my best customer last month, with GST?| biggest_customers {gst=with, period=last_month}",
                "What are my biggest costs this quarter?| biggest_costs {by=account, period=this_quarter}",
                "Who are my top suppliers?| biggest_costs {by=supplier}",
                "What do I spend the most on?| biggest_costs {by=account}",
                "Are there any duplicate bills?| odd_bills {}",
                "Did I enter a bill twice?| odd_bills {}",
                "Who pays late?| late_payers {}",
                "Which customers are slow to pay?| late_payers {}",
                "What's due this week?| due_soon {within=this_week}",
                "What is due in the next 14 days?| due_soon {within=14}",
                "How does my profit compare with last year?| compare_profit {period=this_financial_year}",
                "Profit this quarter vs last year?| compare_profit {period=this_quarter}",
                "I planned 20,000 of income this month: how am I going?| own_plan {measure=income, period=this_month, planned=20,000}",
                "How do I reconcile?| how_to {question=How do I reconcile?}",
                "Why isn't this invoice paid?| how_to {question=Why isn't this invoice paid?}"
            })
    void picksTheToolThatAnswers(String question, String call) {
        assertThat(asked(question)).isEqualTo(call);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who owes me money?| receivables {}",
                "Which bills are due this week?| invoices {kind=bills, status=open}",
                "What was my profit last month?| profit_and_loss {period=last_month}",
                "What did I spend this month?| bank_transactions {period=this_month}",
                "Which invoices are late?| invoices {kind=sales, status=overdue}"
            })
    void leavesTheCommonQuestionsToTheirTools(String question, String call) {
        assertThat(asked(question)).isEqualTo(call);
    }

    @Test
    void asksForTheAmountThatIsMissing() {
        assertThat(OfflineRules.reply(turn("Can I afford a new van?", Map.of())))
                .isEqualTo(new Reply.Say(InsightAsked.HOW_MUCH));
        assertThat(InsightAsked.HOW_MUCH).as("a hint is no figure").doesNotContainPattern("\\d");
    }

    @Test
    void namesThePermissionThatIsMissing() {
        Reply reply = OfflineRules.reply(turn("Who pays late?", Map.of("late_payers", "accounting.invoices")));

        assertThat(((Reply.Say) reply).text()).contains("accounting.invoices");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "not without touching the buffer"})
    void leadsWithTheVerdict(String verdict) {
        String table = """
                What: What is safe to spend as of 23 Nov 2026
                Organisation: Hume Joinery
                Note: Buffer: a month's usual costs. Verdict: %s.
                id | measure | subject | period | value
                F1 | balance by the books | all bank accounts | 23 Nov 2026 | $50.00
                F2 | safe to spend | the business | 23 Nov 2026 | $40.00
                F3 | safe to spend after it | the business | 23 Nov 2026 | $30.00
                """.formatted(verdict);
        Part.ToolCall call = new Part.ToolCall("c1", "safe_to_spend", Json.object(), null);

        Reply reply = OfflineRules.reply(turn("Can I afford $10?", Map.of(), new Turn.Result(call, table, false)));

        assertThat(((Reply.Say) reply).text())
                .startsWith(Character.toUpperCase(verdict.charAt(0)) + verdict.substring(1)
                        + ": as of 23 Nov 2026 {F2} AUD is safe to spend, and {F3} is left of that afterwards.")
                .contains("- balance by the books: {F1}")
                .doesNotContain("Verdict")
                .endsWith("From the books of Hume Joinery.");
    }

    @Test
    void tellsOnlyTheAccountsOfABudgetThatAreAskedFor() {
        String table = """
                What: Budget of October 2026 against October 2026, accruals basis
                Organisation: Hume Joinery
                id | measure | subject | period | value
                F1 | net profit (accruals) | the business | October 2026 | $50.00
                F2 | Less Operating Expenses (accruals) | Rent | October 2026 | $40.00
                F3 | budgeted Less Operating Expenses | Rent | October 2026 | $30.00
                F4 | Less Operating Expenses (accruals) | Insurance | October 2026 | $9.00
                """;
        Part.ToolCall call = new Part.ToolCall("c1", "budget", Json.object(), null);
        Turn.Result result = new Turn.Result(call, table, false);

        assertThat(((Reply.Say) OfflineRules.reply(turn("Was Rent above budget last month?", Map.of(), result))).text())
                .contains("- Rent, Less Operating Expenses (accruals): {F2}", "{F3}")
                .doesNotContain("{F1}", "{F4}");
        assertThat(((Reply.Say) OfflineRules.reply(turn("Profit against budget last month?", Map.of(), result))).text())
                .contains("- net profit (accruals): {F1}")
                .doesNotContain("{F2}", "{F3}", "{F4}");
        assertThat(OfflineRules.reply(turn("Was I above budget?", Map.of())))
                .isEqualTo(new Reply.Say(OfflineWords.WHICH_PERIOD));
    }

    @Test
    void claimsNoBooksForANote() {
        String table = """
                What: How-to note: Lock dates
                Organisation: Pip's own notes
                Note: A lock date stops changes.
                id | measure | subject | period | value
                F1 | note written | the note lock-dates | 28 Nov 2026 | 28 Nov 2026
                """;
        Part.ToolCall call = new Part.ToolCall("c1", "how_to", Json.object(), null);

        Reply reply =
                OfflineRules.reply(turn("How do I set a lock date?", Map.of(), new Turn.Result(call, table, false)));

        assertThat(((Reply.Say) reply).text())
                .isEqualTo("A lock date stops changes.\n\nHow-to note: Lock dates, written {F1}.");
    }
}
