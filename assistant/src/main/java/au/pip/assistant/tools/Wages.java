package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.xero.Account;
import au.pip.xero.BankTransaction;
import au.pip.xero.BankTransactionQuery;
import au.pip.xero.DateRange;
import au.pip.xero.LineItem;
import au.pip.xero.ManualJournal;
import au.pip.xero.ManualJournalQuery;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Wages and what was withheld from them, by the day of their record: journals posted by hand, and money spent straight
 * on a wages account. Pay runs of Xero Payroll are in neither.
 */
final class Wages {
    /** To be told wherever wages are. */
    static final String NOTE =
            "Wages are those in journals posted by hand and in money spent on a wages account; pay runs of Xero Payroll"
                    + " are not to be had from there.";

    private final Money zero;
    private final LedgerAccounts wages;
    private final LedgerAccounts withholding;
    private final SortedMap<LocalDate, Gathered> paydays = new TreeMap<>();
    private final Gathered all;
    private final Gathered withheld;
    private final Evidence evidence;

    private Wages(Books books, Period period) {
        this.zero = Money.zero(books.organisation().baseCurrency());
        XeroReply<List<Account>> chart = books.xero().accounts();
        this.wages = LedgerAccounts.wages(chart);
        this.withholding = LedgerAccounts.withholding(chart);
        this.all = new Gathered(zero);
        this.withheld = new Gathered(zero);
        DateRange dates = DateRange.of(period);
        XeroReply<List<ManualJournal>> journals = books.xero()
                .manualJournals(ManualJournalQuery.all()
                        .withStatus(ManualJournal.Status.POSTED)
                        .dated(dates));
        XeroReply<SortedMap<LocalDate, Gathered>> bank = books.xero()
                .bankTransactions(
                        BankTransactionQuery.all()
                                .withStatus(BankTransaction.Status.AUTHORISED)
                                .dated(dates),
                        TreeMap::new,
                        this::add);
        this.evidence = new Evidence(books, journals, bank, chart);
        journals.value().forEach(this::add);
        bank.value().forEach((day, paid) -> payday(paydays, day).addAll(paid));
        paydays.values().forEach(all::addAll);
    }

    static Wages of(Books books, Period period) {
        return new Wages(books, period);
    }

    boolean isEmpty() {
        return paydays.isEmpty();
    }

    SortedMap<LocalDate, Gathered> paydays() {
        return paydays;
    }

    Gathered all() {
        return all;
    }

    Gathered withheld() {
        return withheld;
    }

    Source source(Gathered gathered) {
        return gathered.source(evidence);
    }

    private void add(ManualJournal journal) {
        Money paid = zero;
        Money kept = zero;
        for (ManualJournal.Line line : journal.lines()) {
            if (wages.hold(line.accountId(), line.accountCode())) {
                paid = paid.plus(line.amount());
            } else if (withholding.hold(line.accountId(), line.accountCode())) {
                kept = kept.minus(line.amount());
            }
        }
        add(paydays, journal.date(), paid, journal.manualJournalId());
        if (!kept.isZero()) {
            withheld.add(kept, journal.manualJournalId());
        }
    }

    private void add(SortedMap<LocalDate, Gathered> found, BankTransaction transaction) {
        Money paid = zero;
        for (LineItem line : transaction.lines()) {
            Money amount = line.amount();
            if (amount != null
                    && amount.currency().equals(zero.currency())
                    && wages.hold(line.accountId(), line.accountCode())) {
                paid = paid.plus(transaction.type() == BankTransaction.Type.SPEND ? amount : amount.negate());
            }
        }
        add(found, transaction.date(), paid, transaction.bankTransactionId());
    }

    private void add(SortedMap<LocalDate, Gathered> found, @Nullable LocalDate day, Money paid, String id) {
        if (!paid.isZero() && day != null) {
            payday(found, day).add(paid, id);
        }
    }

    private Gathered payday(SortedMap<LocalDate, Gathered> found, LocalDate day) {
        return found.computeIfAbsent(day, _ -> new Gathered(zero));
    }
}
