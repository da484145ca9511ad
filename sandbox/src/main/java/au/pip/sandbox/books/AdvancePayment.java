package au.pip.sandbox.books;

import java.util.UUID;

/**
 * Money that moved without an invoice that it could settle: beyond one, or ahead of one. None of it has been used.
 *
 * @param transaction how it moved and what it posted
 */
public record AdvancePayment(UUID id, Kind kind, BankTransaction transaction) {
    public enum Kind {
        OVERPAYMENT,
        PREPAYMENT
    }
}
