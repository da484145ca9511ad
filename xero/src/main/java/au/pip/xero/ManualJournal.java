package au.pip.xero;

import au.pip.ledger.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A journal posted by hand, in the organisation's currency.
 *
 * @param onCashReports whether reports on a cash basis count it
 */
public record ManualJournal(
        String manualJournalId,
        String narration,
        Status status,
        @Nullable LocalDate date,
        LineAmounts lineAmounts,
        List<Line> lines,
        boolean onCashReports,
        @Nullable Instant updatedAt) {

    /** Only {@code POSTED} counts. */
    public enum Status {
        DRAFT,
        POSTED,
        DELETED,
        VOIDED,
        ARCHIVED,
        OTHER
    }

    /**
     * @param amount debits positive, credits negative
     * @param tax null where Xero leaves it out
     */
    public record Line(
            Money amount,
            @Nullable Money tax,
            String taxType,
            @Nullable String accountCode,
            @Nullable String accountId,
            String description) {}

    static ManualJournal parse(Fields fields, Supplier<Currency> base) {
        return new ManualJournal(
                fields.requiredText("ManualJournalID"),
                fields.text("Narration", ""),
                fields.choice("Status", Status.OTHER),
                fields.date("Date"),
                LineAmounts.parse(fields),
                fields.list("JournalLines", each -> line(each, base.get())),
                fields.flag("ShowOnCashBasisReports", true),
                fields.instant("UpdatedDateUTC"));
    }

    private static Line line(Fields fields, Currency currency) {
        return new Line(
                fields.flag("IsBlank")
                        ? fields.moneyOrZero("LineAmount", currency)
                        : fields.requiredMoney("LineAmount", currency),
                fields.money("TaxAmount", currency),
                fields.text("TaxType", ""),
                fields.text("AccountCode"),
                fields.text("AccountID"),
                fields.text("Description", ""));
    }
}
