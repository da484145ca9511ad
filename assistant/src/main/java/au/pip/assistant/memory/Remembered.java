package au.pip.assistant.memory;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing to keep in mind: a fact about somebody or something, or how two of them belong together.
 *
 * @param id a UUID (version 7)
 * @param organisationId Xero's id of the only organisation that it is about; null when it holds everywhere
 * @param about whom or what, such as {@code Priya Nair}
 * @param says what is so of it, such as {@code pays late}; of a relation its verb, such as {@code is the accountant of}
 * @param other whom or what it is related to; null for a fact
 * @param kept whether the person said it or has kept it; otherwise it is a suggestion, which no model is told of
 */
public record Remembered(
        String id,
        @Nullable String organisationId,
        String about,
        String says,
        @Nullable String other,
        Origin origin,
        boolean kept,
        Instant at) {
    public enum Origin {
        /** In the person's own words. */
        TOLD,
        /** Out of a conversation, by a model. */
        LEARNED
    }

    /** The longest name of somebody or something, in characters. */
    public static final int LONGEST_NAME = 80;
    /** The longest fact, in characters. */
    public static final int LONGEST_FACT = 300;

    /**
     * @throws MemoryException.Invalid when a part is empty or too long
     */
    public Remembered {
        about = checked("about", about, LONGEST_NAME);
        says = checked("says", says, LONGEST_FACT);
        other = other == null || other.isBlank() ? null : checked("other", other, LONGEST_NAME);
    }

    private static String checked(String field, String text, int longest) {
        String line = text.replaceAll("\\p{Cf}+", "")
                .replaceAll("[\\p{Cc}\\p{Z}]+", " ")
                .strip();
        if (line.isEmpty()) {
            throw new MemoryException.Invalid("The field '" + field + "' is empty. Say what to keep in mind.");
        }
        if (line.length() > longest) {
            throw new MemoryException.Invalid("The field '%s' has %,d characters; at most %d fit. Say it shorter."
                    .formatted(field, line.length(), longest));
        }
        return line;
    }

    /** In one line, such as {@code Priya Nair is the accountant of Lantern Bay}. */
    public String sentence() {
        return about + (other == null ? ": " + says : " " + says + " " + other);
    }

    boolean isSameAs(Remembered that) {
        return Objects.equals(organisationId, that.organisationId) && sentence().equalsIgnoreCase(that.sentence());
    }

    Remembered asKept() {
        return new Remembered(id, organisationId, about, says, other, origin, true, at);
    }
}
