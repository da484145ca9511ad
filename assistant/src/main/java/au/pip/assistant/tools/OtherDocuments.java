package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.FactBook;
import au.pip.xero.AdvancePayment;
import au.pip.xero.AdvancePaymentQuery;
import au.pip.xero.DateRange;
import au.pip.xero.PurchaseOrderQuery;
import au.pip.xero.QuoteQuery;
import java.util.List;

/** The documents beside invoices and bills: one tool, since each more costs every request. */
final class OtherDocuments {
    static final Kinds KINDS = Kinds.of(
            "quotes", "accounting.invoices",
            "purchase_orders", "accounting.invoices",
            "overpayments", "accounting.payments",
            "prepayments", "accounting.payments",
            "bank_transfers", "accounting.banktransactions");

    private OtherDocuments() {}

    /** @param kinds of {@link #KINDS}, those that are offered */
    static BooksTool over(Books books, FactBook facts, List<String> kinds) {
        return new BooksTool(
                new Schema()
                        .choice("kind", kinds.toArray(String[]::new))
                        .text("contact", "name or part")
                        .text("period", "as for invoices")
                        .require("kind")
                        .tool("other_documents", "Their totals by status, then each."),
                "Reading other documents",
                arguments -> look(books, facts, kinds, arguments));
    }

    private static Table look(Books books, FactBook facts, List<String> kinds, Arguments arguments) {
        String kind = arguments.choice("kind", "", kinds);
        String words = arguments.text("period");
        Span span = new Span(words == null ? null : BooksTools.periods(books).read(words), books.today());
        DateRange dates = span.period() == null ? DateRange.ANY : DateRange.of(span.period());
        ContactFilter contacts = ContactFilter.of(arguments.text("contact"));
        if (kind.equals("bank_transfers") && contacts.part() != null) {
            throw new BadArgument("A transfer between own bank accounts has no contact. Leave 'contact' out.");
        }
        return switch (kind) {
            case "quotes" ->
                new Papers(books, facts, span, contacts)
                        .quotes(books.xero().quotes(QuoteQuery.all().dated(dates)));
            case "purchase_orders" ->
                new Papers(books, facts, span, contacts)
                        .orders(books.xero()
                                .purchaseOrders(PurchaseOrderQuery.all().dated(dates)));
            case "overpayments" ->
                new Advances(books, facts, span, contacts)
                        .table(
                                AdvancePayment.Kind.OVERPAYMENT,
                                books.xero()
                                        .overpayments(AdvancePaymentQuery.all().dated(dates)));
            case "prepayments" ->
                new Advances(books, facts, span, contacts)
                        .table(
                                AdvancePayment.Kind.PREPAYMENT,
                                books.xero()
                                        .prepayments(AdvancePaymentQuery.all().dated(dates)));
            default -> Transfers.table(books, facts, span, books.xero().bankTransfers(dates));
        };
    }
}
