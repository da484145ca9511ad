package au.pip.ledger.grounding;

import au.pip.ledger.FactBook;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parts of an answer, each made once: what stands around many figures is read for the first of them. */
final class Parts {
    /** More than these are forgotten together. */
    private static final int MOST = 256;

    private final FactBook book;
    private final Names names;
    private final @Nullable LocalDate today;
    private final Map<String, Part> whole = new HashMap<>();
    private final Map<String, Part> openings = new HashMap<>();
    private final Map<Key, Part> cut = new HashMap<>();
    private int known;
    private long read;

    private record Key(String text, List<Names.Mention> mentions, boolean figured) {}

    Parts(FactBook book, Names names, @Nullable LocalDate today) {
        this.book = book;
        this.names = names;
        this.today = today;
    }

    Names names() {
        return names;
    }

    @Nullable
    LocalDate today() {
        return today;
    }

    /** With the names that are known by now. */
    Part of(String text) {
        refresh();
        Part found = whole.get(text);
        if (found == null) {
            read(text);
            found = Part.of(text, names, today);
            whole.put(text, found);
        }
        return found;
    }

    Part of(String text, List<Names.Mention> mentions, boolean figured) {
        refresh();
        return cut.computeIfAbsent(new Key(text, mentions, figured), _ -> {
            read(text);
            return new Part(text, mentions, today, figured);
        });
    }

    /** What leads to the first figure of a sentence, of which this is the beginning. */
    Part opening(String text) {
        refresh();
        Part found = openings.get(text);
        if (found == null) {
            found = Clauses.opening(text, this);
            openings.put(text, found);
        }
        return found;
    }

    /** Says that a text is looked through for names, periods and figures. */
    void read(String text) {
        read += text.length();
    }

    /** How many characters were looked through. */
    long read() {
        return read;
    }

    private void refresh() {
        int now = book.size() + book.namesTold();
        if (now != known || whole.size() + openings.size() + cut.size() > MOST) {
            known = now;
            whole.clear();
            openings.clear();
            cut.clear();
        }
    }
}
