package au.pip.xero;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a record, or what someone noted on it.
 *
 * @param change Xero's word, such as {@code Approved}; {@code Note} for a person's own words
 * @param user who did it; {@code System Generated} for Xero itself
 * @param details words of a person or of Xero: text from outside
 */
public record HistoryNote(String change, @Nullable Instant at, String user, String details) {

    static HistoryNote parse(Fields fields) {
        return new HistoryNote(
                fields.text("Changes", ""),
                fields.instant("DateUTC"),
                fields.text("User", ""),
                fields.text("Details", ""));
    }
}
