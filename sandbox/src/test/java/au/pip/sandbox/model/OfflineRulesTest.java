package au.pip.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.Part;
import au.pip.llm.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OfflineRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final List<String> TOOLS = List.of(
            "gst_position",
            "receivables",
            "payables",
            "profit_and_loss",
            "balance_sheet",
            "bank_balances",
            "bank_transactions",
            "invoices",
            "contacts",
            "organisation",
            "calculate");

    private static Turn turn(String question, Turn.Result... results) {
        return asked(question, List.of(), results);
    }

    private static Turn asked(String question, List<String> earlier, Turn.Result... results) {
        return new Turn(DAY, question, earlier, List.of(), List.of(results), TOOLS, Map.of(), "", question);
    }

    private static List<Reply.Call> calls(String question) {
        return OfflineRules.reply(turn(question)) instanceof Reply.Look(List<Reply.Call> calls) ? calls : List.of();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which purchases are overdue?",
                "Show me my purchase orders",
                "Any quotes waiting?",
                "Who is my biggest customer?",
                "How many suppliers do I have?",
                "How much did I sell to my best customer since July?"
            })
    void saysThatAQuestionIsBeyondItRatherThanAnswerAnother(String question) {
        assertThat(OfflineRules.reply(turn(question))).isEqualTo(new Reply.Say(OfflineWords.CANNOT));
    }

    @Test
    void tellsTheGstOnPurchases() {
        assertThat(calls("How much GST is on my purchases this quarter?"))
                .extracting(Reply.Call::tool)
                .containsExactly("gst_position");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Am I better off than last October?",
                "Did I do better than last October?",
                "Was my profit better than in October?",
                "Is my profit higher than in May?",
                "Are we doing better than two months ago?",
                "Am I better off than the month before last?",
                "Am I better off than last week?",
                "Am I better off than the previous quarter?",
                "Am I better off than in the last 3 months?",
                "Am I better off than in 2024?",
                "Am I better off than last month or last year?",
                "Is this month's profit better than last year?",
                "Is my GST higher than last quarter?",
                "Did I spend more than last month?",
                "Are my expenses higher than last month?"
            })
    void saysWhatItCanCompareWhenAskedForAnythingElse(String question) {
        assertThat(OfflineRules.reply(turn(question))).isEqualTo(new Reply.Say(OfflineWords.CAN_COMPARE));
    }

    @ParameterizedTest
    @CsvSource({
        "Am I better off than last quarter?, quarter",
        "Am I better off?, quarter",
        "Am I better off than last month?, month",
        "Are we doing better this month than last month?, month",
        "Is my profit higher than last year?, financial_year",
        "Am I worse off than last financial year?, financial_year"
    })
    void comparesWithTheSameDaysOfTheLastPeriod(String question, String unit) {
        assertThat(calls(question))
                .containsExactly(
                        new Reply.Call("profit_and_loss", Map.of("period", "this_" + unit)),
                        new Reply.Call("profit_and_loss", Map.of("period", "last_" + unit + "_same_days")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Who owes me more than $500?", "Who owes me money?", "Which customers owe us?"})
    void takesAnAmountForNoComparisonOfPeriods(String question) {
        assertThat(calls(question)).containsExactly(new Reply.Call("receivables", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "May I ask what my profit was?",
                "What may my profit be?",
                "If I may, what's my profit?",
                "and may I see the profit?"
            })
    void doesNotTakeMayIForTheMonth(String question) {
        assertThat(calls(question)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What was my profit in May?",
                "Profit for May 2026",
                "What about my May 2026 profit?",
                "May's profit?",
                "Profit, May?"
            })
    void knowsTheMonthMay(String question) {
        assertThat(calls(question)).containsExactly(new Reply.Call("profit_and_loss", Map.of("period", "2026-05")));
    }

    @Test
    void saysThatGstOfThisQuarterIsSoFar() {
        assertThat(gst("this_quarter"))
                .startsWith(
                        "You owe {F3} AUD of GST for this BAS quarter so far, 1 Oct – 23 Nov 2026, on the cash basis:");
        assertThat(gst("2026-10")).doesNotContain("so far");
    }

    private static String gst(String period) {
        String table = """
                What: GST
                Organisation: Hume Joinery
                id | measure | subject | period | value
                F3 | GST to pay (cash) | the business | 1 Oct – 23 Nov 2026 | $60.00
                F1 | GST on sales (cash) | the business | 1 Oct – 23 Nov 2026 | $100.00
                F2 | GST on purchases (cash) | the business | 1 Oct – 23 Nov 2026 | $40.00
                """;
        Part.ToolCall call =
                new Part.ToolCall("c1", "gst_position", Json.object().put("period", period), null);
        return OfflineRules.reply(turn("GST?", new Turn.Result(call, table, false))) instanceof Reply.Say(String text)
                ? text
                : "";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "How much does Zorro Pty Ltd owe me?",
                "Who owes me more than 3000?",
                "Which bills are due this week?",
                "GST on sales in euros?",
                "How much did I spend on stationery last month?"
            })
    void saysSoWhenItCannotNarrowAnAnswerDown(String question) {
        assertThat(Narrowing.isAsked(question)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Who owes me money?",
                "How much do I owe suppliers?",
                "How much GST do I owe this quarter?",
                "What was my profit last month?",
                "What was our net profit in October 2026?",
                "What's my bank balance?",
                "and the month before?"
            })
    void takesTheCommonQuestionsWhole(String question) {
        assertThat(Narrowing.isAsked(question)).isFalse();
    }

    @Test
    void putsThatItCannotNarrowDownBeforeTheAnswer() {
        Part.ToolCall call = new Part.ToolCall("c1", "receivables", Json.MAPPER.createObjectNode(), null);
        String table = """
                What: Open sales invoices as of 23 Nov 2026
                Organisation: Harbour Joinery
                F1 | owed to you | all customers | 23 Nov 2026 | $50.00
                F2 | customers | all customers | 23 Nov 2026 | 1
                """;
        Reply reply = OfflineRules.reply(turn("How much does Zorro owe me?", new Turn.Result(call, table, false)));
        assertThat(((Reply.Say) reply).text())
                .startsWith(OfflineWords.NOT_NARROWED)
                .contains("{F1}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Delete invoice INV-1161", "please pay the bill from Acme", "Can you send an invoice to Zorro?"})
    void saysThatItOnlyReads(String question) {
        assertThat(OfflineRules.reply(turn(question))).isEqualTo(new Reply.Say(OfflineWords.ONLY_READS));
    }

    @Test
    void asksForThePeriodOfAFollowUpThatNamesNoneItKnows() {
        Turn turn = asked("And the quarter before?", List.of("How much GST did I owe last quarter?"));
        assertThat(OfflineRules.reply(turn)).isEqualTo(new Reply.Say(OfflineWords.WHICH_PERIOD));
    }

    @Test
    void saysThatWhatIsOwedIsAsOfToday() {
        Turn turn = asked("and last month?", List.of("Who owes me money?"));
        assertThat(OfflineRules.reply(turn)).isEqualTo(new Reply.Say(OfflineWords.AS_OF_TODAY));
    }

    @Test
    void looksForTheInvoicesOfTheCustomerThatIsNamed() {
        assertThat(calls("show invoices for Acme 5000"))
                .containsExactly(new Reply.Call("invoices", Map.of("kind", "sales", "contact", "Acme 5000")));
    }
}
