package au.pip.evaluation.grounding;

import au.pip.ledger.Basis;
import au.pip.ledger.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One made fact.
 *
 * @param whom a customer, supplier, bank account or document; null for all of them, or for the business
 * @param number in whole units, such as dollars; the day's epoch day for a day
 * @param currency ISO code of an amount; empty for the rest
 */
record Item(
        String id,
        Kind kind,
        @Nullable String whom,
        Period when,
        @Nullable Basis basis,
        BigDecimal number,
        String currency) {
    LocalDate day() {
        return LocalDate.ofEpochDay(number.longValueExact());
    }
}
