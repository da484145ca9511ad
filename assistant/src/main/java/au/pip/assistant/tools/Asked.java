package au.pip.assistant.tools;

import au.pip.assistant.books.FactTable;
import au.pip.ledger.Period;
import au.pip.xero.DateRange;
import au.pip.xero.Invoice;
import au.pip.xero.InvoiceQuery;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which documents were asked for, and how the facts about them say so.
 *
 * @param number null unless one document was asked for by its number
 * @param period in which they are dated; null for any
 */
record Asked(
        Kind kind,
        Status status,
        ContactFilter contacts,
        @Nullable String number,
        @Nullable Period period) {
    enum Kind {
        SALES("sales invoices", "customers"),
        BILLS("bills", "suppliers"),
        EITHER("documents", "contacts");

        private final String documents;
        private final String contacts;

        Kind(String documents, String contacts) {
            this.documents = documents;
            this.contacts = contacts;
        }
    }

    enum Status {
        OPEN("open "),
        OVERDUE("overdue "),
        /** Approved, paid or not: never a draft, a voided or a deleted one. */
        BOOKED("approved "),
        DRAFT("draft "),
        ANY("");

        private final String word;

        Status(String word) {
            this.word = word;
        }
    }

    static Asked read(Arguments arguments, PeriodWords periods) {
        String asked = arguments.text("number");
        String number =
                asked == null ? null : FactTable.cell(asked).replace(",", "").strip();
        if (number != null && number.isEmpty()) {
            throw new BadArgument("The argument 'number' is one document's number, such as INV-0012.");
        }
        boolean single = number != null;
        String period = arguments.text("period");
        return new Asked(
                kind(arguments.choice("kind", single ? "either" : "sales", List.of("sales", "bills", "either"))),
                status(arguments.choice(
                        "status", single ? "any" : "booked", List.of("open", "overdue", "booked", "draft", "any"))),
                ContactFilter.of(arguments.text("contact")),
                number,
                period == null ? null : periods.read(period));
    }

    private static Kind kind(String word) {
        return switch (word) {
            case "sales" -> Kind.SALES;
            case "bills" -> Kind.BILLS;
            default -> Kind.EITHER;
        };
    }

    private static Status status(String word) {
        return switch (word) {
            case "open" -> Status.OPEN;
            case "overdue" -> Status.OVERDUE;
            case "booked" -> Status.BOOKED;
            case "draft" -> Status.DRAFT;
            default -> Status.ANY;
        };
    }

    InvoiceQuery query(LocalDate today) {
        InvoiceQuery query = switch (kind) {
            case SALES -> InvoiceQuery.all().ofType(Invoice.Type.ACCREC);
            case BILLS -> InvoiceQuery.all().ofType(Invoice.Type.ACCPAY);
            case EITHER -> InvoiceQuery.all();
        };
        query = switch (status) {
            case OPEN -> query.unpaid();
            case OVERDUE -> query.unpaid().dueBefore(today);
            case BOOKED -> query.withStatus(Invoice.Status.AUTHORISED, Invoice.Status.PAID);
            case DRAFT -> query.withStatus(Invoice.Status.DRAFT, Invoice.Status.SUBMITTED);
            case ANY -> query;
        };
        query = number == null ? query : query.numbered(number);
        return period == null ? query : query.dated(DateRange.of(period));
    }

    /** Documents of one kind add up, and voided or deleted ones never do; one document by its number is no list. */
    boolean hasTotal() {
        return kind != Kind.EITHER && status != Status.ANY && number == null;
    }

    /** Such as {@code overdue bills}. */
    String documents() {
        return status.word + kind.documents;
    }

    /** Such as {@code all customers}, {@code suppliers matching 'acme'} or {@code all numbered INV-0012}. */
    String subject() {
        if (number == null) {
            return contacts.words(kind.contacts);
        }
        String numbered = "all numbered " + number;
        return contacts.part() == null ? numbered : numbered + ", " + contacts.words(kind.contacts);
    }
}
