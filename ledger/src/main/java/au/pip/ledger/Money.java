package au.pip.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;

/**
 * An exact amount of one currency, in its minor units (cents for AUD).
 *
 * <p>Arithmetic across two currencies throws {@link IllegalArgumentException}, overflow {@link ArithmeticException}:
 * both are programming errors, never an answer.
 *
 * @param minor the amount in minor units; negative for money owed the other way
 * @param currency an ISO 4217 currency
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {
    public static final Currency AUD = Currency.getInstance("AUD");

    public static Money aud(long cents) {
        return new Money(cents, AUD);
    }

    /** Parses a plain decimal such as {@code "-1234.5"}, which may not be finer than the currency's minor unit. */
    public static Money of(String decimal, Currency currency) {
        return exact(new BigDecimal(decimal), currency);
    }

    /**
     * An amount that must fit the currency's minor unit exactly.
     *
     * @throws ArithmeticException when it is finer than that
     */
    public static Money exact(BigDecimal amount, Currency currency) {
        return new Money(
                amount.movePointRight(digits(currency))
                        .setScale(0, RoundingMode.UNNECESSARY)
                        .longValueExact(),
                currency);
    }

    /** An amount rounded half up to the currency's minor unit. */
    public static Money rounded(BigDecimal amount, Currency currency) {
        return new Money(
                amount.movePointRight(digits(currency))
                        .setScale(0, RoundingMode.HALF_UP)
                        .longValueExact(),
                currency);
    }

    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money negate() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money abs() {
        return minor < 0 ? negate() : this;
    }

    /**
     * The amount in another currency, rounded half up to its minor unit.
     *
     * @param unitsPerTarget how many units of this currency buy one unit of the target, Xero's {@code CurrencyRate}
     */
    public Money convert(BigDecimal unitsPerTarget, Currency target) {
        if (unitsPerTarget.signum() <= 0) {
            throw new IllegalArgumentException("a currency rate is above zero, not " + unitsPerTarget);
        }
        return new Money(
                toDecimal()
                        .movePointRight(digits(target))
                        .divide(unitsPerTarget, 0, RoundingMode.HALF_UP)
                        .longValueExact(),
                target);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minor, digits(currency));
    }

    /** As a person in Australia writes it: {@code $1,234.50}, {@code -$20.00}; other currencies {@code USD 99.00}. */
    public String display() {
        String digits = String.format(
                Locale.ROOT, "%,." + digits(currency) + "f", toDecimal().abs());
        String symbol = currency.equals(AUD) ? "$" : currency.getCurrencyCode() + " ";
        return (minor < 0 ? "-" : "") + symbol + digits;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + toDecimal().toPlainString();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " and " + other.currency);
        }
        return other;
    }

    private static int digits(Currency currency) {
        return Math.max(0, currency.getDefaultFractionDigits());
    }
}
