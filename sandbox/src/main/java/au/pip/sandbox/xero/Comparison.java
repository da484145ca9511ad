package au.pip.sandbox.xero;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One comparison of the filter language. */
enum Comparison {
    EQUAL,
    NOT_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL;

    static Comparison of(String sign) throws BadRequest {
        return switch (sign) {
            case "==", "=" -> EQUAL;
            case "!=", "<>" -> NOT_EQUAL;
            case "<" -> LESS;
            case "<=" -> LESS_OR_EQUAL;
            case ">" -> GREATER;
            case ">=" -> GREATER_OR_EQUAL;
            default -> throw BadRequest.query("An operator expected, not '" + sign + "'");
        };
    }

    /** Refuses operands that have no common type, or no order when one is asked for. */
    void check(Object value, Object literal, String field) throws BadRequest {
        boolean ordered = this != EQUAL && this != NOT_EQUAL;
        boolean fits = switch (literal) {
            case LocalDateTime date -> value instanceof LocalDate || value instanceof Instant;
            case BigDecimal number -> value instanceof Number;
            case String text -> value instanceof String && !ordered;
            case Boolean flag -> value instanceof Boolean && !ordered;
            case UUID guid -> value instanceof UUID && !ordered;
            default -> false;
        };
        if (!fits) {
            throw BadRequest.query("Operator '" + this + "' is incompatible with the operands of '" + field + "'");
        }
    }

    /** Whether it holds; without a value only an inequality with something, or an equality with nothing, does. */
    boolean holds(@Nullable Object value, @Nullable Object literal) {
        if (value == null || literal == null) {
            boolean same = value == null && literal == null;
            return this == EQUAL ? same : this == NOT_EQUAL && !same;
        }
        int order = switch (literal) {
            case LocalDateTime date -> moment(value).compareTo(date);
            case BigDecimal number -> new BigDecimal(value.toString()).compareTo(number);
            default -> value.equals(literal) ? 0 : 1;
        };
        return switch (this) {
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
        };
    }

    private static LocalDateTime moment(Object value) {
        return switch (value) {
            case LocalDate date -> date.atStartOfDay();
            case Instant instant -> LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
            default -> throw new IllegalStateException("no date: " + value);
        };
    }
}
