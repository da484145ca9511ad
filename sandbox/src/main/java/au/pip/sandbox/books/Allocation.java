package au.pip.sandbox.books;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Credit of a credit note set against an invoice or bill.
 *
 * @param amount cents
 */
public record Allocation(UUID id, UUID creditNoteId, UUID invoiceId, LocalDate date, long amount) {}
