package au.pip.sandbox.xero;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Xero's filter language, the part that clients use: comparisons of a field with a literal, {@code Contains},
 * {@code StartsWith} and {@code EndsWith}, joined by AND, OR and brackets.
 *
 * <pre>Status=="AUTHORISED" AND DueDate&lt;DateTime(2026,11,23) AND Contact.ContactID==guid("…")</pre>
 */
final class Where {
    private final WhereTokens tokens;
    private final List<Map<String, Object>> records;

    private Where(WhereTokens tokens, List<Map<String, Object>> records) {
        this.tokens = tokens;
        this.records = records;
    }

    /**
     * The filter as a test of one record.
     *
     * @param records where a field has to occur for the filter to name it
     * @throws BadRequest when it cannot be understood, names an unknown field, or compares what has no common type
     */
    static Predicate<Map<String, Object>> parse(String text, List<Map<String, Object>> records) throws BadRequest {
        Where where = new Where(new WhereTokens(text), records);
        Predicate<Map<String, Object>> filter = where.either();
        if (!where.tokens.atEnd()) {
            throw BadRequest.query("Syntax error near '" + where.tokens.peek() + "'");
        }
        return filter;
    }

    private Predicate<Map<String, Object>> either() throws BadRequest {
        Predicate<Map<String, Object>> left = both();
        while (tokens.take("OR") || tokens.take("||")) {
            left = left.or(both());
        }
        return left;
    }

    private Predicate<Map<String, Object>> both() throws BadRequest {
        Predicate<Map<String, Object>> left = single();
        while (tokens.take("AND") || tokens.take("&&")) {
            left = left.and(single());
        }
        return left;
    }

    private Predicate<Map<String, Object>> single() throws BadRequest {
        if (tokens.take("(")) {
            Predicate<Map<String, Object>> inside = either();
            tokens.expect(")");
            return inside;
        }
        List<String> path = new ArrayList<>(List.of(tokens.word()));
        while (tokens.take(".")) {
            String name = tokens.word();
            if (tokens.take("(")) {
                return textTest(path, name);
            }
            path.add(name);
        }
        Comparison comparison = Comparison.of(tokens.next());
        Object sample = sample(path);
        Object literal = literal();
        if (literal != null) {
            comparison.check(sample, literal, String.join(".", path));
        }
        return record -> comparison.holds(value(record, path), literal);
    }

    private Predicate<Map<String, Object>> textTest(List<String> path, String method) throws BadRequest {
        if (!(sample(path) instanceof String)) {
            throw BadRequest.query(String.join(".", path) + " is no text");
        }
        if (!(literal() instanceof String wanted)) {
            throw BadRequest.query(method + " takes a text");
        }
        tokens.expect(")");
        return switch (method) {
            case "Contains" -> record -> text(record, path).contains(wanted);
            case "StartsWith" -> record -> text(record, path).startsWith(wanted);
            case "EndsWith" -> record -> text(record, path).endsWith(wanted);
            default -> throw BadRequest.query("No applicable method '" + method + "' exists");
        };
    }

    private @Nullable Object literal() throws BadRequest {
        if (tokens.atText()) {
            return tokens.text();
        }
        String token = tokens.next();
        if (token.matches("-?[0-9]+(\\.[0-9]+)?")) {
            return new BigDecimal(token);
        }
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "null" -> null;
            case "true" -> true;
            case "false" -> false;
            case "guid" -> guid();
            case "datetime" -> dateTime();
            default -> throw BadRequest.query("Syntax error near '" + token + "'");
        };
    }

    private UUID guid() throws BadRequest {
        tokens.expect("(");
        String text = tokens.text();
        tokens.expect(")");
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notAGuid) {
            throw BadRequest.query("'" + text + "' is no guid");
        }
    }

    private LocalDateTime dateTime() throws BadRequest {
        try {
            if (tokens.take(".")) {
                if (!tokens.word().equals("Parse")) {
                    throw BadRequest.query("DateTime has Parse only");
                }
                tokens.expect("(");
                String text = tokens.text();
                tokens.expect(")");
                return LocalDateTime.parse(text.contains("T") ? text : text + "T00:00:00");
            }
            tokens.expect("(");
            int[] parts = {1, 1, 1, 0, 0, 0};
            int count = 0;
            do {
                if (count == parts.length) {
                    throw BadRequest.query("DateTime takes up to six numbers");
                }
                parts[count++] = Integer.parseInt(tokens.next());
            } while (tokens.take(","));
            tokens.expect(")");
            if (count < 3) {
                throw BadRequest.query("DateTime takes a year, a month and a day");
            }
            return LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5]);
        } catch (DateTimeParseException | NumberFormatException notADate) {
            throw BadRequest.query("not a date: " + notADate.getMessage());
        } catch (DateTimeException notADate) {
            throw BadRequest.query(String.valueOf(notADate.getMessage()));
        }
    }

    /** Some record's value of a field, which tells its type. */
    private Object sample(List<String> path) throws BadRequest {
        for (Map<String, Object> record : records) {
            Object value = value(record, path);
            if (value != null) {
                return value;
            }
        }
        throw BadRequest.query("No property or field '" + String.join(".", path) + "' exists");
    }

    private static String text(Map<String, Object> record, List<String> path) {
        return value(record, path) instanceof String text ? text : "";
    }

    /** The value at a path of names, or null when the record has none there. */
    static @Nullable Object value(Map<?, ?> record, List<String> path) {
        Object value = record.get(path.getFirst());
        if (path.size() == 1) {
            return value;
        }
        return value instanceof Map<?, ?> inner ? value(inner, path.subList(1, path.size())) : null;
    }
}
