package au.pip.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.Message;
import au.pip.llm.ToolSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question that could mean something else than a rule's own is asked back or declined, and not answered as another. */
class UnclearTest {
    private static final List<ToolSpec> TOOLS = Stream.of(
                    "receivables",
                    "payables",
                    "profit_and_loss",
                    "bank_balances",
                    "invoices",
                    "contacts",
                    "gst_position",
                    "safe_to_spend",
                    "biggest_customers",
                    "super_due")
            .map(name -> ToolSpec.of(name, name, "{\"type\":\"object\"}"))
            .toList();

    private static Reply reply(String question) {
        return OfflineRules.reply(Turn.read(
                List.of(Message.system("Today is Monday 23 November 2026 (2026-11-23).\n"), Message.user(question)),
                TOOLS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What's the balance?",
                "Give me the balance.",
                "What is owed?",
                "When is that invoice due?",
                "How much was that bill?",
                "Is that better or worse than before?",
                "Am I on plan?",
                "Now the same for suppliers.",
                "What is safe to spend if I leave what is in the savings account alone?",
                "How much did I invoice my two biggest customers together last quarter?",
                "Wages plus super guarantee last quarter?",
                "What was my income with GST last month?",
                "Why did my biggest customer pay late in March?",
                "Why was my profit so low last month?",
                "How much is outstanding from the customer called Acme?",
                "What did Superannuation cost me last month?",
                "What went to Evergreen Super by card last month?"
            })
    void isNotAnsweredAsAnother(String question) {
        assertThat(reply(question)).isInstanceOf(Reply.Say.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "What's the balance of my bank accounts?| bank_balances",
                "What is owed to me?| receivables",
                "When is that invoice INV-1087 due?| invoices",
                "Who are my biggest customers?| biggest_customers",
                "How much cash do I have in the bank, all accounts together?| bank_balances",
                "How much did I invoice last month, with GST?| invoices",
                "Cash-basis net profit last quarter?| profit_and_loss",
                "What is safe to spend?| safe_to_spend",
                "How much GST do I owe?| gst_position",
                "How much super do I owe?| super_due"
            })
    void leavesWhatIsPlainToItsRule(String question, String tool) {
        assertThat(reply(question))
                .isInstanceOfSatisfying(
                        Reply.Look.class,
                        look -> assertThat(look.calls().getFirst().tool()).isEqualTo(tool));
    }
}
