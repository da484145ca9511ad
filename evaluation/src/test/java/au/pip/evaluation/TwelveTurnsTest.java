package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.Money;
import au.pip.sandbox.export.BooksExport;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * One conversation as a person has it at a terminal: questions, follow-ups, a note and its correction, a draft declined
 * and one approved, and what Pip doesn't know; each answer against the books, each figure opened.
 */
@Tag("slow")
@Timeout(300)
class TwelveTurnsTest {
    private static final LocalDate TODAY = PretendBooks.DAY;
    private static final LocalDate JULY = LocalDate.of(2026, 7, 1);

    @TempDir
    Path folder;

    private final PretendBooks pretend = new PretendBooks();
    private final String contact = pretend.contact();
    private Program server;
    private Client pip;
    private Truth truth;

    @BeforeEach
    void start() throws Exception {
        truth = new Truth(BooksExport.write(pretend.books, folder.resolve("export")));
        server = Program.server(
                folder,
                pretend.settings(
                        folder.resolve("data"), "PIP_DEMO", "1", "XERO_WRITES", "drafts", "LLM_PROVIDER", "offline"));
        pip = new Client(server.awaitLine("pip ready on (\\S+)"));
    }

    @AfterEach
    void close() {
        server.close();
        truth.close();
        pretend.close();
    }

    @Test
    void holdsAConversationWhoseEveryFigureIsTraced() throws Exception {
        int drafts = drafts().size();
        try (TypedTalk talk = new TypedTalk(folder, pip)) {
            JsonNode owed = talk.ask("Who owes me money?");
            assertThat(cents(owed, "owed to you", "all customers")).isEqualTo(truth("receivables"));
            assertThat(cents(owed, "overdue", "all customers"))
                    .isEqualTo(truth("receivables overdue"))
                    .isPositive();

            JsonNode overdue = talk.ask("And what about the overdue ones?");
            assertThat(overdue.path("answer").asString()).startsWith("Overdue sales invoices");
            assertThat(sum(overdue, "still due")).isEqualTo(truth("receivables overdue"));

            JsonNode profit = talk.ask("What was my profit this financial year?");
            assertThat(cents(profit, "net profit", "the business")).isEqualTo(truth("profit", JULY, TODAY));

            JsonNode before = talk.ask("and last year?");
            assertThat(cents(before, "net profit", "the business"))
                    .isEqualTo(truth("profit", JULY.minusYears(1), JULY.minusDays(1)));

            JsonNode gst = talk.ask("How much GST do I owe this quarter?");
            LocalDate quarter = LocalDate.of(2026, 10, 1);
            long sales = truth("gst accruals sales", quarter, TODAY);
            long purchases = truth("gst accruals purchases", quarter, TODAY);
            assertThat(cents(gst, "GST to pay", "the business")).isEqualTo(sales - purchases);
            assertThat(cents(gst, "GST on sales", "the business")).isEqualTo(sales);

            JsonNode noted = talk.ask("Remember that our invoices are due in 30 days.");
            assertThat(noted.path("answer").asString()).startsWith("Kept in mind. You can see");
            assertThat(notes()).containsExactly("our invoices: are due in 30 days");

            JsonNode first = talk.draft(invoice("$500"), "n", "$550.00 (AUD)");
            assertThat(due(first)).isEqualTo("23 Dec 2026");
            assertThat(pretend.server.writes()).isZero();

            JsonNode corrected = talk.ask("Correction: our invoices are due in 21 days.");
            assertThat(corrected.path("answer").asString()).isEqualTo("Corrected.");
            assertThat(notes()).containsExactly("our invoices: are due in 21 days");

            JsonNode second = talk.draft(invoice("$750"), "y", "$825.00 (AUD)");
            assertThat(due(second)).isEqualTo("14 Dec 2026");
            assertThat(pretend.server.writes()).isEqualTo(1);

            JsonNode howTo = talk.ask("How do I void an invoice?");
            assertThat(howTo.path("answer").asString()).contains("only voided", "How-to note: Voiding and deleting");

            JsonNode bas = talk.ask("When is my next BAS due?");
            assertThat(bas.path("answer").asString())
                    .startsWith("Your next BAS, for 1 Oct – 31 Dec 2026, is due by 1 Mar 2027");

            JsonNode unknown = talk.ask("How many people visited my website?");
            assertThat(unknown.path("answer").asString()).startsWith("I don't know");
            assertThat(unknown.path("figures")).isEmpty();

            assertThat(talk.shown()).doesNotContain("unverified");
            assertThat(talk.entries())
                    .filteredOn(each -> each.path("kind").asString().equals("question"))
                    .hasSize(12);
            assertThat(talk.leave()).isZero();
        }
        List<JsonNode> made = drafts();
        assertThat(made).hasSize(drafts + 1);
        assertThat(made)
                .filteredOn(each -> each.path("Contact").path("Name").asString().equals(contact))
                .filteredOn(each -> each.path("Total").decimalValue().intValue() == 825)
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.path("SubTotal").decimalValue()).isEqualByComparingTo("750");
                    assertThat(each.path("DueDateString").asString()).startsWith("2026-12-14");
                });
    }

    private String invoice(String amount) {
        return "Draft an invoice to " + contact + " for " + amount + " plus GST for consulting";
    }

    private List<JsonNode> drafts() throws Exception {
        return pretend.xero("Invoices", "?Statuses=DRAFT&page=1&pageSize=1000")
                .valueStream()
                .toList();
    }

    private List<String> notes() throws Exception {
        return pip.send("GET", "/api/memory", "")
                .body()
                .path("items")
                .valueStream()
                .map(each -> each.path("sentence").asString())
                .toList();
    }

    private static String due(JsonNode approval) {
        return approval.path("fields")
                .valueStream()
                .filter(each -> each.path("name").asString().equals("Due"))
                .findFirst()
                .orElseThrow()
                .path("value")
                .asString();
    }

    private long truth(String question) {
        return truth(question, TODAY, TODAY);
    }

    private long truth(String question, LocalDate from, LocalDate to) {
        return truth.ask(question, TODAY, from, to);
    }

    private static long cents(JsonNode run, String measure, String subject) {
        return amounts(run, measure, subject).getFirst();
    }

    private static long sum(JsonNode run, String measure) {
        return amounts(run, measure, "").stream().mapToLong(Long::longValue).sum();
    }

    /** The amounts of the figures of that measure and of a subject that begins so, in cents; there is at least one. */
    private static List<Long> amounts(JsonNode run, String measure, String subject) {
        List<Long> amounts = run.path("figures")
                .valueStream()
                .filter(each -> each.path("currency").asString("").equals("AUD"))
                .filter(each -> {
                    JsonNode fact = each.path("facts").get(0);
                    return fact.path("measure").asString().equals(measure)
                            && fact.path("subject").asString().startsWith(subject);
                })
                .map(each -> Money.of(each.path("value").asString(), Money.AUD).minor())
                .toList();
        assertThat(amounts).as(measure + " in " + run.path("answer").asString()).isNotEmpty();
        return amounts;
    }
}
