package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.Tool;
import au.pip.agent.Toolbox;
import au.pip.assistant.books.Books;
import au.pip.ledger.FactBook;
import au.pip.llm.ToolSpec;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToolBudgetTest {
    /** Tokenisers of today's models take three to four characters of JSON for one token; three is the careful end. */
    private static final int CHARACTERS_A_TOKEN = 3;

    @Test
    void tellsAModelOfItsToolsInUnder1500Tokens() {
        try (XeroHttp http = new XeroHttp(XeroSettings.defaults())) {
            Books books = new Books(
                    new XeroApi(http, () -> "none", "3b1a7a4e-3c55-4bb0-9a39-6d7f2d0b1a11"), Clock.systemUTC());
            BooksTools tools = BooksTools.over(books, new FactBook());
            List<ToolSpec> specs = new Toolbox(tools.always(), tools.groups()).specs();
            int characters = specs.stream()
                    .mapToInt(spec -> spec.name().length()
                            + spec.description().length()
                            + spec.inputSchema().toString().length()
                            + 40)
                    .sum();
            assertThat(specs).hasSizeGreaterThan(9);
            assertThat(characters / CHARACTERS_A_TOKEN).isLessThan(1500);
        }
    }

    @Test
    void offersOnlyToolsThatRead() {
        try (XeroHttp http = new XeroHttp(XeroSettings.defaults())) {
            Books books = new Books(
                    new XeroApi(http, () -> "none", "3b1a7a4e-3c55-4bb0-9a39-6d7f2d0b1a11"), Clock.systemUTC());
            assertThat(BooksTools.over(books, new FactBook()).permitted()).allMatch(Tool::readOnly);
        }
    }
}
