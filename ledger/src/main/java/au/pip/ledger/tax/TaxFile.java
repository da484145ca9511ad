package au.pip.ledger.tax;

import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Reads a resource file of tax figures: {@code {"subject", "checked", "figures": [{"item", "from", "to", one of
 * "percent", "amount" (AUD), "count", "brackets", "quarterDays", "yearDay" and "days", "status", "publisher", "title",
 * "note", "checked"}]}}, the last two where there is need. Anything missing or odd is an {@link IllegalStateException}:
 * the files come with the program.
 */
final class TaxFile {
    private final String name;
    private final LocalDate checked;
    private final String digest;

    private TaxFile(String name, LocalDate checked, String digest) {
        this.name = name;
        this.checked = checked;
        this.digest = digest;
    }

    /** @param name without folder and ending */
    static List<TaxFigure> read(String name) {
        try (InputStream in = TaxFile.class.getResourceAsStream(name + ".json")) {
            if (in == null) {
                throw new IllegalStateException("there is no tax data file " + name);
            }
            return parse(name, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TaxFigure> parse(String name, byte[] bytes) {
        Object json = Json.read(new String(bytes, StandardCharsets.UTF_8));
        if (!(json instanceof Map<?, ?> file)) {
            throw new IllegalStateException(name + " is no object");
        }
        TaxFile read = new TaxFile(name, LocalDate.parse(text(name, file, "checked")), sha256(bytes));
        text(name, file, "subject");
        return list(name, file, "figures").stream()
                .map(each -> read.figure((Map<?, ?>) each))
                .toList();
    }

    private TaxFigure figure(Map<?, ?> entry) {
        String words = text(name, entry, "item");
        TaxItem item = TaxItem.of(words)
                .orElseThrow(() -> new IllegalStateException(name + " tells of an unknown item: " + words));
        Period period =
                new Period(LocalDate.parse(text(name, entry, "from")), LocalDate.parse(text(name, entry, "to")));
        return new TaxFigure(
                item,
                period,
                value(entry),
                TaxStatus.of(text(name, entry, "status")),
                text(name, entry, "publisher"),
                text(name, entry, "title"),
                entry.containsKey("checked") ? LocalDate.parse(text(name, entry, "checked")) : checked,
                entry.containsKey("note") ? text(name, entry, "note") : "",
                digest);
    }

    private TaxValue value(Map<?, ?> entry) {
        if (entry.containsKey("percent")) {
            return new TaxValue.Single(new Value.Percent(new BigDecimal(text(name, entry, "percent"))));
        }
        if (entry.containsKey("amount")) {
            return new TaxValue.Single(new Value.Amount(aud(text(name, entry, "amount"))));
        }
        if (entry.containsKey("count")) {
            return new TaxValue.Single(new Value.Count(Long.parseLong(text(name, entry, "count"))));
        }
        if (entry.containsKey("brackets")) {
            return new TaxValue.Brackets(list(name, entry, "brackets").stream()
                    .map(each -> (Map<?, ?>) each)
                    .map(each -> new TaxValue.Bracket(
                            aud(text(name, each, "over")), new BigDecimal(text(name, each, "percent"))))
                    .toList());
        }
        if (entry.containsKey("quarterDays")) {
            return new TaxValue.QuarterDays(list(name, entry, "quarterDays").stream()
                    .map(each -> monthDay((String) each))
                    .toList());
        }
        if (entry.containsKey("yearDay")) {
            return new TaxValue.YearDay(monthDay(text(name, entry, "yearDay")));
        }
        return new TaxValue.Days(list(name, entry, "days").stream()
                .map(each -> LocalDate.parse((String) each))
                .toList());
    }

    private static MonthDay monthDay(String text) {
        return MonthDay.parse("--" + text);
    }

    private static Money aud(String text) {
        return Money.of(text, Money.AUD);
    }

    private static String text(String name, Map<?, ?> entry, String key) {
        if (entry.get(key) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalStateException(name + ": '" + key + "' is missing or no text in " + entry);
    }

    private static List<?> list(String name, Map<?, ?> entry, String key) {
        if (entry.get(key) instanceof List<?> list && !list.isEmpty()) {
            return list;
        }
        throw new IllegalStateException(name + ": '" + key + "' is missing or no list in " + entry);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
