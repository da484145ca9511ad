package au.pip.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.ToolSpec;
import au.pip.llm.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions about tax as people ask them. */
class TaxAskedTest {
    private static final String TODAY = "Today is Monday 23 November 2026 (2026-11-23).\n";
    private static final List<ToolSpec> TOOLS = Stream.of(
                    "gst_position",
                    "payables",
                    "profit_and_loss",
                    "bas_figures",
                    "gst_check",
                    "tax_dates",
                    "tax_to_set_aside",
                    "super_due",
                    "payg_instalments",
                    "company_or_sole_trader",
                    "tax_figure")
            .map(name -> ToolSpec.of(name, name, "{\"type\":\"object\"}"))
            .toList();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    When is my next BAS due?                              | tax_dates
                    when's the BAS due                                    | tax_dates
                    What are the next ATO dates?                          | tax_dates
                    How much should I put away for tax?                   | tax_to_set_aside
                    How much tax do I need to set aside this year?        | tax_to_set_aside
                    How much tax will I pay?                              | tax_to_set_aside
                    Do I owe any tax?                                     | tax_to_set_aside
                    What do I owe the ATO?                                | tax_to_set_aside
                    What are my BAS figures?                              | bas_figures
                    What is G1?                                           | bas_figures
                    What goes on my next BAS?                             | bas_figures
                    How much do I owe on my next BAS?                     | gst_position
                    Total sales with GST for the activity statement?      | bas_figures
                    How much tax did I withhold from wages, for the BAS?  | bas_figures
                    Company income tax so far this financial year?        | tax_to_set_aside
                    Does the GST account match?                           | gst_check
                    How much super do I owe?                              | super_due
                    Super?                                                | super_due
                    When are PAYG instalments due?                        | payg_instalments
                    Should I be a company or a sole trader?               | company_or_sole_trader
                    If I were a company, how much tax would I pay?        | company_or_sole_trader
                    sole trader or company?                               | company_or_sole_trader
                    What's the super rate?                                | tax_figure
                    what's the instant asset write-off                    | tax_figure
                    Do I have to register for GST?                        | tax_figure
                    How much GST do I owe this quarter?                   | gst_position
                    How much is my BAS this quarter?                      | gst_position
                    What was my profit in October?                        | profit_and_loss
                    """)
    void goToTheirTool(String question, String tool) {
        assertThat(calls(question, TOOLS)).extracting(Reply.Call::tool).containsExactly(tool);
    }

    @Test
    void takePeriodsWithThem() {
        assertThat(calls("What were my BAS figures for last quarter?", TOOLS))
                .containsExactly(new Reply.Call("bas_figures", Map.of("period", "last_quarter")));
        assertThat(calls("What's the super rate?", TOOLS))
                .containsExactly(new Reply.Call("tax_figure", Map.of("about", "What's the super rate?")));
    }

    @Test
    void takeThePeriodOfTheQuestionThatTheyFollow() {
        Turn turn = Turn.read(
                List.of(
                        Message.system(TODAY),
                        Message.user("What goes in W1 of my BAS for last quarter?"),
                        Message.assistant("It is so much."),
                        Message.user("And in W2?")),
                TOOLS);
        assertThat(OfflineRules.reply(turn)).isEqualTo(Reply.look("bas_figures", Map.of("period", "last_quarter")));
    }

    @Test
    void areNotAnsweredForAnotherBusiness() {
        String table = """
                What: Activity statement figures for 1 Oct – 23 Nov 2026
                Organisation: Hume Joinery
                id | measure | subject | period | value
                F1 | G1 total sales with GST (cash) | the business | 1 Oct – 23 Nov 2026 | $50.00
                F2 | GST to pay (cash) | the business | 1 Oct – 23 Nov 2026 | $5.00
                """;
        assertThat(said("What goes in G1 of the BAS of Tidepool Holdings?", table))
                .startsWith("I can only read the books of Hume Joinery, not those of Tidepool Holdings.")
                .doesNotContain("{F1}");
        assertThat(said("What goes in G1 of the BAS of Hume Joinery Pty Ltd?", table))
                .contains("{F1}");
    }

    private static String said(String question, String table) {
        Part.ToolCall call = new Part.ToolCall("c1", "bas_figures", Json.object(), null);
        Turn asked = Turn.read(List.of(Message.system(TODAY), Message.user(question)), TOOLS);
        Turn answered = new Turn(
                asked.today(),
                question,
                List.of(),
                List.of(),
                List.of(new Turn.Result(call, table, false)),
                asked.tools(),
                Map.of(),
                "",
                question);
        return ((Reply.Say) OfflineRules.reply(answered)).text();
    }

    /** A model that is not told of the tools for tax answers as it did before. */
    @Test
    void leaveTheOtherRulesAloneWhereTheToolIsNotKnown() {
        List<ToolSpec> few = TOOLS.subList(0, 3);
        assertThat(calls("When is my next BAS due?", few))
                .extracting(Reply.Call::tool)
                .containsExactly("gst_position");
    }

    private static List<Reply.Call> calls(String question, List<ToolSpec> tools) {
        Turn turn = Turn.read(List.of(Message.system(TODAY), Message.user(question)), tools);
        return OfflineRules.reply(turn) instanceof Reply.Look(List<Reply.Call> calls) ? calls : List.of();
    }
}
