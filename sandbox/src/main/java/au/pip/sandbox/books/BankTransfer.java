package au.pip.sandbox.books;

import java.util.UUID;

/** Money moved between own accounts: the two bank transactions that are its sides. */
public record BankTransfer(UUID id, BankTransaction from, BankTransaction to) {
    /** Cents of AUD. */
    public long amount() {
        return from.total();
    }
}
