package au.pip.ledger;

import org.jspecify.annotations.Nullable;

/**
 * One thing read from the books, or worked out of such things.
 *
 * @param id {@code F1}, {@code F2}…, unique within a conversation
 * @param measure what is measured, such as "owed to you" or "net profit"
 * @param subject of whom or what, such as a customer's name or "all customers"
 * @param period the days it covers, or the day it is as of
 * @param basis accruals or cash, where the measure depends on it
 * @param value the figure itself
 * @param source where it was read; a derived fact has its first input's
 * @param formula how it was worked out; null for a fact read directly
 */
public record Fact(
        String id,
        String measure,
        String subject,
        Period period,
        @Nullable Basis basis,
        Value value,
        Source source,
        @Nullable Formula formula) {
    public boolean isDerived() {
        return formula != null;
    }
}
