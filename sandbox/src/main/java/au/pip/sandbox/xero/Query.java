package au.pip.sandbox.xero;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a request; names are compared without case, an empty value is no value. */
final class Query {
    private final Map<String, String> values = new LinkedHashMap<>();

    Query(@Nullable String raw) throws BadRequest {
        if (raw == null || raw.isEmpty()) {
            return;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!value.isEmpty()) {
                values.put(name.toLowerCase(Locale.ROOT), value);
            }
        }
    }

    @Nullable
    String text(String name) {
        return values.get(name.toLowerCase(Locale.ROOT));
    }

    boolean has(String name) {
        return text(name) != null;
    }

    /** Whether the parameter is there and says true. */
    boolean flag(String name) throws BadRequest {
        String text = text(name);
        if (text == null || text.equalsIgnoreCase("false")) {
            return false;
        }
        if (text.equalsIgnoreCase("true")) {
            return true;
        }
        throw new BadRequest(name + " is true or false, not '" + text + "'");
    }

    /** The parts of a comma-separated list; empty when the parameter is not there. */
    List<String> list(String name) {
        String text = text(name);
        return text == null
                ? List.of()
                : Arrays.stream(text.split(",", -1))
                        .map(String::strip)
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    int number(String name, int least, int most, int otherwise) throws BadRequest {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // told below
        }
        throw new BadRequest(name + " is a whole number from " + least + " to " + most + ", not '" + text + "'");
    }

    LocalDate date(String name, LocalDate otherwise) throws BadRequest {
        String text = text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            throw new BadRequest(name + " is a date such as 2026-11-23, not '" + text + "'");
        }
    }

    private static String decoded(String text) throws BadRequest {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            throw new BadRequest("the query has a bad escape: " + text);
        }
    }
}
