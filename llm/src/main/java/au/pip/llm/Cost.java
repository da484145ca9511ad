package au.pip.llm;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * What a reply cost, exactly.
 *
 * @param usd US dollars, not rounded
 * @param priceVersion which price was used: the provider's own figure, or the catalogue's row and its date
 * @param atLeast it may cost more: the reply has not come to its end, and providers count its output only there; or a
 *     try before it broke off unanswered, and may be billed too
 */
public record Cost(BigDecimal usd, String priceVersion, boolean atLeast) {
    /** Of a whole reply. */
    public Cost(BigDecimal usd, String priceVersion) {
        this(usd, priceVersion, false);
    }

    /**
     * To two significant digits below a cent and to the cent above: {@code $0.000053}, {@code $1.25}, {@code $0}; with
     * "at least" before it where that is so.
     */
    public String display() {
        if (usd.signum() == 0) {
            return "$0";
        }
        BigDecimal shown = usd.abs().compareTo(new BigDecimal("0.01")) < 0
                ? usd.round(new MathContext(2, RoundingMode.HALF_UP))
                : usd.setScale(2, RoundingMode.HALF_UP);
        return (atLeast ? "at least $" : "$") + shown.toPlainString();
    }
}
