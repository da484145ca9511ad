package au.pip.sandbox.xero;

import au.pip.ledger.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object of an answer, in order. Values keep their types (LocalDate, Instant, UUID, BigDecimal) until
 * they are written, so that filters compare dates as dates.
 */
final class Fields {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Adds a field, unless its value is null. */
    Fields with(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    Fields money(String name, long cents) {
        return with(name, decimal(cents));
    }

    /** A document's date under both of its names: {@code DateString} and {@code Date}. */
    Fields date(String name, LocalDate date) {
        return with(name + "String", date + "T00:00:00").with(name, date);
    }

    Map<String, Object> map() {
        return Collections.unmodifiableMap(fields);
    }

    static BigDecimal decimal(long cents) {
        return Money.aud(cents).toDecimal();
    }
}
