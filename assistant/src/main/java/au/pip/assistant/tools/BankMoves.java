package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.xero.BankTransaction;
import au.pip.xero.BankTransactionQuery;
import au.pip.xero.DateRange;
import au.pip.xero.XeroReply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Money spent and received without an invoice, summed by contact. Payments of invoices are not among it. */
final class BankMoves {
    private static final int MOST_CONTACTS = 15;

    private final Books books;
    private final FactBook facts;
    private final Home home;

    private BankMoves(Books books, FactBook facts) {
        this.books = books;
        this.facts = facts;
        this.home = new Home(books.organisation().baseCurrency());
    }

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .text("period", PeriodWords.HELP)
                        .text("contact", "name or part")
                        .require("period")
                        .tool(
                                "bank_transactions",
                                "Money spent and received directly (without invoice payments), by contact."),
                "Reading bank transactions",
                arguments -> new BankMoves(books, facts).look(arguments));
    }

    private Table look(Arguments arguments) {
        Period period = BooksTools.periods(books).read(arguments.required("period"));
        String contact = arguments.text("contact");
        XeroReply<List<BankTransaction>> reply = books.xero()
                .bankTransactions(BankTransactionQuery.all()
                        .withStatus(BankTransaction.Status.AUTHORISED)
                        .dated(DateRange.of(period)));
        List<BankTransaction> moves = reply.value().stream()
                .filter(each -> contact == null
                        || each.contact().name().toLowerCase(Locale.ROOT).contains(contact.toLowerCase(Locale.ROOT)))
                .toList();
        Table table = new Table(
                "Money in and out without invoices, " + period.label(),
                books.organisation().name());
        Evidence evidence = new Evidence(books, reply);
        add(table, "spent", moves, period, evidence, BankTransaction.Type.SPEND);
        add(table, "received", moves, period, evidence, BankTransaction.Type.RECEIVE);
        return table.note("Payments of invoices and bills are not counted here.");
    }

    private void add(
            Table table,
            String measure,
            List<BankTransaction> moves,
            Period period,
            Evidence evidence,
            BankTransaction.Type type) {
        List<BankTransaction> chosen =
                moves.stream().filter(each -> each.type() == type).toList();
        if (chosen.isEmpty()) {
            return;
        }
        addSum(table, measure, "all contacts", chosen, period, evidence);
        Map<String, List<BankTransaction>> groups = new LinkedHashMap<>();
        for (BankTransaction each : chosen) {
            String name = each.contact().name().isBlank()
                    ? "no contact"
                    : each.contact().name();
            groups.computeIfAbsent(FactTable.cell(name), _ -> new ArrayList<>()).add(each);
        }
        groups.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, List<BankTransaction>> entry) -> total(entry.getValue()))
                        .reversed())
                .limit(MOST_CONTACTS)
                .forEach(entry -> addSum(table, measure, entry.getKey(), entry.getValue(), period, evidence));
    }

    private void addSum(
            Table table,
            String measure,
            String subject,
            List<BankTransaction> moves,
            Period period,
            Evidence evidence) {
        table.add(facts.add(
                measure,
                subject,
                period,
                null,
                new Value.Amount(total(moves)),
                evidence.of(
                        moves.stream().map(BankTransaction::bankTransactionId).toList())));
    }

    private Money total(List<BankTransaction> moves) {
        Money total = Money.zero(home.currency());
        for (BankTransaction each : moves) {
            total = total.plus(home.of(each.totals().total(), each.currencyRate(), "a bank transaction"));
        }
        return total;
    }
}
