package au.pip.sandbox.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bank transaction while it is being made; its amounts include their tax. {@link #book} adds it to the draft. */
final class BankDraft {
    private final Draft draft;
    private final BankTransactionType type;
    private final String bankAccount;
    private final @Nullable Contact contact;
    private final LocalDate date;
    private final List<Line> lines = new ArrayList<>();
    private String reference = "";
    private boolean reconciled;
    private boolean deleted;

    BankDraft(Draft draft, BankTransactionType type, String bankAccount, @Nullable Contact contact, LocalDate date) {
        this.draft = draft;
        this.type = type;
        this.bankAccount = bankAccount;
        this.contact = contact;
        this.date = date;
        this.reconciled = draft.reconciled(date);
    }

    static BankDraft spend(Draft draft, Contact contact, LocalDate date) {
        return new BankDraft(draft, BankTransactionType.SPEND, Chart.BANK, contact, date);
    }

    BankDraft line(String description, long cents, String account, TaxType taxType) {
        lines.add(Line.of(
                draft.ids.next("line"),
                description,
                BigDecimal.ONE,
                cents,
                account,
                taxType,
                LineAmountTypes.INCLUSIVE));
        return this;
    }

    BankDraft reference(String text) {
        reference = text;
        return this;
    }

    BankDraft unreconciled() {
        reconciled = false;
        return this;
    }

    BankDraft deleted() {
        deleted = true;
        reconciled = false;
        return this;
    }

    void book() {
        draft.bankTransactions.add(new BankTransaction(
                draft.ids.next("bank-transaction"),
                type,
                bankAccount,
                contact == null ? null : contact.id(),
                date,
                reference,
                deleted,
                reconciled,
                LineAmountTypes.INCLUSIVE,
                lines,
                draft.stamp(date)));
    }
}
