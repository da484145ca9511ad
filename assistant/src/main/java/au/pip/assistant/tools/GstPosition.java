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
        Basis basis = basis(organisation);
        String asked = arguments.text("period");
        Period period = asked == null
                ? basPeriod(organisation.salesTaxPeriod(), books.today())
                : BooksTools.periods(books).read(asked);
        GstLines lines = basis == Basis.CASH ? GstLines.cash(books, period) : GstLines.accruals(books, period);
        Table table = new Table("GST for " + period.label(), organisation.name());
        String subject = "the business";
        Fact sales = facts.add(
                "GST on sales",
                subject,
                period,
                basis,
                new Value.Amount(lines.sales().total()),
                lines.sales().source());
        Fact purchases = facts.add(
                "GST on purchases",
                subject,
                period,
                basis,
                new Value.Amount(lines.purchases().total()),
                lines.purchases().source());
        Money net = lines.sales().total().minus(lines.purchases().total());
        table.add(
                net.isNegative()
                        ? facts.derive(
                                "GST refund due",
                                subject,
                                period,
                                basis,
                                new Value.Amount(net.negate()),
                                new Formula.Difference(purchases.id(), sales.id()))
                        : facts.derive(
                                "GST to pay",
                                subject,
                                period,
                                basis,
                                new Value.Amount(net),
                                new Formula.Difference(sales.id(), purchases.id())));
        table.add(sales);
        table.add(purchases);
        return table.note("An estimate from the tax on each line, not a lodged statement.");
    }

    private static Basis basis(Organisation organisation) {
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
    private static Period basPeriod(SalesTaxPeriod kind, LocalDate today) {
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
