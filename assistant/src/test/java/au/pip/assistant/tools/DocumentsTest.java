package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.ToolResult;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    private final ServedBooks books = new ServedBooks();

    @AfterEach
    void close() {
        books.close();
    }

    @Test
    void saysInCountAndTotalWhatWasAsked() throws InterruptedException {
        books.invoice("ACCREC", "AUTHORISED", "INV-1", "Acme", 100)
                .invoice("ACCREC", "AUTHORISED", "INV-2", "Acme North", 40)
                .invoice("ACCREC", "AUTHORISED", "INV-3", "Brindabella", 7)
                .invoice("ACCPAY", "AUTHORISED", "B-1", "Acme", 900);

        ToolResult result = books.ask(
                "invoices", Map.of("kind", "sales", "status", "overdue", "contact", "acme", "period", "2026-10"));

        assertThat(result.content())
                .contains("What: Overdue sales invoices, customers matching 'acme', dated in October 2026");
        assertThat(books.found())
                .startsWith(
                        "overdue sales invoices | customers matching 'acme' | October 2026 | 2",
                        "total with GST of overdue sales invoices | customers matching 'acme' | October 2026 | $140.00");
    }

    @Test
    void isAsOfTodayWithoutAPeriodAndOfAllWithoutAContact() throws InterruptedException {
        books.invoice("ACCPAY", "PAID", "B-1", "Acme", 100);

        books.ask("invoices", Map.of("kind", "bills"));

        assertThat(books.found())
                .startsWith(
                        "approved bills | all suppliers | 23 Nov 2026 | 1",
                        "total with GST of approved bills | all suppliers | 23 Nov 2026 | $100.00");
    }

    @Test
    void keepsVoidedAndDeletedDocumentsOutOfATotal() throws InterruptedException {
        books.invoice("ACCREC", "AUTHORISED", "INV-1", "Acme", 100)
                .invoice("ACCREC", "VOIDED", "INV-2", "Acme", 40)
                .invoice("ACCREC", "DELETED", "INV-3", "Acme", 7);

        for (String status : new String[] {"open", "overdue", "booked"}) {
            books.ask("invoices", Map.of("status", status));
        }
        books.ask("invoices", Map.of("status", "any"));

        assertThat(books.found())
                .filteredOn(line -> line.startsWith("total with GST of"))
                .hasSize(3)
                .allMatch(line -> line.endsWith("| $100.00"));
    }

    @Test
    void makesNoTotalOverMixedKinds() throws InterruptedException {
        books.invoice("ACCREC", "AUTHORISED", "INV-1", "Acme", 100).invoice("ACCPAY", "AUTHORISED", "B-1", "Acme", 900);

        books.ask("invoices", Map.of("kind", "either", "status", "open", "contact", "Acme"));

        assertThat(books.found())
                .startsWith("open documents | contacts matching 'Acme' | 23 Nov 2026 | 2")
                .noneMatch(line -> line.startsWith("total with GST of"));
    }

    @Test
    void listsDocumentsOfANumberWithoutATotal() throws InterruptedException {
        books.invoice("ACCREC", "VOIDED", "INV-1", "Acme", 100)
                .invoice("ACCPAY", "AUTHORISED", "INV-1", "Ampol", 900)
                .invoice("ACCREC", "AUTHORISED", "INV-2", "Acme", 5);

        ToolResult result = books.ask("invoices", Map.of("number", "INV-1"));

        assertThat(result.content()).contains("What: Documents, all numbered INV-1, as of 23 Nov 2026");
        assertThat(books.found())
                .containsExactly(
                        "total with GST, voided | INV-1 Acme | 5 Oct 2026 | $100.00",
                        "total with GST, authorised | INV-1 Ampol | 5 Oct 2026 | $900.00",
                        "still due | INV-1 Ampol | 5 Oct 2026 | $900.00",
                        "due date | INV-1 Ampol | 5 Oct 2026 | 5 Nov 2026");
    }
}
