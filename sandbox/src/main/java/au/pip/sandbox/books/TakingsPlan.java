package au.pip.sandbox.books;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** What is sold over the counter: the card terminal's takings of a week, paid out on Monday. */
final class TakingsPlan {
    private TakingsPlan() {}

    static void make(Draft draft, Cast cast) {
        Dice dice = draft.dice("takings");
        LocalDate first = draft.spec.start().with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY));
        for (LocalDate monday = first; draft.happened(monday); monday = monday.plusWeeks(1)) {
            new BankDraft(draft, BankTransactionType.RECEIVE, Chart.BANK, cast.payee(PayeeRole.BANK), monday)
                    .reference("Card terminal")
                    .line("Takings of the week", dice.between(480_000, 910_000), Chart.SALES, TaxType.OUTPUT)
                    .book();
        }
    }
}
