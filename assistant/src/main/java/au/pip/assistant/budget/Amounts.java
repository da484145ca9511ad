package au.pip.assistant.budget;

import au.pip.assistant.store.BudgetStore.Unit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Amounts of a budget's unit: from dollars, and in words. */
final class Amounts {
    private static final int NANO = 9;
    private static final BigDecimal MOST = BigDecimal.valueOf(Long.MAX_VALUE);
    private static final BigDecimal CENT = new BigDecimal("0.01");

    private Amounts() {}

    /** Billionths of a dollar, rounded up ({@link RoundingMode#CEILING}); the greatest long for more than that. */
    static long nanos(BigDecimal dollars) {
        return dollars.movePointRight(NANO)
                .setScale(0, RoundingMode.CEILING)
                .min(MOST)
                .longValueExact();
    }

    /** An exact decimal: dollars, or tokens. */
    static String plain(Unit unit, long amount) {
        return switch (unit) {
            case NANO_DOLLAR -> plain(dollars(amount));
            case TOKEN -> Long.toString(amount);
        };
    }

    private static String plain(BigDecimal dollars) {
        BigDecimal exact = dollars.stripTrailingZeros();
        return exact.setScale(Math.max(2, exact.scale())).toPlainString();
    }

    /** Dollars to the cent, below a cent to two digits, rounded half up; or tokens. */
    static String words(Unit unit, long amount) {
        return switch (unit) {
            case NANO_DOLLAR -> "US$" + shown(dollars(amount));
            case TOKEN -> "%,d tokens".formatted(amount);
        };
    }

    private static String shown(BigDecimal dollars) {
        boolean small = dollars.signum() > 0 && dollars.compareTo(CENT) < 0;
        return plain(
                small
                        ? dollars.round(new MathContext(2, RoundingMode.HALF_UP))
                        : dollars.setScale(2, RoundingMode.HALF_UP));
    }

    private static BigDecimal dollars(long nanos) {
        return BigDecimal.valueOf(nanos, NANO);
    }
}
