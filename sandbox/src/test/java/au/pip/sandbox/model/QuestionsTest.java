package au.pip.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.Role;
import au.pip.llm.ToolSpec;
import au.pip.llm.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions as people ask them, in messages as the model gets them, with tables as the tools give them. */
class QuestionsTest {
    private static final String TODAY = "Today is Monday 23 November 2026 (2026-11-23).\n";
    private static final List<ToolSpec> TOOLS = List.of(
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
                    "calculate")
            .stream()
            .map(name -> ToolSpec.of(name, name, "{\"type\":\"object\"}"))
            .toList();
    private static final String OPEN_BILLS = """
            What: Open bills, all suppliers, as of 23 Nov 2026
            Organisation: Hume Joinery
            F1 | open bills | all suppliers | 23 Nov 2026 | 3
            F2 | total with GST of open bills | all suppliers | 23 Nov 2026 | $900.00
            F3 | total with GST, authorised | B-3 Timber Co | 1 Nov 2026 | $500.00
            F4 | still due | B-3 Timber Co | 1 Nov 2026 | $500.00
            F5 | due date | B-3 Timber Co | 1 Nov 2026 | 1 Dec 2026
            F6 | total with GST, authorised | B-1 Power | 1 Oct 2026 | $300.00
            F7 | still due | B-1 Power | 1 Oct 2026 | $300.00
            F8 | due date | B-1 Power | 1 Oct 2026 | 15 Nov 2026
            F9 | total with GST, authorised | B-2 Phones | 5 Nov 2026 | $100.00
            F10 | still due | B-2 Phones | 5 Nov 2026 | $100.00
            F11 | due date | B-2 Phones | 5 Nov 2026 | 27 Nov 2026
            """;
    private static final String PROFIT = """
            What: Profit and loss for October 2026, accruals basis
            Organisation: Hume Joinery
            F21 | net profit (accruals) | the business | October 2026 | $10.00
            F22 | income (accruals) | the business | October 2026 | $30.00
            F23 | expenses (accruals) | the business | October 2026 | $20.00
            """;
    private static final String BANK = """
            What: Bank balances by the books at the end of 23 Nov 2026
            Organisation: Hume Joinery
            F31 | balance by the books | Cheque | 23 Nov 2026 | $7.00
            """;
    private static final String OWED = """
            What: Open sales invoices as of 23 Nov 2026
            Organisation: Hume Joinery
            F41 | owed to you | all customers | 23 Nov 2026 | $50.00
            F42 | customers | all customers | 23 Nov 2026 | 1
            """;
    private static final String OWING = """
            What: Open bills as of 23 Nov 2026
            Organisation: Hume Joinery
            F51 | owed by you | all suppliers | 23 Nov 2026 | $60.00
            F52 | suppliers | all suppliers | 23 Nov 2026 | 2
            """;
    private static final String GST = """
            What: GST
            Organisation: Hume Joinery
            F63 | GST to pay (cash) | the business | 1 Oct – 23 Nov 2026 | $60.00
            F61 | GST on sales (cash) | the business | 1 Oct – 23 Nov 2026 | $100.00
            F62 | GST on purchases (cash) | the business | 1 Oct – 23 Nov 2026 | $40.00
            """;
    private static final Map<String, String> TABLES = Map.of(
            "invoices",
            OPEN_BILLS,
            "profit_and_loss",
            PROFIT,
            "bank_balances",
            BANK,
            "receivables",
            OWED,
            "payables",
            OWING,
            "gst_position",
            GST,
            "contacts",
            "What: Contacts\nOrganisation: Hume Joinery\nF71 | contacts found | all that fit | 23 Nov 2026 | 0\n",
            "organisation",
            "What: The organisation\nOrganisation: Hume Joinery\n");

    /** What it looks up for a question, and what it says in the end. */
    record Talk(List<Part.ToolCall> calls, String answer) {
        String arguments() {
            return calls.getFirst().arguments().toString();
        }
    }

    static Talk ask(String question) {
        return ask(TODAY, TOOLS, question);
    }

