package au.pip.xero;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which spent and received money. An empty set or null asks for all. Everything is checked again on what Xero answers,
 * the bank account and reconciliation only there.
 *
 * @param unreconciledOnly booked, but not yet matched to a statement line
 */
public record BankTransactionQuery(
        Set<BankTransaction.Type> types,
        Set<BankTransaction.Status> statuses,
        @Nullable String contactId,
        @Nullable String bankAccountId,
        DateRange dates,
        boolean unreconciledOnly) {

    public BankTransactionQuery {
        types = Words.of(types, BankTransaction.Type.OTHER);
        statuses = Words.of(statuses, BankTransaction.Status.OTHER);
        Ids.requireIfAny(contactId);
        Ids.requireIfAny(bankAccountId);
    }

    public static BankTransactionQuery all() {
        return new BankTransactionQuery(Set.of(), Set.of(), null, null, DateRange.ANY, false);
    }

    public BankTransactionQuery ofType(BankTransaction.Type... types) {
        return new BankTransactionQuery(Set.of(types), statuses, contactId, bankAccountId, dates, unreconciledOnly);
    }

    public BankTransactionQuery withStatus(BankTransaction.Status... statuses) {
        return new BankTransactionQuery(types, Set.of(statuses), contactId, bankAccountId, dates, unreconciledOnly);
    }

    public BankTransactionQuery ofContact(String contactId) {
        return new BankTransactionQuery(types, statuses, contactId, bankAccountId, dates, unreconciledOnly);
    }

    public BankTransactionQuery inBankAccount(String accountId) {
        return new BankTransactionQuery(types, statuses, contactId, accountId, dates, unreconciledOnly);
    }

    public BankTransactionQuery dated(DateRange dates) {
        return new BankTransactionQuery(types, statuses, contactId, bankAccountId, dates, unreconciledOnly);
    }

    public BankTransactionQuery unreconciled() {
        return new BankTransactionQuery(types, statuses, contactId, bankAccountId, dates, true);
    }

    Parameters render() {
        Where where = dates.render(new Where().word("Type", Words.wire(types)).word("Status", Words.wire(statuses)))
                .id("Contact.ContactID", contactId);
        return Parameters.NONE.with("where", where.text());
    }

    boolean matches(BankTransaction transaction) {
        return Words.allow(types, transaction.type())
                && Words.allow(statuses, transaction.status())
                && transaction.contact().is(contactId)
                && (bankAccountId == null
                        || bankAccountId.equalsIgnoreCase(
                                transaction.bankAccount().accountId()))
                && dates.contains(transaction.date())
                && !(unreconciledOnly && transaction.isReconciled());
    }
}
