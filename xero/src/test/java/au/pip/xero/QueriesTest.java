package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.ledger.Period;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class QueriesTest {
    private static final String ID = "aaaaaaaa-0000-0000-0000-000000000001";

    @Test
    void rendersInvoicesFromTypedArguments() {
        InvoiceQuery query = InvoiceQuery.receivables()
                .ofContact(ID)
                .dated(DateRange.of(Period.month(YearMonth.of(2026, 7))))
                .dueBefore(LocalDate.of(2026, 11, 23))
                .searching("  Acme 5000 ");

        assertThat(decoded(query.render()))
                .isEqualTo("?where=Type==\"ACCREC\" AND Date>=DateTime(2026,07,01) AND Date<=DateTime(2026,07,31)"
                        + " AND DueDate<DateTime(2026,11,23)&Statuses=AUTHORISED&ContactIDs=" + ID
                        + "&searchTerm=Acme 5000");
    }

    @Test
    void asksForEverythingWithoutAFilter() {
        assertThat(InvoiceQuery.all().render().text()).isEmpty();
        assertThat(ContactQuery.all().render().text()).isEmpty();
        assertThat(ManualJournalQuery.all().render().text()).isEmpty();
    }

    @Test
    void leavesSeveralTypesToTheSecondCheck() {
        InvoiceQuery query = InvoiceQuery.all().ofType(Invoice.Type.ACCREC, Invoice.Type.ACCPAY);

        assertThat(query.render().text()).isEmpty();
    }

    @Test
    void rendersTheOtherLists() {
        assertThat(decoded(CreditNoteQuery.all()
                        .ofType(CreditNote.Type.ACCPAYCREDIT)
                        .ofContact(ID)
                        .remaining()
                        .render()))
                .isEqualTo("?where=Type==\"ACCPAYCREDIT\" AND Status==\"AUTHORISED\" AND Contact.ContactID==guid(\""
                        + ID + "\")");
        assertThat(decoded(BankTransactionQuery.all()
                        .ofType(BankTransaction.Type.SPEND_TRANSFER)
                        .dated(DateRange.since(LocalDate.of(2026, 7, 1)))
                        .render()))
                .isEqualTo("?where=Type==\"SPEND-TRANSFER\" AND Date>=DateTime(2026,07,01)");
        assertThat(decoded(PaymentQuery.all()
                        .withStatus(Payment.Status.AUTHORISED)
                        .dated(DateRange.upTo(LocalDate.of(2026, 6, 30)))
                        .render()))
                .isEqualTo("?where=Status==\"AUTHORISED\" AND Date<=DateTime(2026,06,30)");
        assertThat(decoded(ContactQuery.all()
                        .searching("O'Neil & Co")
                        .archivedToo()
                        .render()))
                .isEqualTo("?searchTerm=O'Neil & Co&includeArchived=true");
    }

    @Test
    void keepsForeignTextOutOfFilters() {
        assertThatThrownBy(() -> InvoiceQuery.all().ofContact("x\") OR (\"1\"==\"1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not an id of Xero");
        assertThatThrownBy(() -> new Where().word("Type", Set.of("A\" OR \"B")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InvoiceQuery.all().numbered("INV-1,INV-2"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> InvoiceQuery.all().searching("x".repeat(201)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most 200");
        assertThatThrownBy(() -> InvoiceQuery.all().ofType(Invoice.Type.OTHER))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void searchTextStaysInsideItsParameter(@ForAll String text) {
        String term = text.length() > 200 ? text.substring(0, 200) : text;
        String query = ContactQuery.all().searching(term).render().text();

        assertThat(query).matches("(\\?searchTerm=[^&=#?\"\\s]*)?");
    }

    private static String decoded(Parameters parameters) {
        return URLDecoder.decode(parameters.text(), StandardCharsets.UTF_8);
    }
}
