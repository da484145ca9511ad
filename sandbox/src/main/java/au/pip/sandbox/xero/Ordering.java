package au.pip.sandbox.xero;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The {@code order} parameter: fields with ASC or DESC, separated by commas. */
final class Ordering {
    private Ordering() {}

    static Comparator<Map<String, Object>> parse(String text, List<Map<String, Object>> records) throws BadRequest {
        List<Comparator<Map<String, Object>>> parts = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            String[] words = part.strip().split("\\s+", -1);
            String direction = words.length > 1 ? words[1].toUpperCase(Locale.ROOT) : "ASC";
            if (words.length > 2 || words[0].isEmpty() || !(direction.equals("ASC") || direction.equals("DESC"))) {
                throw BadRequest.query("Syntax error in order '" + text + "'");
            }
            List<String> path = List.of(words[0].split("\\.", -1));
            if (records.stream().allMatch(record -> Where.value(record, path) == null)) {
                throw BadRequest.query("No property or field '" + words[0] + "' exists");
            }
            Comparator<Map<String, Object>> next =
                    (one, other) -> compare(Where.value(one, path), Where.value(other, path));
            parts.add(direction.equals("DESC") ? next.reversed() : next);
        }
        return parts.stream().reduce(Comparator::thenComparing).orElseThrow();
    }

    /** Nothing comes first; values of one field have one type. */
    private static int compare(@Nullable Object one, @Nullable Object other) {
        if (one == null || other == null) {
            return Boolean.compare(one != null, other != null);
        }
        if (one instanceof BigDecimal left && other instanceof BigDecimal right) {
            return left.compareTo(right);
        }
        return key(one).compareTo(key(other));
    }

    /** Dates, instants and texts all sort as their ISO or plain text does. */
    private static String key(Object value) {
        return value.toString().toLowerCase(Locale.ROOT);
    }
}
