package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.xero.DateRange;
import au.pip.xero.Invoice;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.XeroReply;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Customers by what they were invoiced in a period, paid or not; credit notes are not taken off. */
final class BiggestCustomers {
    private BiggestCustomers() {}

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .text("period", "as for profit_and_loss; default this_financial_year")
                        .choice("gst", "without", "with")
                        .tool("biggest_customers", "Customers by invoiced amount, with each one's share."),
                "Adding up invoices by customer",
                arguments -> look(books, facts, arguments));
    }

    private static Table look(Books books, FactBook facts, Arguments arguments) {
        Period period = BooksTools.periods(books)
                .read(Objects.requireNonNullElse(arguments.text("period"), "this_financial_year"));
        boolean with =
                arguments.choice("gst", "without", List.of("without", "with")).equals("with");
        Home home = new Home(books.organisation().baseCurrency());
        Money zero = Money.zero(home.currency());
        XeroReply<Map<String, Gathered>> invoiced = books.xero()
                .invoices(
                        InvoiceQuery.all()
                                .ofType(Invoice.Type.ACCREC)
                                .withStatus(Invoice.Status.AUTHORISED, Invoice.Status.PAID)
                                .dated(DateRange.of(period)),
                        LinkedHashMap::new,
                        (groups, each) -> {
                            Money amount =
                                    with ? each.totals().total() : each.totals().subTotal();
                            groups.computeIfAbsent(ContactFilter.name(each.contact()), _ -> new Gathered(zero))
                                    .add(
                                            home.of(amount, each.currencyRate(), "document " + each.number()),
                                            each.invoiceId());
                        });
        String measure = with ? "invoiced with GST" : "invoiced without GST";
        Table table = new Table(
                "Customers by amount %s, %s".formatted(measure, period.label()),
                books.organisation().name());
        if (!invoiced.value().isEmpty()) {
            new Ranking(facts, table, new Evidence(books, invoiced), measure, period, null, zero)
                    .add(invoiced.value(), "customers");
        }
        return table.rule("Approved invoices, paid or not; credit notes and sales without an invoice are left out.");
    }
}
