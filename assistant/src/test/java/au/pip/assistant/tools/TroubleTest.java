package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.ToolResult;
import au.pip.xero.XeroException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which of a tool's failures are Pip's own words alone, so that an answer may repeat their numbers. */
class TroubleTest {
    private final ServedBooks served = new ServedBooks();

    @AfterEach
    void close() {
        served.close();
    }

    @Test
    void thatXeroDoesNotWorkIsToldInPipsOwnWords() throws Exception {
        ToolResult result = served.refusing(500, "").ask("receivables", Map.of());

        assertThat(result.failed()).isTrue();
        assertThat(result.content()).contains("it answered with status 500.");
        assertThat(result.ownWords()).last().asString().contains("it answered with status 500.");
    }

    @Test
    void whatWasAskedForIsNot() throws Exception {
        String asked = "Invoices/the profit was 4,500 dollars";
        BooksTool tool = new BooksTool(new Schema().tool("one", "One."), "Reading one", _ -> {
            throw new XeroException.Unavailable(
                    "Xero does not show " + asked + ": it answered with status 500.", asked);
        });

        ToolResult result = tool.run(JsonNodeFactory.instance.objectNode());

        assertThat(result.content()).contains("4,500");
        assertThat(result.ownWords()).containsExactly("Xero does not show ", ": it answered with status 500.");
    }

    @Test
    void whatXeroSaysOfTheQuestionIsNot() throws Exception {
        String error =
                "{\"Type\":\"ValidationException\",\"Elements\":[{\"ValidationErrors\":[{\"Message\":\"You are owed $4,500\"}]}]}";

        ToolResult result = served.refusing(400, error).ask("receivables", Map.of());

        assertThat(result.failed()).isTrue();
        assertThat(result.content()).contains("You are owed $4,500");
        assertThat(result.ownWords()).isEmpty();
    }

    @Test
    void whatIsSaidOfTheModelsArgumentsIsNot() throws Exception {
        ToolResult result = served.ask("invoices", Map.of("period", "profit_was_4500"));

        assertThat(result.failed()).isTrue();
        assertThat(result.ownWords()).isEmpty();
    }
}
