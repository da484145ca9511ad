package au.pip.xero;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a call asks: the query, and since when a record must have changed; immutable. Values are encoded here and nowhere else. */
final class Parameters {
    private static final DateTimeFormatter HEADER_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

    static final Parameters NONE = new Parameters(Map.of(), null);

    private final Map<String, String> values;
    private final @Nullable Instant since;

    private Parameters(Map<String, String> values, @Nullable Instant since) {
        this.values = values;
        this.since = since;
    }

    /** Only for what changed then or later; whole seconds count. */
    Parameters since(Instant changed) {
        return new Parameters(values, changed);
    }

    /** The header {@code If-Modified-Since} as Xero reads it: {@code yyyy-MM-ddTHH:mm:ss} in UTC; null for none. */
    @Nullable
    String modifiedSince() {
        Instant from = since;
        return from == null ? null : HEADER_TIME.format(from.atOffset(ZoneOffset.UTC));
    }

    /** With one more; an absent or empty value adds nothing. */
    Parameters with(String name, @Nullable Object value) {
        if (value == null || value.toString().isEmpty()) {
            return this;
        }
        Map<String, String> more = new LinkedHashMap<>(values);
        more.put(name, value.toString());
        return new Parameters(more, since);
    }

    /** {@code ?a=1&b=2}, or "" when there are none. */
    String text() {
        return values.isEmpty()
                ? ""
                : values.entrySet().stream()
                        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                        .collect(Collectors.joining("&", "?", ""));
    }

    /** Percent-encoded for a query or one segment of a path. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
