package au.pip.assistant.books;

import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Facts as a model reads them: one row a fact, {@code id | measure | subject | period | value}. A subject or period that
 * is that of the row above is left empty, as the heading tells: what a table repeats, every request pays for.
 */
public final class FactTable {
    private static final Pattern GENERAL = Pattern.compile("(?:all|the)(?: |$)");
    private static final int MOST = 80;
    private static final String REPEATED = "(empty: as above)";
    /** For text that has nothing to show, which an empty cell would pass for the row above. */
    private static final String NOTHING = "–";

    private FactTable() {}

    /** With the names of the columns above them. */
    public static String table(List<Fact> facts) {
        return "id | measure | subject | period | value " + REPEATED + "\n" + rows(facts);
    }

    /**
     * Of facts that a model may use again.
     *
     * @param what they are, such as "Its facts"
     */
    public static String usable(String what, List<Fact> facts) {
        return what + ", usable by id " + REPEATED + ":\n" + rows(facts);
    }

    private static String rows(List<Fact> facts) {
        StringBuilder rows = new StringBuilder();
        String subject = "";
        String period = "";
        for (Fact fact : facts) {
            Basis basis = fact.basis();
            String ofWhom = shown(fact.subject());
            String ofWhen = fact.period().label();
            rows.append(fact.id())
                    .append(" | ")
                    .append(shown(fact.measure()))
                    .append(basis == null ? "" : " (" + basis.word() + ")")
                    .append(ofWhom.equals(subject) ? " |" : " | " + ofWhom)
                    .append(ofWhen.equals(period) ? " |" : " | " + ofWhen)
                    .append(" | ")
                    .append(fact.value().display())
                    .append("\n");
            subject = ofWhom;
            period = ofWhen;
        }
        return rows.toString();
    }

    private static String shown(String text) {
        String cell = cell(text);
        return cell.isEmpty() ? NOTHING : cell;
    }

    /**
     * Text from the books kept inside its cell: no bar (a slash instead), brace, new line or character that cannot be
     * seen (zero-width, or one that turns the direction of writing), at most 80 characters.
     */
    public static String cell(String text) {
        String safe = line(text);
        if (safe.length() <= MOST) {
            return safe;
        }
        int end = Character.isHighSurrogate(safe.charAt(MOST - 2)) ? MOST - 2 : MOST - 1;
        return safe.substring(0, end) + "…";
    }

    /**
     * A name from the books as a fact's subject: in its cell, and never beginning as those subjects do that stand for
     * everyone or for the business ("all customers", "the business").
     */
    public static String name(String text) {
        String name = cell(text);
        return GENERAL.matcher(name).lookingAt() ? Character.toUpperCase(name.charAt(0)) + name.substring(1) : name;
    }

    /** The same as a cell for a sentence, of any length, in which text from the books may stand. */
    public static String line(String text) {
        return text.replace('|', '/')
                .replaceAll("\\p{Cf}+", "")
                .replaceAll("[{}\\p{Cc}\\p{Z}]+", " ")
                .strip();
    }
}
