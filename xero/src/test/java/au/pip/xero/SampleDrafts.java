package au.pip.xero;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** One draft of each kind. */
final class SampleDrafts {
    static final String CONTACT = "aaaaaaaa-0000-0000-0000-000000000001";
    static final LocalDate DAY = LocalDate.of(2026, 11, 28);

    private SampleDrafts() {}

    static DraftLine line(String quantity, String unitAmount) {
        return new DraftLine(
                "Timber, \"dressed\"", new BigDecimal(quantity), new BigDecimal(unitAmount), "200", "OUTPUT");
    }

    static DraftContent content(String contactId, DraftLine... lines) {
        return new DraftContent(contactId, DAY, LineAmounts.EXCLUSIVE, Money.AUD, List.of(lines));
    }

    static DraftContent content() {
        return content(CONTACT, line("2.50", "10.00"));
    }

    static InvoiceDraft invoice(DraftContent content) {
        return new InvoiceDraft(content, DAY.plusDays(14), "Job 7");
    }

    static List<Draft> all() {
        return of(CONTACT);
    }

    static List<Draft> of(String contactId) {
        DraftContent content = content(contactId, line("2.5", "10"));
        return List.of(
                new ContactDraft("Bay Timber", "Ana", "Reid", "ana@bay.example", "51 824 753 556"),
                invoice(content),
                new BillDraft(content, DAY, "B-17"),
                new CreditNoteDraft(CreditNote.Type.ACCRECCREDIT, content, "Job 7"),
                new QuoteDraft(content, DAY.plusDays(30), "Deck", "Q for Ana"));
    }
}
