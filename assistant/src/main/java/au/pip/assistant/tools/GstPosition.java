package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.xero.Organisation;
import au.pip.xero.SalesTaxPeriod;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * GST on sales less GST on purchases over a period, on the organisation's own basis, estimated from the tax of each
 * line. Xero has no endpoint for the activity statement.
 */
final class GstPosition {
    private static final String SUBJECT = "the business";
    private static final String REFUND = "GST refund due";

    private GstPosition() {}

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .text("period", "default: the BAS period to date")
                        .tool("gst_position", "GST to pay or refund due (estimate), on the organisation's basis."),
                "Working out GST from the tax on each line",
                arguments -> look(books, facts, arguments));
    }

    private static Table look(Books books, FactBook facts, Arguments arguments) {
        Organisation organisation = books.organisation();
        String asked = arguments.text("period");
        Period period = asked == null
                ? basPeriod(organisation.salesTaxPeriod(), books.today())
                : BooksTools.periods(books).read(asked);
        Table table = new Table("GST for " + period.label(), organisation.name());
        Position position = of(books, facts, period);
        table.add(position.net());
        table.add(position.sales());
        table.add(position.purchases());
        return table.rule("An estimate from the tax on each line, not a lodged statement.");
    }

    /** @param net what is to pay, or the refund that is due; its measure says which */
    record Position(Fact net, Fact sales, Fact purchases, GstLines lines, Basis basis) {
        boolean isRefund() {
            return net.measure().equals(REFUND);
        }
    }

    /** @throws BadArgument when the organisation is not registered for GST in Xero */
    static Position of(Books books, FactBook facts, Period period) {
        Basis basis = basis(books.organisation());
        return of(facts, period, basis, lines(books, period, basis));
    }

    static GstLines lines(Books books, Period period, Basis basis) {
        return basis == Basis.CASH ? GstLines.cash(books, period) : GstLines.accruals(books, period);
    }

    static Position of(FactBook facts, Period period, Basis basis, GstLines lines) {
        Fact sales = add(facts, "GST on sales", period, basis, lines.sales());
        Fact purchases = add(facts, "GST on purchases", period, basis, lines.purchases());
        Money net = lines.sales().total().minus(lines.purchases().total());
        boolean refund = net.isNegative();
        Fact position = facts.derive(
                refund ? REFUND : "GST to pay",
                SUBJECT,
                period,
                basis,
                new Value.Amount(net.abs()),
                refund
                        ? new Formula.Difference(purchases.id(), sales.id())
                        : new Formula.Difference(sales.id(), purchases.id()));
        return new Position(position, sales, purchases, lines, basis);
    }

    static Fact add(FactBook facts, String measure, Period period, Basis basis, GstLines.Sum sum) {
        return facts.add(measure, SUBJECT, period, basis, new Value.Amount(sum.total()), sum.source());
    }

    static Basis basis(Organisation organisation) {
        return switch (organisation.salesTaxBasis()) {
            case CASH -> Basis.CASH;
            case ACCRUALS -> Basis.ACCRUALS;
            case NONE ->
                throw new BadArgument("%s is not registered for GST in Xero, so there is no GST to work out."
                        .formatted(FactTable.cell(organisation.name())));
            case OTHER ->
                throw new BadArgument(
                        "Xero gives a GST basis that Pip does not know. Look at the organisation's financial settings in Xero.");
        };
    }

    /** The period of the activity statement that holds the day, up to it. */
    static Period basPeriod(SalesTaxPeriod kind, LocalDate today) {
        return switch (kind) {
            case MONTHLY -> Period.month(YearMonth.from(today)).upTo(today);
            case ANNUALLY -> {
                int year = today.getMonthValue() >= 7 ? today.getYear() : today.getYear() - 1;
                yield new Period(LocalDate.of(year, 7, 1), today);
            }
            case QUARTERLY1, QUARTERLY2, QUARTERLY3, TWO_MONTHLY, SIX_MONTHLY, NONE, OTHER ->
                Period.quarterOf(today).upTo(today);
        };
    }
}