    private static Talk ask(String system, List<ToolSpec> tools, String question) {
        List<Message> messages = new ArrayList<>(List.of(Message.system(system), Message.user(question)));
        Reply reply = OfflineRules.reply(Turn.read(messages, tools));
        List<Part.ToolCall> calls = new ArrayList<>();
        if (reply instanceof Reply.Look(List<Reply.Call> wanted)) {
            for (Reply.Call call : wanted) {
                calls.add(new Part.ToolCall(
                        "c" + calls.size(), call.tool(), Json.MAPPER.valueToTree(call.arguments()), null));
            }
            messages.add(new Message(Role.ASSISTANT, List.copyOf(calls)));
            messages.add(Message.toolResults(calls.stream()
                    .map(call -> new Part.ToolResult(
                            call.callId(),
                            call.toolName(),
                            TABLES.getOrDefault(call.toolName(), "What: Nothing here\nNothing found.\n"),
                            false))
                    .toList()));
            reply = OfflineRules.reply(Turn.read(messages, tools));
        }
        return new Talk(calls, ((Reply.Say) reply).text());
    }

    @Test
    void saysThatGstIsOfTheBasisOnWhichItIsReported() {
        assertThat(ask("What is my GST this quarter on accruals?").answer())
                .contains("on the cash basis", "That is the basis on which your organisation reports GST");
        assertThat(ask("What is my GST this quarter?").answer()).doesNotContain("the other one");
    }

    @Test
    void countsWhatItIsAskedToCount() {
        assertThat(ask("How many bills are unpaid?").answer())
                .startsWith("{F1} open bills.\n\nOpen bills, all suppliers");
        assertThat(ask("Which bills are unpaid?").answer()).startsWith("Open bills, all suppliers");
    }

    @Test
    void namesADayOnlyWhereAFigureIsOfIt() {
        String rows = """
                What: Documents, all numbered INV-7, as of 23 Nov 2026
                Organisation: Hume Joinery
                F1 | still due | INV-7 Acme | %s | $9.00
                """;
        Part.ToolCall call = new Part.ToolCall("c1", "invoices", Json.object(), null);

        assertThat(OfflineWords.list(new Turn.Result(call, rows.formatted("1 Oct 2026"), false)))
                .startsWith("Documents, all numbered INV-7\n");
        assertThat(OfflineWords.list(new Turn.Result(call, rows.formatted("23 Nov 2026"), false)))
                .startsWith("Documents, all numbered INV-7, as of 23 Nov 2026\n");
    }

    @Test
    void tellsWhichBillIsDueNextAndWhichShouldHaveBeenPaid() {
        Talk talk = ask("Which bill is due next?");

        assertThat(Json.parseObject(talk.arguments()))
                .isEqualTo(Json.parseObject("{\"kind\":\"bills\",\"status\":\"open\"}"));
        assertThat(talk.answer())
                .startsWith("Due next (Open bills, all suppliers):\n\n- B-2 Phones: {F10} still due, due {F11}\n")
                .contains("Overdue already:\n\n- B-1 Power: {F7} still due, due {F8}")
                .doesNotContain("Timber");
    }

    @ParameterizedTest
    @CsvSource({
        "Which bills are due this week?, Phones, Timber",
        "What bills are due next week?, Timber, Phones",
        "Any bills due next month?, Timber, Power"
    })
    void keepsToTheDaysByWhichTheyAreDue(String question, String due, String not) {
        assertThat(ask(question).answer())
                .startsWith("Due ")
                .contains(due)
                .doesNotContain(not)
                .doesNotContain("narrow");
    }

    @Test
    void tellsWhatComesAfterDaysOnWhichNothingIsDue() {
        assertThat(ask("Which bills are due tomorrow?").answer())
                .startsWith("Nothing is due tomorrow of these: Open bills, all suppliers.\n\n"
                        + "Due after that:\n\n- B-2 Phones: {F10} still due, due {F11}\n\nFrom");
    }

