package au.pip.xero;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Decimals that Xero writes as text, as in reports: plain digits, an optional minus, no grouping. */
final class Decimals {
    private static final Pattern PLAIN = Pattern.compile("-?\\d{1,20}(\\.\\d{1,30})?");

    private Decimals() {}

    /** The number, or null when the text is not one. */
    static @Nullable BigDecimal parse(String text) {
        String plain = text.strip();
        return PLAIN.matcher(plain).matches() ? new BigDecimal(plain) : null;
    }
}
