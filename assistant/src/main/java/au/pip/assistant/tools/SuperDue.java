package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.ledger.tax.DueDate;
import au.pip.ledger.tax.SuperGuarantee;
import au.pip.ledger.tax.TaxData;
import au.pip.ledger.tax.TaxFigure;
import au.pip.xero.Account;
import au.pip.xero.TrialBalance;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Super guarantee on the wages of a period, by when it is due, and what the books still hold as owed. */
final class SuperDue {
    private static final int MOST_PAYDAYS = 3;

    private final Books books;
    private final FactBook facts;
    private final Period period;
    private final Workings workings;
    private final SuperGuarantee law = new SuperGuarantee(TaxData.standard());

    private SuperDue(Books books, FactBook facts, Period period) {
        this.books = books;
        this.facts = facts;
        this.period = period;
        this.workings = new Workings(facts, period, null);
    }

    static BooksTool over(Books books, FactBook facts) {
        return TaxTool.of(
                new Schema()
                        .text("period", "default: this quarter")
                        .tool("super_due", "Super guarantee on wages, due dates, super not paid yet."),
                "Working out super",
                books,
                arguments -> {
                    String asked = arguments.text("period");
                    String period = asked == null ? "this_quarter" : asked;
                    return new SuperDue(books, facts, BooksTools.periods(books).read(period)).look();
                });
    }

    private Table look() {
        Table table = new Table(
                "Super on the wages of " + period.label(), books.organisation().name());
        Wages wages = Wages.of(books, period);
        Fact unpaid = unpaid();
        if (wages.isEmpty()) {
            table.add(unpaid);
            table.add(workings.known(law.rate(period.to())));
            if (TaxTool.isSoleTrader(books.organisation())) {
                table.rule("A sole trader owes no super guarantee for themselves.");
            }
            return table.note("No wages were found in that period. " + Wages.NOTE);
        }
        List<Fact> rates = new ArrayList<>();
        List<Fact> amounts = new ArrayList<>();
        byRate(wages).forEach((rate, group) -> {
            Fact known = workings.known(rate);
            Fact paid = workings.read("wages", group.total(), wages.source(group));
            rates.add(paid);
            rates.add(known);
            amounts.add(workings.percentOf("super guarantee on the wages", known, paid));
        });
        table.add(unpaid);
        table.add(amounts.size() == 1 ? amounts.getFirst() : workings.sum("super guarantee on the wages", amounts));
        rates.forEach(table::add);
        paydays(wages, table);
        return table.note("It takes all wages for qualifying earnings. " + Wages.NOTE);
    }

    private Fact unpaid() {
        XeroReply<TrialBalance> balances = books.xero().trialBalance(books.today());
        XeroReply<List<Account>> chart = books.xero().accounts();
        LedgerAccounts accounts = LedgerAccounts.superOwed(chart);
        return new Workings(facts, Period.day(books.today()), Basis.ACCRUALS)
                .read(
                        "super not paid yet",
                        Balance.owed(
                                balances.value(), accounts, books.organisation().baseCurrency()),
                        new Evidence(books, balances, chart).of(accounts.ids()));
    }

    private Map<TaxFigure, Gathered> byRate(Wages wages) {
        Map<TaxFigure, Gathered> groups = new LinkedHashMap<>();
        wages.paydays()
                .forEach((payday, gathered) -> groups.computeIfAbsent(
                                law.rate(payday),
                                _ -> new Gathered(Money.zero(gathered.total().currency())))
                        .addAll(gathered));
        return groups;
    }

    /** The last ones, each with its due day. */
    private void paydays(Wages wages, Table table) {
        List<LocalDate> days = List.copyOf(wages.paydays().keySet());
        for (LocalDate payday : days.subList(Math.max(0, days.size() - MOST_PAYDAYS), days.size())) {
            DueDate due = law.due(payday);
            table.add(facts.add(
                    "super due by",
                    "the payday of " + Period.day(payday).label(),
                    due.period(),
                    null,
                    new Value.Day(due.day()),
                    due.rule().source()));
        }
        if (law.isByPayday(days.getLast())) {
            table.rule("The fund must have it by then. A new employee's first super may come later.");
        }
    }
}
