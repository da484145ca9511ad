package au.pip.llm;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Headers of one's own for every request to a provider: for a gateway, a trial feature, a project. Their values may be
 * secret, so its text form shows their names only.
 *
 * @param values by name, whatever its case; one that a protocol sends of itself, such as {@code anthropic-version}, is
 *     replaced
 */
public record ExtraHeaders(Map<String, String> values) {
    public static final ExtraHeaders NONE = new ExtraHeaders(Map.of());

    /** What HTTP and the body's form decide. */
    private static final Set<String> NOT_YOURS =
            Set.of("connection", "content-length", "content-type", "expect", "host", "transfer-encoding", "upgrade");

    /** @throws IllegalArgumentException when one cannot be sent; the message does not quote its value */
    public ExtraHeaders {
        TreeMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((name, value) -> {
            if (!name.matches("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,200}")
                    || NOT_YOURS.contains(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("'%s' cannot be a header of your own".formatted(name));
            }
            if (!value.chars().allMatch(letter -> letter >= ' ' && letter < 0x7F)) {
                throw new IllegalArgumentException(
                        "The value of the header '%s' holds a character that no header may".formatted(name));
            }
            if (sorted.put(name, value) != null) {
                throw new IllegalArgumentException("The header '%s' is there twice".formatted(name));
            }
        });
        values = java.util.Collections.unmodifiableMap(sorted);
    }

    /** @param name whatever its case */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    @Override
    public String toString() {
        return "ExtraHeaders" + values.keySet();
    }
}
