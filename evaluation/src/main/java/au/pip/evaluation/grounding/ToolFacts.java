package au.pip.evaluation.grounding;

import au.pip.ledger.Basis;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** What the tools over cash, tax, payers, costs and plans give, and what holds by law. */
final class ToolFacts {
    private final MadeBook book;
    private final Random random;
    private final LocalDate today;
    private final Period quarter;
    private final Period year;

    ToolFacts(MadeBook book, Random random) {
        this.book = book;
        this.random = random;
        this.today = book.today;
        this.quarter = Period.quarterOf(today.minusMonths(3));
        int first = today.getMonthValue() >= 7 ? today.getYear() : today.getYear() - 1;
        this.year = new Period(LocalDate.of(first - 1, 7, 1), LocalDate.of(first, 6, 30));
    }

    void add() {
        Period now = Period.day(today);
        for (Kind kind : Family.SPENDABLE.kinds) {
            business(kind, now, null);
        }
        business(Kind.SUPER_UNPAID, now, Basis.ACCRUALS);
        business(Kind.WITHHELD, now, Basis.ACCRUALS);
        Period ahead = new Period(today, today.plusDays(29));
        business(Kind.CASH_THEN, ahead, null);
        book.money(Kind.CASH_IN, null, "all customers", ahead, null, book.amount());
        business(Kind.CASH_OUT, ahead, null);
        length(Kind.DAYS, ahead, 30);
        Period months = new Period(
                YearMonth.from(today).minusMonths(3).atDay(1),
                YearMonth.from(today).minusMonths(1).atEndOfMonth());
        length(Kind.MONTHS, months, 3);
        tax();
        people();
        plans();
        law();
    }

    private void tax() {
        for (Period span : List.of(quarter, Period.quarterOf(quarter.from().minusMonths(1)))) {
            for (Kind kind : Family.FORM.kinds) {
                book.money(kind, null, "the business", span, Basis.ACCRUALS, known(kind.meaning(), span));
            }
            business(Kind.SUPER_ON_WAGES, span, Basis.ACCRUALS);
            day(Kind.BAS_DUE, span, span.to().plusDays(28));
            day(Kind.BAS_AGENT, span, span.to().plusDays(56));
        }
        for (Kind kind : Family.PUT_AWAY.kinds) {
            business(kind, new Period(year.to().plusDays(1), today), Basis.ACCRUALS);
        }
    }

    private void people() {
        for (String name : book.customers.subList(0, 4)) {
            count(Kind.DAYS_LATE, name, year, 1 + random.nextInt(60));
            count(Kind.PAID_INVOICES, name, year, 2 + random.nextInt(40));
            count(Kind.OLDEST, name, Period.day(today), 3 + random.nextInt(120));
            book.money(Kind.INVOICED, name, name, year, null, book.amount());
            percent(Kind.INVOICED_SHARE, name, year);
        }
        for (String name : MadeBook.SUPPLIERS.subList(0, 3)) {
            book.money(Kind.SPENT, name, name, year, Basis.ACCRUALS, book.amount());
            percent(Kind.SPENT_SHARE, name, year);
        }
        for (Kind kind : Family.ODD.kinds) {
            count(kind, null, year, 2 + random.nextInt(20));
        }
    }

    private void plans() {
        business(Kind.BUDGETED, quarter, null);
        business(Kind.ABOVE_BUDGET, quarter, Basis.ACCRUALS);
        business(Kind.ABOVE_PLAN, quarter, Basis.ACCRUALS);
        business(Kind.MORE_PROFIT, Period.month(YearMonth.from(today).minusMonths(1)), Basis.ACCRUALS);
    }

    /** Of made years and made rates: what counts is that a later one differs. */
    private void law() {
        Period before = new Period(LocalDate.of(2023, 7, 1), LocalDate.of(2025, 6, 30));
        Period since = new Period(LocalDate.of(2025, 7, 1), LocalDate.of(2028, 6, 30));
        for (Period span : List.of(before, since)) {
            for (Kind kind : Family.RATES.kinds) {
                percent(kind, null, span);
            }
            for (Kind kind : Family.LIMITS.kinds) {
                book.money(
                        kind,
                        null,
                        "the law",
                        span,
                        null,
                        BigDecimal.valueOf((1 + random.nextInt(99)) * 1_000L, 0).setScale(2));
            }
        }
    }

    private BigDecimal known(Kind kind, Period when) {
        return book.all(item -> item.kind() == kind && item.when().equals(when)).stream()
                .findFirst()
                .map(Item::number)
                .orElseGet(book::amount);
    }

    private void business(Kind kind, Period when, @Nullable Basis basis) {
        book.money(kind, null, "the business", when, basis, book.amount());
    }

    private void count(Kind kind, @Nullable String whom, Period when, int count) {
        String id = book.put(kind, whom == null ? "all suppliers" : whom, when, null, new Value.Count(count));
        book.items.add(new Item(id, kind, whom, when, null, BigDecimal.valueOf(count), ""));
    }

    private void percent(Kind kind, @Nullable String whom, Period when) {
        BigDecimal percent = BigDecimal.valueOf(11 + random.nextInt(500), 1);
        String id = book.put(kind, whom == null ? "the law" : whom, when, null, new Value.Percent(percent));
        book.items.add(new Item(id, kind, whom, when, null, percent, ""));
    }

    private void day(Kind kind, Period when, LocalDate day) {
        String id = book.put(kind, "the business", when, null, new Value.Day(day));
        book.items.add(new Item(id, kind, null, when, null, BigDecimal.valueOf(day.toEpochDay()), ""));
    }

    private void length(Kind kind, Period when, int length) {
        String id = book.money(kind, null, "the business", when, null, book.amount());
        Item told = book.items.removeLast();
        book.items.add(new Item(id, kind, null, told.when(), null, BigDecimal.valueOf(length), ""));
    }
}
