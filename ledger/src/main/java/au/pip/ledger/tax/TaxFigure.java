package au.pip.ledger.tax;

import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One entry of the tax data.
 *
 * @param period the days for which it was found to hold, both included
 * @param publisher who says so
 * @param title the Act or the page
 * @param checked the day on which somebody last looked
 * @param note what a reader must know besides; may be empty
 * @param digest SHA-256 of the file that holds it, in hexadecimal
 */
public record TaxFigure(
        TaxItem item,
        Period period,
        TaxValue value,
        TaxStatus status,
        String publisher,
        String title,
        LocalDate checked,
        String note,
        String digest) {
    public boolean isLaw() {
        return status == TaxStatus.LAW;
    }

    /** @throws IllegalStateException when it is no single value */
    public Value single() {
        if (value instanceof TaxValue.Single(Value single)) {
            return single;
        }
        throw new IllegalStateException(item.words() + " is no single value");
    }

    /** @throws IllegalStateException when it is no amount */
    public Money amount() {
        if (single() instanceof Value.Amount(Money money)) {
            return money;
        }
        throw new IllegalStateException(item.words() + " is no amount");
    }

    /** @throws IllegalStateException when it is no percentage */
    public BigDecimal percent() {
        if (single() instanceof Value.Percent(BigDecimal percent)) {
            return percent;
        }
        throw new IllegalStateException(item.words() + " is no percentage");
    }

    /** @throws IllegalStateException when it is no count */
    public int count() {
        if (single() instanceof Value.Count(long count)) {
            return Math.toIntExact(count);
        }
        throw new IllegalStateException(item.words() + " is no count");
    }

    /** So many percent of the amount, rounded half up to the cent. */
    public Money of(Money amount) {
        return Money.rounded(amount.toDecimal().multiply(percent()).movePointLeft(2), amount.currency());
    }

    /** Where a fact made of it comes from. */
    public Source source() {
        return Source.ofTaxData(
                "%s: %s (%s), checked %s"
                        .formatted(
                                publisher,
                                title,
                                status.words(),
                                Period.day(checked).label()),
                item.words(),
                checked,
                digest);
    }
}
