package au.pip.assistant.tools;

import au.pip.ledger.Money;
import au.pip.xero.TrialBalance;
import java.util.Currency;

/** Balances of ledger accounts together. */
final class Balance {
    private Balance() {}

    /** Credits positive: what is owed. Zero for accounts that the trial balance leaves out. */
    static Money owed(TrialBalance balances, LedgerAccounts accounts, Currency currency) {
        Money owed = Money.zero(currency);
        for (TrialBalance.Line line : balances.lines()) {
            if (accounts.hold(line.accountId(), line.code())) {
                owed = owed.minus(line.balance());
            }
        }
        return owed;
    }
}
