package au.pip.assistant.tools;

import au.pip.xero.Account;
import au.pip.xero.AccountClass;
import au.pip.xero.XeroReply;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ledger accounts of one purpose, found by Xero's account types; by their names where none has such a type. */
record LedgerAccounts(List<Account> accounts) {
    private static final Pattern WAGES = Pattern.compile("(?i)\\b(?:wages|salar(?:y|ies))\\b");
    private static final Pattern WITHHOLDING = Pattern.compile("(?i)\\bPAYG\\b.*\\bwith|\\bwithh(?:eld|olding)");
    private static final Pattern SUPER = Pattern.compile("(?i)\\bsuper(?:annuation)?\\b");
    private static final Pattern INCOME_TAX = Pattern.compile("(?i)\\bincome tax\\b|\\bPAYG\\w? instal");

    static LedgerAccounts wages(XeroReply<List<Account>> chart) {
        return of(chart, Set.of("WAGESEXPENSE"), WAGES, account -> account.accountClass() == AccountClass.EXPENSE);
    }

    static LedgerAccounts withholding(XeroReply<List<Account>> chart) {
        return of(
                chart,
                Set.of("PAYGLIABILITY", "PAYG"),
                WITHHOLDING,
                account -> account.accountClass() == AccountClass.LIABILITY);
    }

    static LedgerAccounts superOwed(XeroReply<List<Account>> chart) {
        return of(
                chart,
                Set.of("SUPERANNUATIONLIABILITY"),
                SUPER,
                account -> account.accountClass() == AccountClass.LIABILITY);
    }

    /** Where instalments of income tax are booked. */
    static LedgerAccounts incomeTax(XeroReply<List<Account>> chart) {
        return of(chart, Set.of(), INCOME_TAX, account -> !account.isBank());
    }

    static LedgerAccounts gst(XeroReply<List<Account>> chart) {
        return new LedgerAccounts(chart.value().stream()
                .filter(account -> Objects.equals(account.systemAccount(), "GST"))
                .toList());
    }

    boolean isEmpty() {
        return accounts.isEmpty();
    }

    List<String> ids() {
        return accounts.stream().map(Account::accountId).toList();
    }

    /** Whether a line is booked there, by either of the ways in which Xero names its account. */
    boolean hold(@Nullable String accountId, @Nullable String code) {
        return accounts.stream()
                .anyMatch(account -> account.accountId().equalsIgnoreCase(accountId)
                        || accountId == null
                                && !account.code().isEmpty()
                                && account.code().equals(code));
    }

    private static LedgerAccounts of(
            XeroReply<List<Account>> chart, Set<String> types, Pattern name, Predicate<Account> otherwise) {
        List<Account> typed = chart.value().stream()
                .filter(account -> types.contains(account.type()))
                .toList();
        return new LedgerAccounts(
                typed.isEmpty()
                        ? chart.value().stream()
                                .filter(otherwise)
                                .filter(account -> name.matcher(account.name()).find())
                                .toList()
                        : typed);
    }
}
