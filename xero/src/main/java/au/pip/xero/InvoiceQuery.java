package au.pip.xero;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which invoices and bills. An empty set or null asks for all. Everything but the search term is checked again on what
 * Xero answers, so that no other document slips into a sum.
 *
 * @param dueBefore due before this day
 * @param unpaidOnly approved and with something left to pay
 * @param searchTerm free text; Xero looks in numbers, references and the like
 * @param numbers exact invoice numbers, at most {@value #MOST_NUMBERS}
 */
public record InvoiceQuery(
        Set<Invoice.Type> types,
        Set<Invoice.Status> statuses,
        @Nullable String contactId,
        DateRange dates,
        @Nullable LocalDate dueBefore,
        boolean unpaidOnly,
        @Nullable String searchTerm,
        List<String> numbers) {
    public static final int MOST_NUMBERS = 40;

    public InvoiceQuery {
        types = Words.of(types, Invoice.Type.OTHER);
        statuses = Words.of(statuses, Invoice.Status.OTHER);
        Ids.requireIfAny(contactId);
        searchTerm = SearchTerm.of(searchTerm);
        numbers = List.copyOf(numbers);
        if (numbers.size() > MOST_NUMBERS) {
            throw new IllegalArgumentException("ask for at most " + MOST_NUMBERS + " invoice numbers at once.");
        }
        for (String number : numbers) {
            if (number.isBlank() || number.contains(",") || number.length() > 255) {
                throw new IllegalArgumentException(
                        "an invoice number is not empty and holds no comma. Search for it as text.");
            }
        }
    }

    public static InvoiceQuery all() {
        return new InvoiceQuery(Set.of(), Set.of(), null, DateRange.ANY, null, false, null, List.of());
    }

    /** What customers owe. */
    public static InvoiceQuery receivables() {
        return all().ofType(Invoice.Type.ACCREC).unpaid();
    }

    /** What is owed to suppliers. */
    public static InvoiceQuery payables() {
        return all().ofType(Invoice.Type.ACCPAY).unpaid();
    }

    public InvoiceQuery ofType(Invoice.Type... types) {
        return new InvoiceQuery(Set.of(types), statuses, contactId, dates, dueBefore, unpaidOnly, searchTerm, numbers);
    }

    public InvoiceQuery withStatus(Invoice.Status... statuses) {
        return new InvoiceQuery(types, Set.of(statuses), contactId, dates, dueBefore, unpaidOnly, searchTerm, numbers);
    }

    public InvoiceQuery ofContact(String contactId) {
        return new InvoiceQuery(types, statuses, contactId, dates, dueBefore, unpaidOnly, searchTerm, numbers);
    }

    public InvoiceQuery dated(DateRange dates) {
        return new InvoiceQuery(types, statuses, contactId, dates, dueBefore, unpaidOnly, searchTerm, numbers);
    }

    public InvoiceQuery dueBefore(LocalDate day) {
        return new InvoiceQuery(types, statuses, contactId, dates, day, unpaidOnly, searchTerm, numbers);
    }

    public InvoiceQuery unpaid() {
        return new InvoiceQuery(types, statuses, contactId, dates, dueBefore, true, searchTerm, numbers);
    }

    public InvoiceQuery searching(String text) {
        return new InvoiceQuery(types, statuses, contactId, dates, dueBefore, unpaidOnly, text, numbers);
    }

    public InvoiceQuery numbered(String... numbers) {
        return new InvoiceQuery(types, statuses, contactId, dates, dueBefore, unpaidOnly, searchTerm, List.of(numbers));
    }

    Parameters render() {
        Set<Invoice.Status> asked = unpaidOnly && statuses.isEmpty() ? Set.of(Invoice.Status.AUTHORISED) : statuses;
        Where where = dates.render(new Where().word("Type", Words.wire(types))).before("DueDate", dueBefore);
        return Parameters.NONE
                .with("where", where.text())
                .with("Statuses", String.join(",", Words.wire(asked)))
                .with("ContactIDs", contactId)
                .with("InvoiceNumbers", String.join(",", numbers))
                .with("searchTerm", searchTerm);
    }

    boolean matches(Invoice invoice) {
        return Words.allow(types, invoice.type())
                && Words.allow(statuses, invoice.status())
                && invoice.contact().is(contactId)
                && dates.contains(invoice.date())
                && (dueBefore == null
                        || (invoice.dueDate() != null && invoice.dueDate().isBefore(dueBefore)))
                && (!unpaidOnly || invoice.isOpen())
                && (numbers.isEmpty() || numbers.stream().anyMatch(invoice.number()::equalsIgnoreCase));
    }
}
