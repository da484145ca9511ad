package au.pip.sandbox.books;

import java.util.ArrayList;
import java.util.List;

/** The balances that the business brought with it on the first day; nobody owed anything then. */
final class Opening {
    static final long OFFICE_EQUIPMENT = 860_000;
    static final long COMPUTER_EQUIPMENT = 540_000;
    private static final long LEAST_IN_BANK = 412_655;
    private static final long USUAL_IN_BANK = 1_874_230;

    private Opening() {}

    /** An opening that leaves the bank account in funds on every day of the given journal. */
    static List<JournalEntry> balances(Draft draft, List<JournalEntry> journal) {
        long lowest = new Balances(journal).lowest(Chart.BANK);
        long bank = Math.max(USUAL_IN_BANK, LEAST_IN_BANK - lowest);
        List<JournalLine> lines = new ArrayList<>(List.of(
                JournalLine.plain(Chart.BANK, bank),
                JournalLine.plain(Chart.SAVINGS, 1_250_000),
                JournalLine.plain(Chart.OFFICE_EQUIPMENT, OFFICE_EQUIPMENT),
                JournalLine.plain(Chart.OFFICE_DEPRECIATION, -215_000),
                JournalLine.plain(Chart.COMPUTER_EQUIPMENT, COMPUTER_EQUIPMENT),
                JournalLine.plain(Chart.COMPUTER_DEPRECIATION, -162_000),
                JournalLine.plain(Chart.LOAN, -1_800_000)));
        if (draft.isPtyLtd()) {
            lines.add(JournalLine.plain(Chart.SHARE_CAPITAL, -1_000_000));
        }
        long owners = -lines.stream().mapToLong(JournalLine::amount).sum();
        lines.add(JournalLine.plain(draft.isPtyLtd() ? Chart.RETAINED_EARNINGS : Chart.FUNDS_INTRODUCED, owners));
        return List.of(new JournalEntry(
                draft.ids.next("conversion-journal"),
                draft.spec.start(),
                SourceType.CONVERSION,
                draft.ids.next("conversion"),
                null,
                "Opening balances",
                lines));
    }
}
