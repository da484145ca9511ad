package au.pip.xero;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Xero's {@code where}, made of typed conditions only: words of Xero's own lists, days and ids. There is no way to put
 * a text from outside into it.
 */
final class Where {
    private static final Pattern WORD = Pattern.compile("[A-Z-]+");

    private final List<String> conditions = new ArrayList<>();

    /** One of Xero's words. A set of several is left to the caller to filter: Xero is slow, or refuses, with OR. */
    Where word(String field, Set<String> words) {
        if (words.size() == 1) {
            String word = words.iterator().next();
            if (!WORD.matcher(word).matches()) {
                throw new IllegalArgumentException("not a word of Xero's: " + word);
            }
            conditions.add(field + "==\"" + word + "\"");
        }
        return this;
    }

    Where id(String field, @Nullable String id) {
        if (id != null) {
            conditions.add(field + "==guid(\"" + Ids.require(id) + "\")");
        }
        return this;
    }

    Where from(String field, @Nullable LocalDate first) {
        return day(field, ">=", first);
    }

    Where to(String field, @Nullable LocalDate last) {
        return day(field, "<=", last);
    }

    Where before(String field, @Nullable LocalDate day) {
        return day(field, "<", day);
    }

    /** The whole filter; "" when there is no condition. */
    String text() {
        return String.join(" AND ", conditions);
    }

    private Where day(String field, String operator, @Nullable LocalDate day) {
        if (day != null) {
            conditions.add("%s%sDateTime(%d,%02d,%02d)"
                    .formatted(field, operator, day.getYear(), day.getMonthValue(), day.getDayOfMonth()));
        }
        return this;
    }
}
