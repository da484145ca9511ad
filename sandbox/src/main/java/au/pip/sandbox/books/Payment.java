package au.pip.sandbox.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Money paid on an invoice or bill.
 *
 * @param amount cents of the document's currency
 * @param rate units of the document's currency for one AUD on the day of payment
 * @param bankAmount what left or reached the bank account, in cents of AUD
 */
public record Payment(
        UUID id,
        UUID invoiceId,
        LocalDate date,
        long amount,
        String bankAccountCode,
        BigDecimal rate,
        long bankAmount,
        boolean reconciled) {}
