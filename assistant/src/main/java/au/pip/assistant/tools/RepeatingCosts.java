package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.xero.BankTransaction;
import au.pip.xero.BankTransactionQuery;
import au.pip.xero.DateRange;
import au.pip.xero.LineAmounts;
import au.pip.xero.LineItem;
import au.pip.xero.XeroReply;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * Money that goes out again and again without a bill: whatever was spent with those who were paid so in each of the last
 * three whole months, at the pace of those months' days. Lines to the accounts of GST, PAYG and super are left out.
 */
final class RepeatingCosts {
    private static final int MONTHS = 3;

    private final Books books;
    private final FactBook facts;
    private final TaxOwed tax;
    private final Home home;
    private final Period months;

    RepeatingCosts(Books books, FactBook facts, TaxOwed tax) {
        this.books = books;
        this.facts = facts;
        this.tax = tax;
        this.home = new Home(books.organisation().baseCurrency());
        YearMonth last = YearMonth.from(books.today()).minusMonths(1);
        this.months = new Period(last.minusMonths(MONTHS - 1).atDay(1), last.atEndOfMonth());
    }

    /** What one of them was paid, and in which months. */
    private record Payee(Gathered spent, Set<YearMonth> months) {}

    Fact expected(Period ahead, Table table) {
        XeroReply<Map<String, Payee>> reply = books.xero()
                .bankTransactions(
                        BankTransactionQuery.all()
                                .withStatus(BankTransaction.Status.AUTHORISED)
                                .dated(DateRange.of(months)),
                        LinkedHashMap::new,
                        this::add);
        Gathered repeating = new Gathered(Money.zero(home.currency()));
        reply.value().values().stream()
                .filter(payee -> payee.months().size() == MONTHS)
                .forEach(payee -> repeating.addAll(payee.spent()));
        Fact spent = table.add(facts.add(
                "spent on what repeats",
                "the business",
                months,
                null,
                new Value.Amount(repeating.total()),
                repeating.source(new Evidence(books, reply))));
        long days = ahead.days() - 1;
        return table.add(facts.derive(
                "repeating costs",
                "the business",
                ahead,
                null,
                new Value.Amount(Figures.scaled(repeating.total(), days, months.days())),
                new Formula.Scaled(spent.id(), days, months.days())));
    }

    private void add(Map<String, Payee> payees, BankTransaction each) {
        if (each.type() != BankTransaction.Type.SPEND || each.date() == null) {
            return;
        }
        Money spent = each.totals().total();
        for (LineItem line : each.lines()) {
            if (line.amount() != null && isTax(line)) {
                spent = spent.minus(gross(line, each.lineAmounts()));
            }
        }
        if (!spent.isZero()) {
            Payee payee = payees.computeIfAbsent(
                    ContactFilter.name(each.contact()),
                    _ -> new Payee(new Gathered(Money.zero(home.currency())), new TreeSet<>()));
            payee.spent().add(home.of(spent, each.currencyRate(), "a bank transaction"), each.bankTransactionId());
            payee.months().add(YearMonth.from(each.date()));
        }
    }

    private boolean isTax(LineItem line) {
        return line.accountId() != null && tax.takes(line.accountId())
                || line.accountCode() != null && tax.takes(line.accountCode());
    }

    private static Money gross(LineItem line, LineAmounts kind) {
        Money amount = Objects.requireNonNull(line.amount());
        return kind == LineAmounts.INCLUSIVE || line.tax() == null ? amount : amount.plus(line.tax());
    }
}