    @ParameterizedTest
    @CsvSource({
        "Which bills are overdue?, bills, overdue",
        "Are any invoices overdue?, sales, overdue",
        "List my unpaid bills, bills, open",
        "Which invoices haven't been paid yet?, sales, open",
        "Show draft bills, bills, draft"
    })
    void asksForDocumentsInTheStateThatIsNamed(String question, String kind, String status) {
        assertThat(Json.parseObject(ask(question).arguments()))
                .isEqualTo(Json.parseObject("{\"kind\":\"%s\",\"status\":\"%s\"}".formatted(kind, status)));
        assertThat(ask(question).answer()).doesNotContain("narrow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Which bills over 1000 are unpaid?",
                "Which bills are due before Christmas?",
                "Which bills are due in December?",
                "Show the paid invoices of last month",
                "Which bills from overseas are overdue?"
            })
    void saysWhenAListHoldsMoreThanWasAskedFor(String question) {
        assertThat(ask(question).answer()).startsWith(OfflineWords.NOT_NARROWED);
    }

    @Test
    void saysThatItTookThisMonthWhenNoPeriodIsNamed() {
        assertThat(ask("Show my invoices").answer()).startsWith(OfflineWords.THIS_MONTH);
        assertThat(ask("Show my invoices from last month").answer()).doesNotContain("You named no period");
    }

    @Test
    void keepsToTheContactAndThePeriodOfDocuments() {
        assertThat(Json.parseObject(
                        ask("Show me invoices for Acme 5000 last month").arguments()))
                .isEqualTo(
                        Json.parseObject("{\"kind\":\"sales\",\"contact\":\"Acme 5000\",\"period\":\"last_month\"}"));
        assertThat(Json.parseObject(ask("Show invoices from September").arguments()))
                .isEqualTo(Json.parseObject("{\"kind\":\"sales\",\"period\":\"2026-09\"}"));
        Talk two = ask("What invoices did I send in September and October?");
        assertThat(two.calls())
                .extracting(call -> Json.text(call.arguments(), "period"))
                .containsExactly("2026-09", "2026-10");
        assertThat(two.answer()).doesNotContain("narrow");
        assertThat(ask("Which bills are due by Friday?").answer())
                .startsWith(OfflineWords.NOT_NARROWED)
                .contains("B-1 Power");
    }

    @Test
    void answersBothHalvesOfAQuestion() {
        Talk talk = ask("Who owes me money, and what's in the bank?");

        assertThat(talk.calls()).extracting(Part.ToolCall::toolName).containsExactly("receivables", "bank_balances");
        assertThat(talk.answer())
                .startsWith("You're owed {F41} AUD")
                .contains("\n\nBank balances by the books")
                .contains("{F31}")
                .containsOnlyOnce("From the books of Hume Joinery.");
    }

    @ParameterizedTest
    @CsvSource({
        "What was my profit last month and how much GST do I owe?, 2",
        "Which bills are overdue and which invoices are unpaid?, 2",
        "Who owes me money? How much do I owe suppliers? What's my bank balance?, 3",
        "Which invoices and bills are overdue?, 2",
        "What were my income and expenses last month?, 1",
        "How much GST did I charge on sales and pay on expenses this quarter?, 1",
        "What was my profit in September and October?, 2",
        "'Hi, who owes me money?', 1"
    })
    void looksUpEachPart(String question, int calls) {
        assertThat(ask(question).calls()).hasSize(calls);
    }

    @Test
    void saysWhichHalfItCannotAnswer() {
        assertThat(ask("Who owes me money and which staff take the longest lunch?")
                        .answer())
                .startsWith("You're owed {F41}")
                .contains(OfflineWords.CANNOT_THAT_PART);
        assertThat(ask("Am I better off than last quarter, and what's in the bank?")
                        .answer())
                .contains(OfflineWords.COMPARE_ALONE, "{F31}");
        assertThat(ask("Who owes me money and send them a reminder").answer()).contains(OfflineWords.ONLY_READS);
    }

