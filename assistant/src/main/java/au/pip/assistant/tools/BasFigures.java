package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Period;
import au.pip.xero.Organisation;

/**
 * The labels of an activity statement that the books tell: G1, 1A and 1B on the organisation's own basis, W1 and W2. An
 * estimate: Xero has no endpoint for the statement.
 */
final class BasFigures {
    private BasFigures() {}

    static BooksTool over(Books books, FactBook facts) {
        return TaxTool.of(
                new Schema()
                        .text("period", "default: the BAS period to date")
                        .tool("bas_figures", "BAS labels G1, 1A, 1B, W1, W2 of a month or quarter (estimate)."),
                "Working out the activity statement",
                books,
                arguments -> look(books, facts, arguments));
    }

    private static Table look(Books books, FactBook facts, Arguments arguments) {
        Organisation organisation = books.organisation();
        String asked = arguments.text("period");
        Period period = asked == null
                ? GstPosition.basPeriod(organisation.salesTaxPeriod(), books.today())
                : BooksTools.periods(books).read(asked);
        Basis basis = GstPosition.basis(organisation);
        GstLines lines = GstPosition.lines(books, period, basis);
        GstPosition.Position gst = GstPosition.of(facts, period, basis, lines);
        Fact sales = GstPosition.add(facts, "G1 total sales with GST", period, basis, lines.gross());
        Table table = new Table("Activity statement figures for " + period.label(), organisation.name());
        table.add(sales);
        table.add(label(facts, "1A GST on sales", gst.sales()));
        table.add(label(facts, "1B GST on purchases", gst.purchases()));
        Wages wages = Wages.of(books, period);
        if (!wages.isEmpty()) {
            Workings workings = new Workings(facts, period, null);
            table.add(workings.read("W1 wages", wages.all().total(), wages.source(wages.all())));
            table.add(
                    workings.read("W2 withheld from wages", wages.withheld().total(), wages.source(wages.withheld())));
            table.note(Wages.NOTE);
        } else {
            table.rule("No wages were found, so there is no W1 and no W2.");
        }
        table.add(gst.net());
        return table.rule("An estimate from the records, not lodged. The form takes whole dollars, without the cents.");
    }

    private static Fact label(FactBook facts, String measure, Fact fact) {
        return facts.add(measure, fact.subject(), fact.period(), fact.basis(), fact.value(), fact.source());
    }
}
