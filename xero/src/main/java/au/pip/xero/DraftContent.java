package au.pip.xero;

import au.pip.ledger.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * What every document that is to be made says.
 *
 * @param contactId of a contact that Xero holds, as {@link Contact#contactId}
 * @param date in the organisation's own time zone
 * @param lines one at least
 */
public record DraftContent(
        String contactId, LocalDate date, LineAmounts lineAmounts, Currency currency, List<DraftLine> lines) {
    private static final int MOST_LINES = 100;
    private static final int MOST_TEXT = 40_000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2199;

    public DraftContent {
        contactId = Ids.require(contactId).toLowerCase(Locale.ROOT);
        requireDay("the date", date);
        lines = List.copyOf(lines);
        if (lineAmounts == LineAmounts.OTHER) {
            throw DraftField.refused(
                    "nothing says whether its amounts hold their tax", "say exclusive, inclusive or no tax");
        }
        if (lines.isEmpty()) {
            throw DraftField.refused("it has no line", "add one");
        }
        if (lines.size() > MOST_LINES
                || lines.stream().mapToInt(line -> line.description().length()).sum() > MOST_TEXT) {
            throw DraftField.refused(
                    "it is too long", "make several of it, of " + MOST_LINES + " lines and a few pages at most");
        }
        if (written(currency, lines).isNegative()) {
            throw DraftField.refused("it comes to less than nothing", "make a credit note, or check the lines");
        }
    }

    /** What the lines come to as they are written, each rounded as Xero does: with tax when they are inclusive. */
    public Money written() {
        return written(currency, lines);
    }

    static void requireDay(String field, LocalDate day) {
        if (day.getYear() < FIRST_YEAR || day.getYear() > LAST_YEAR) {
            throw DraftField.refused(field + " is in the year " + day.getYear(), "check it");
        }
    }

    /** @param what such as "the due date" */
    void requireNotBefore(String what, LocalDate day) {
        requireDay(what, day);
        if (day.isBefore(date)) {
            throw DraftField.refused(what + ", " + day + ", is before its date, " + date, "check both");
        }
    }

    void requireDecimals(int decimals) {
        for (DraftLine line : lines) {
            DraftField.decimal("a line's unit amount", line.unitAmount(), 11, decimals);
        }
    }

    private static Money written(Currency currency, List<DraftLine> lines) {
        Money sum = Money.zero(currency);
        for (DraftLine line : lines) {
            sum = sum.plus(Money.rounded(line.amount(), currency));
        }
        return sum;
    }
}
