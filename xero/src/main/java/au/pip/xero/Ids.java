package au.pip.xero;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ids of records in Xero: UUIDs as text. */
final class Ids {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private Ids() {}

    static boolean isId(String text) {
        return UUID_TEXT.matcher(text).matches();
    }

    /**
     * The id itself.
     *
     * @throws IllegalArgumentException when it is none, with a sentence for a person
     */
    static String require(String id) {
        if (!isId(id)) {
            throw new IllegalArgumentException(
                    "\"" + shortened(id) + "\" is not an id of Xero. Look the record up and use the id it has there.");
        }
        return id;
    }

    static @Nullable String requireIfAny(@Nullable String id) {
        return id == null ? null : require(id);
    }

    private static String shortened(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\"]", "");
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }
}
