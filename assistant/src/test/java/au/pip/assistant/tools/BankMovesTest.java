package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.ToolResult;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BankMovesTest {
    private final ServedBooks books = new ServedBooks();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void neverCallsAFilteredSumAllContacts() throws InterruptedException {
        books.spent("Bunnings Fyshwick", 100).spent("Bunnings Belconnen", 50).spent("Ampol", 70);

        ToolResult result = books.ask("bank_transactions", Map.of("period", "2026-10", "contact", "BUNNINGS"));

        assertThat(result.content())
                .contains("What: Money in and out without invoices, contacts matching 'BUNNINGS', October 2026");
        assertThat(books.found())
                .containsExactly(
                        "spent | contacts matching 'BUNNINGS' | October 2026 | $150.00",
                        "spent | Bunnings Fyshwick | October 2026 | $100.00",
                        "spent | Bunnings Belconnen | October 2026 | $50.00");
    }

    /** A second fact of the same sum, under another name, would only cast doubt on the first. */
    @Test
    void tellsTheSumOfASingleContactOnceByItsName() throws InterruptedException {
        books.spent("Bunnings Fyshwick", 100).spent("Bunnings Fyshwick", 50).spent("Ampol", 70);

        books.ask("bank_transactions", Map.of("period", "2026-10", "contact", "bunnings"));

        assertThat(books.found()).containsExactly("spent | Bunnings Fyshwick | October 2026 | $150.00");
    }

    @Test
    void sumsTheContactsThatAreNotListed() throws InterruptedException {
        for (int dollars = 1; dollars <= 17; dollars++) {
            books.spent("Shop " + dollars, dollars);
        }

        books.ask("bank_transactions", Map.of("period", "2026-10"));

        assertThat(books.found())
                .hasSize(17)
                .startsWith("spent | all contacts | October 2026 | $153.00")
                .endsWith("spent | Shop 3 | October 2026 | $3.00", "spent | all other contacts | October 2026 | $3.00");
    }

    @Test
    void namesTheFilterOfTheContactsThatAreNotListed() throws InterruptedException {
        for (int dollars = 1; dollars <= 16; dollars++) {
            books.spent("Shop " + dollars, dollars);
        }
        books.spent("Ampol", 500);

        books.ask("bank_transactions", Map.of("period", "2026-10", "contact", "shop"));

        assertThat(books.found())
                .startsWith("spent | contacts matching 'shop' | October 2026 | $136.00")
                .endsWith("spent | all other contacts matching 'shop' | October 2026 | $1.00");
    }

    @Test
    void findsANameInSpiteOfCharactersThatCannotBeSeen() throws InterruptedException {
        books.spent("Ac\u200Bme", 100);

        books.ask("bank_transactions", Map.of("period", "2026-10", "contact", "acme"));

        assertThat(books.found()).contains("spent | Acme | October 2026 | $100.00");
    }
}
