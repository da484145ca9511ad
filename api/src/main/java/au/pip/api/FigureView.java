package au.pip.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A figure in an answer.
 *
 * @param text as shown, such as {@code $1,234.50}
 * @param value a decimal string, or an ISO date, month or duration
 * @param currency ISO 4217, of an amount
 * @param status {@code verified}, {@code derived}, {@code user} or {@code unverified}
 * @param formula how it was worked out, such as {@code F1 − F2}
 * @param facts the fact itself first, then what it was worked out of
 */
public record FigureView(
        String text,
        String value,
        @Nullable String currency,
        String status,
        @Nullable String formula,
        List<FactView> facts) {
    public FigureView {
        facts = List.copyOf(facts);
    }
}
