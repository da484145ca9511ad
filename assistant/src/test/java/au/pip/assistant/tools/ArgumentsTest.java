package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.ToolResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ArgumentsTest {
    private final ServedBooks books = new ServedBooks().spent("Ampol", 70);

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void refusesWhatIsNoObjectAndListsTheNames() throws InterruptedException {
        for (Object arguments : List.of("{\"period\":\"last", 7, List.of("2026-10"))) {
            ToolResult result = books.ask("bank_transactions", arguments);

            assertThat(result.failed()).isTrue();
            assertThat(result.content())
                    .contains("not a JSON object")
                    .endsWith("only these arguments: period, contact.");
        }
        assertThat(books.found()).isEmpty();
    }

    @Test
    void refusesANameItDoesNotTakeAndListsTheNames() throws InterruptedException {
        ToolResult result = books.ask("bank_transactions", Map.of("period", "2026-10", "supplier", "Bunnings"));

        assertThat(result.failed()).isTrue();
        assertThat(result.content())
                .isEqualTo("There is no argument 'supplier', so nothing was looked up."
                        + " The tool 'bank_transactions' takes only these arguments: period, contact.");
        assertThat(books.found()).isEmpty();
    }

    @Test
    void saysThatAToolTakesNoArguments() throws InterruptedException {
        assertThat(books.ask("organisation", Map.of("contact", "Acme")).content())
                .endsWith("The tool 'organisation' takes no arguments.");
        assertThat(books.ask("organisation", Map.of()).failed()).isFalse();
        assertThat(books.ask("receivables", Map.of("contact", "Acme")).content())
                .endsWith("The tool 'receivables' takes only these arguments: by.");
    }

    @Test
    void refusesAListWhereOneTextIsTaken() throws InterruptedException {
        ToolResult result = books.ask("bank_transactions", Map.of("period", "2026-10", "contact", List.of("Bunnings")));

        assertThat(result.failed()).isTrue();
        assertThat(result.content()).contains("'contact' is one text");
    }
}
