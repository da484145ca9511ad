package au.pip.xero;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Xero's dates on the wire: {@code /Date(1539993600000+0000)/}, whose milliseconds may be negative and whose offset may
 * be missing, and ISO 8601 with or without a time and a zone ({@code 2018-10-20T00:00:00},
 * {@code 2019-12-07T18:46:19.5165400}).
 *
 * <p>The milliseconds always count from 1970 in UTC; the offset only tells how Xero would show them. A document's date
 * is midnight of its local day written as if that were UTC, so its UTC date is the day.
 */
final class XeroDates {
    private static final Pattern EPOCH = Pattern.compile("/Date\\((-?\\d{1,18})([+-]\\d{4})?\\)/");

    private static final Pattern ISO_DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d([T ].*)?");

    private XeroDates() {}

    /**
     * The day of a document.
     *
     * @throws DateTimeException when the text is none of the forms
     */
    static LocalDate date(String text) {
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            return instantOf(epoch).atOffset(ZoneOffset.UTC).toLocalDate();
        }
        if (!ISO_DAY.matcher(text).matches()) {
            throw new DateTimeException("not a date");
        }
        return LocalDate.parse(text.substring(0, 10));
    }

    /**
     * A moment; ISO text without a zone is UTC.
     *
     * @throws DateTimeException when the text is none of the forms
     */
    static Instant instant(String text) {
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            return instantOf(epoch);
        }
        String iso = text.replace(' ', 'T');
        boolean zoned = iso.matches(".*T.*(Z|[+-]\\d\\d:\\d\\d)");
        return zoned
                ? OffsetDateTime.parse(iso).toInstant()
                : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    }

    private static Instant instantOf(Matcher epoch) {
        return Instant.ofEpochMilli(Long.parseLong(epoch.group(1)));
    }
}