    @ParameterizedTest
    @CsvSource({
        "What are my sales since July?, 2026-07-01..2026-11-23",
        "Profit since March 2025?, 2025-03-01..2026-11-23",
        "Profit since last quarter?, 2026-07-01..2026-11-23",
        "Profit since the start of this quarter?, this_quarter",
        "Profit from July to September?, 2026-07-01..2026-09-30",
        "Profit between December and February?, 2025-12-01..2026-02-28",
        "Profit from October to November?, 2026-10-01..2026-11-23",
        "What did I earn in July?, 2026-07",
        "What was my revenue last financial year?, last_financial_year",
        "How much did I sell last financial year?, last_financial_year",
        "How much GST did I pay in the September quarter?, 2026-07-01..2026-09-30",
        "GST for the December quarter?, this_quarter",
        "How much GST did I pay in the March 2025 quarter?, 2025-01-01..2025-03-31",
        "What was my profit for the quarter ended 30 June?, 2026-04-01..2026-06-30",
        "What was my profit for the year ended 30 June 2026?, 2025-07-01..2026-06-30",
        "Profit for the year ended 30 June?, 2025-07-01..2026-06-30",
        "Profit in the half-year ended 31 December 2025?, 2025-07-01..2025-12-31",
        "What was my profit in 2025-26?, 2025-07-01..2026-06-30",
        "What were my sales in the 2025-26 financial year?, 2025-07-01..2026-06-30",
        "Profit for 2026/27?, this_financial_year",
        "What was my profit in FY26?, 2025-07-01..2026-06-30",
        "Profit for the financial year 2025?, 2024-07-01..2025-06-30",
        "Profit for FY2025-26?, 2025-07-01..2026-06-30",
        "What was my profit in Q2 FY26?, 2025-10-01..2025-12-31",
        "Profit since the June quarter?, 2026-04-01..2026-11-23"
    })
    void readsThePeriod(String question, String period) {
        Talk talk = ask(question);

        assertThat(Json.text(talk.calls().getFirst().arguments(), "period")).isEqualTo(period);
        assertThat(talk.answer()).doesNotContain("narrow");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Profit since Easter?",
                "How much GST since Easter?",
                "What did I spend two weeks ago?",
                "Profit in FY28?",
                "Profit in the first half of FY26?"
            })
    void asksForThePeriodThatItCannotRead(String question) {
        assertThat(ask(question).answer()).isEqualTo(OfflineWords.WHICH_PERIOD);
    }

    @Test
    void leadsWithWhatWasAskedFor() {
        assertThat(ask("What were my sales last month?").answer())
                .startsWith("Your income for October 2026 was {F22} AUD, on accruals.\n\n"
                        + "Your net profit was {F21}, after expenses {F23}.");
        assertThat(ask("What were my income and expenses last month?").answer())
                .startsWith(
                        "Your income for October 2026 was {F22} AUD. Your expenses for October 2026 were {F23} AUD");
        assertThat(ask("What was my profit last month?").answer())
                .startsWith("Your net profit for October 2026 was {F21} AUD, on accruals.\n\n"
                        + "That is from income {F22}, expenses {F23}.");
    }

    @Test
    void tellsABalanceAsOfTheDayThatIsNamed() {
        assertThat(ask("What was my bank balance at the end of October?").arguments())
                .isEqualTo("{\"date\":\"2026-10-31\"}");
        assertThat(ask("What was my bank balance at the end of the September quarter?")
                        .arguments())
                .isEqualTo("{\"date\":\"2026-09-30\"}");
        assertThat(ask("Who owed me money last month?").answer()).contains(OfflineWords.TODAY_ONLY);
    }

    @Test
    void namesThePermissionThatIsMissing() {
        String system =
                TODAY + "Xero was connected without the permission for: receivables (needs accounting.invoices); "
                        + "gst_position (needs accounting.invoices, accounting.banktransactions). When a question needs one of "
                        + "these, name the permission and say what lets you answer: Connect it: ./pip xero connect.\n";
        List<ToolSpec> permitted = TOOLS.stream()
                .filter(tool -> !List.of("receivables", "gst_position").contains(tool.name()))
                .toList();

        assertThat(ask(system, permitted, "Who owes me money?").answer())
                .contains("without the permission for it (accounting.invoices)", "./pip xero connect");
        assertThat(ask(system, permitted, "How much GST do I owe and what's in the bank?")
                        .answer())
                .contains("(accounting.invoices, accounting.banktransactions)", "{F31}");
    }
}
