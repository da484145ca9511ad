package au.pip.sandbox.books;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * Fortnightly wages of a company: a manual journal for what is owed, then the net wages and the super from the bank.
 *
 * <p>Super guarantee rates and, from 1 July 2026, payment with each payday follow the Australian Taxation Office's
 * published rules; the amounts withheld are only alike.
 */
final class PayrollPlan {
    private static final LocalDate PAYDAY_SUPER = LocalDate.of(2026, 7, 1);

    private final Draft draft;
    private final Cast cast;
    private final List<Long> wages;
    private long superOwed;

    PayrollPlan(Draft draft, Cast cast) {
        this.draft = draft;
        this.cast = cast;
        Dice dice = draft.dice("payroll");
        this.wages = cast.employees().stream()
                .map(employee -> dice.between(180, 235) * 1_000L)
                .toList();
    }

    void make() {
        LocalDate payday = draft.spec.start().with(TemporalAdjusters.firstInMonth(DayOfWeek.THURSDAY));
        for (LocalDate day = payday; draft.happened(day); day = day.plusWeeks(2)) {
            if (day.isBefore(PAYDAY_SUPER) && !quarter(day).equals(quarter(day.minusWeeks(2)))) {
                paySuper(draft.weekday(quarter(day).plusDays(20)), "Superannuation for the last quarter");
            }
            pay(day);
            if (!day.isBefore(PAYDAY_SUPER)) {
                paySuper(day.plusDays(4), "Superannuation");
            }
        }
    }

    private void pay(LocalDate day) {
        long gross = wages.stream().mapToLong(Long::longValue).sum();
        long withheld =
                wages.stream().mapToLong(wage -> wage * 19 / 10_000 * 100).sum();
        long superannuation = gross * superPermille(day) / 1000;
        superOwed += superannuation;
        draft.manualJournals.add(new ManualJournal(
                draft.ids.next("manual-journal"),
                day,
                "Wages for the fortnight to " + day.minusDays(1),
                List.of(
                        entry(Chart.WAGES, gross, "Gross wages"),
                        entry(Chart.SUPER, superannuation, "Superannuation guarantee"),
                        entry(Chart.PAYG_WITHHOLDING, -withheld, "PAYG withheld"),
                        entry(Chart.SUPER_PAYABLE, -superannuation, "Superannuation payable"),
                        entry(Chart.WAGES_PAYABLE, withheld - gross, "Net wages payable")),
                draft.stamp(day)));
        BankDraft.spend(draft, cast.employees().getFirst(), day)
                .reference("Payroll, " + wages.size() + " employees")
                .line("Net wages", gross - withheld, Chart.WAGES_PAYABLE, TaxType.BASEXCLUDED)
                .book();
    }

    private void paySuper(LocalDate day, String what) {
        if (superOwed > 0 && draft.happened(day)) {
            BankDraft.spend(draft, cast.payee(PayeeRole.SUPER_FUND), day)
                    .line(what, superOwed, Chart.SUPER_PAYABLE, TaxType.BASEXCLUDED)
                    .book();
            superOwed = 0;
        }
    }

    private static ManualJournal.Entry entry(String account, long amount, String description) {
        return new ManualJournal.Entry(account, amount, description, TaxType.BASEXCLUDED);
    }

    /** The first day of the quarter. */
    private static LocalDate quarter(LocalDate date) {
        return BasPlan.quarterStart(date);
    }

    private static long superPermille(LocalDate payday) {
        int year = payday.getMonthValue() >= 7 ? payday.getYear() : payday.getYear() - 1;
        return switch (year) {
            case 2021 -> 100;
            case 2022 -> 105;
            case 2023 -> 110;
            case 2024 -> 115;
            default -> year < 2021 ? 95 : 120;
        };
    }
}
