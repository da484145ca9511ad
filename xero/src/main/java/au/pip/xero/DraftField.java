package au.pip.xero;

import java.math.BigDecimal;

/** What a field of a draft may hold; whatever else is refused with a sentence for a person. */
final class DraftField {
    /** Marks that join letters, which some scripts and emoji need. */
    private static final String JOINERS = "\u200c\u200d";

    private DraftField() {}

    /**
     * One line of text.
     *
     * @param most in UTF-16 characters
     */
    static String text(String field, String text, int most) {
        if (text.indexOf('\n') >= 0) {
            throw refused(field + " has several lines", "write it in one");
        }
        return lines(field, text, most);
    }

    private static String lines(String field, String text, int most) {
        if (text.length() > most) {
            throw refused(field + " has " + text.length() + " characters", "use " + most + " at most");
        }
        if (text.codePoints().anyMatch(DraftField::isUnseen)) {
            throw refused(field + " holds a character that cannot be seen", "leave it out");
        }
        return text.strip();
    }

    static String neededText(String field, String text, int most) {
        return needed(field, text(field, text, most));
    }

    static String neededLines(String field, String text, int most) {
        return needed(field, lines(field, text.replace("\r\n", "\n"), most));
    }

    private static String needed(String field, String text) {
        if (text.isEmpty()) {
            throw refused(field + " is missing", "say what it is");
        }
        return text;
    }

    /** Such a mark could make a person approve something else than is written, as those do that turn text around. */
    private static boolean isUnseen(int mark) {
        return switch (Character.getType(mark)) {
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            case Character.CONTROL -> mark != '\n';
            case Character.FORMAT -> JOINERS.indexOf(mark) < 0;
            default -> false;
        };
    }

    /** A decimal without needless zeros. */
    static BigDecimal decimal(String field, BigDecimal decimal, int wholeDigits, int decimals) {
        BigDecimal plain = decimal.signum() == 0 ? BigDecimal.ZERO : decimal.stripTrailingZeros();
        plain = plain.scale() < 0 && plain.scale() >= -wholeDigits ? plain.setScale(0) : plain;
        if (plain.scale() < 0 || plain.precision() - plain.scale() > wholeDigits) {
            throw refused(field + " is too large", "use " + wholeDigits + " digits before the point at most");
        }
        if (plain.scale() > decimals) {
            throw refused(
                    field + " has " + plain.scale() + " decimal places", "round it to " + decimals + ", as Xero would");
        }
        return plain;
    }

    static IllegalArgumentException refused(String cause, String step) {
        return new IllegalArgumentException("The draft cannot be made: " + cause + "; " + step + ".");
    }
}
