package au.pip.assistant.tools;

import au.pip.assistant.books.FactTable;
import au.pip.xero.Account;
import au.pip.xero.AccountClass;
import au.pip.xero.TaxRate;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which ledger accounts and taxes a document's lines may have: those of sales, or those of purchases.
 *
 * @param accounts the organisation's chart
 * @param rates its tax rates
 */
record DraftSide(boolean sales, List<Account> accounts, List<TaxRate> rates) {
    private static final int MOST = 15;

    /** Ledger accounts of Xero's own, which no document's line may have. */
    private static final Set<String> CONTROL = Set.of(
            "DEBTORS",
            "CREDITORS",
            "GST",
            "GSTONIMPORTS",
            "RETAINEDEARNINGS",
            "BANKCURRENCYGAIN",
            "REALISEDCURRENCYGAIN",
            "UNREALISEDCURRENCYGAIN",
            "TRACKINGTRANSFERS",
            "HISTORICAL",
            "ROUNDING");

    /** @throws BadArgument that lists some, when it is none of them or not said */
    Account account(@Nullable String asked) {
        if (asked == null) {
            throw new BadArgument(
                    "A line needs a ledger account. " + some() + " Choose by what the line is for, or ask.");
        }
        return accounts.stream()
                .filter(this::takes)
                .filter(each -> each.code().equals(asked) || each.name().strip().equalsIgnoreCase(asked))
                .findFirst()
                .orElseThrow(() -> new BadArgument("No active ledger account has the code or name '%s'. %s"
                        .formatted(FactTable.cell(asked), some())));
    }

    private boolean takes(Account account) {
        return account.status() == Account.Status.ACTIVE
                && !account.isBank()
                && !account.code().isEmpty()
                && !CONTROL.contains(Objects.requireNonNullElse(account.systemAccount(), ""));
    }

    private String some() {
        AccountClass usual = sales ? AccountClass.REVENUE : AccountClass.EXPENSE;
        return accounts.stream()
                .filter(this::takes)
                .filter(each -> each.accountClass() == usual)
                .limit(MOST)
                .map(each -> each.code() + " " + FactTable.cell(each.name()))
                .collect(Collectors.joining(", ", "Some are: ", "."));
    }

    /**
     * @param asked {@code gst}, {@code gst_free}, {@code none}, or a rate's name or type; null for the account's usual
     * @throws BadArgument when the organisation has no such rate
     */
    TaxRate tax(@Nullable String asked, Account account) {
        String wanted = switch (asked == null ? "" : asked.toLowerCase(Locale.ROOT)) {
            case "" -> account.taxType();
            case "gst" -> sales ? "OUTPUT" : "INPUT";
            case "gst_free" -> sales ? "EXEMPTOUTPUT" : "EXEMPTEXPENSES";
            case "none" -> "BASEXCLUDED";
            default -> String.valueOf(asked);
        };
        return rates.stream()
                .filter(each ->
                        !each.status().equals("DELETED") && !each.status().equals("ARCHIVED"))
                .filter(each -> each.taxType().equalsIgnoreCase(wanted)
                        || each.name().strip().equalsIgnoreCase(wanted))
                .filter(each -> rate(each) != null)
                .findFirst()
                .orElseThrow(() -> new BadArgument(
                        "The organisation has no tax rate '%s'. Use gst, gst_free, none, or a rate's name: %s."
                                .formatted(
                                        FactTable.cell(wanted),
                                        rates.stream()
                                                .limit(MOST)
                                                .map(each -> FactTable.cell(each.name()))
                                                .collect(Collectors.joining(", ")))));
    }

    /** Percent; null where Xero does not tell. */
    static @Nullable BigDecimal rate(TaxRate rate) {
        return rate.effectiveRate() == null ? rate.displayRate() : rate.effectiveRate();
    }
}
