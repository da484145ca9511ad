package au.pip.ledger.grounding;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The lines of an answer so far: headings, what a list or a table stands under, and the last sentences. */
final class Page {
    private static final Pattern HEADING =
            Pattern.compile("\\s*(?:#{1,6}\\s.*|\\*\\*[^*]+\\*\\*:?\\s*|__[^_]+__:?\\s*)");
    private static final Pattern ITEM = Pattern.compile("(\\s*)(?:[-*•+]|\\d{1,3}[.)])\\s.*");
    private static final Pattern RULE = Pattern.compile("[|\\s:-]*+");
    private static final Pattern SENTENCES = Pattern.compile("(?<=[.!?])\\s+|\\n");
    private static final int MOST_RECENT = 4;
    private static final int LONGEST = 400;

    /** Sentences of the line before the one that is written. */
    private static final int MOST_BEFORE = 16;
    /** Nothing is proven of a figure after so many within {@value Sentence#NEAREST} characters. */
    static final int MOST_FIGURES = 40;

    private final Names names;
    private final Parts parts;
    private final @Nullable String question;
    private final StringBuilder line = new StringBuilder();
    private @Nullable Part heading;
    private @Nullable Part leadIn;
    private final Deque<Item> items = new ArrayDeque<>();
    private @Nullable List<Part> header;
    /** The last lines outside tables and lists, the latest last. */
    private final Deque<Part> recent = new ArrayDeque<>();
    /** Where in the text the last figures of the line begin. */
    private final Deque<Long> figures = new ArrayDeque<>();

    private long written;

    private record Item(int indent, Part part) {}

    /** @param question the one that is answered; null when it is not known */
    Page(Parts parts, @Nullable String question) {
        this.parts = parts;
        this.names = parts.names();
        this.question = question;
    }

    /** Made when it is first wanted: the names in it may be learned on the way to the answer. */
    @Nullable
    Part asked() {
        return question == null ? null : part(question);
    }

    Parts parts() {
        return parts;
    }

    /** Says that a figure comes next. */
    void figure() {
        figures.addLast(written);
        if (figures.size() > MOST_FIGURES) {
            figures.removeFirst();
        }
    }

    /** Whether so many figures stand in the line shortly before a figure that comes next that it is not worth reading. */
    boolean isCrowded() {
        return figures.size() == MOST_FIGURES && written - figures.getFirst() <= Sentence.NEAREST;
    }

    void append(String text) {
        written += text.length();
        int from = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
            add(text.substring(from, end));
            close(line.toString());
            line.setLength(0);
            figures.clear();
            from = end + 1;
        }
        add(text.substring(from));
    }

    /** The line that is being written, as far as it has come; of a very long one its end. */
    String line() {
        return line.toString();
    }

    boolean inTable() {
        return isRow(line.toString());
    }

    /** What the table's column is called; null outside of one. */
    @Nullable
    Part column(int cell) {
        List<Part> cells = header;
        return cells == null || cell >= cells.size() ? null : cells.get(cell);
    }

    /** What the current line stands under, the nearest first. */
    List<Part> above() {
        List<Part> above = new ArrayList<>();
        var item = ITEM.matcher(line);
        if (item.matches()) {
            int indent = item.group(1).length();
            items.stream().filter(each -> each.indent() < indent).forEach(each -> above.add(each.part()));
        }
        Part lead = leadIn;
        if (lead != null
                && (item.matches() || inTable() || lead.words().stripTrailing().endsWith(":"))) {
            above.add(lead);
        }
        Part head = heading;
        if (head != null) {
            above.add(head);
        }
        return above;
    }

    /** The sentences and lines before the current sentence, the nearest first. */
    List<Part> before(String earlierInLine) {
        List<Part> before = new ArrayList<>();
        sentences(earlierInLine).reversed().stream().limit(MOST_BEFORE).forEach(each -> before.add(parts.of(each)));
        recent.descendingIterator().forEachRemaining(before::add);
        return before;
    }

    static List<String> cells(String row) {
        String inner = row.strip();
        inner = inner.startsWith("|") ? inner.substring(1) : inner;
        inner = inner.endsWith("|") ? inner.substring(0, inner.length() - 1) : inner;
        return List.of(inner.split("\\|", -1));
    }

    private void add(String text) {
        line.append(text);
        if (line.length() > 2 * LONGEST) {
            line.delete(0, line.length() - LONGEST);
        }
    }

    private void close(String ended) {
        if (ended.isBlank()) {
            header = null;
            return;
        }
        if (isRow(ended)) {
            if (header == null) {
                header = cells(ended).stream().map(this::part).toList();
            }
            return;
        }
        header = null;
        var item = ITEM.matcher(ended);
        if (HEADING.matcher(ended).matches()) {
            heading = part(ended);
            leadIn = null;
            items.clear();
            recent.clear();
        } else if (item.matches()) {
            int indent = item.group(1).length();
            items.removeIf(each -> each.indent() >= indent);
            items.addFirst(new Item(indent, part(ended)));
        } else {
            items.clear();
            leadIn = lead(ended);
            sentences(ended).forEach(each -> remember(part(each)));
        }
    }

    /** Of a line with figures what the first figure is of in the sentence that leads on; of one without, all of it. */
    private Part lead(String ended) {
        String label = ended.strip();
        String end = label.endsWith(":") ? ":" : "";
        List<String> sentences = sentences(label);
        for (String sentence : end.isEmpty() ? sentences : List.of(sentences.getLast())) {
            List<int[]> figures = figures(sentence);
            if (!figures.isEmpty()) {
                Part first = Surroundings.first(sentence, figures, parts);
                return first.isAbout() ? parts.of(first.text() + end, first.mentions(), true) : part(sentence);
            }
        }
        return part(label);
    }

    private List<int[]> figures(String text) {
        List<Names.Mention> mentions = names.in(text);
        return FigureScanner.numbers(text).stream()
                .filter(each -> mentions.stream()
                        .noneMatch(name -> !name.weak() && each[0] >= name.start() && each[1] <= name.end()))
                .toList();
    }

    private void remember(Part part) {
        recent.addLast(part);
        if (recent.size() > MOST_RECENT) {
            recent.removeFirst();
        }
    }

    private Part part(String text) {
        return parts.of(text.length() > LONGEST ? text.substring(text.length() - LONGEST) : text);
    }

    private static boolean isRow(String text) {
        String start = text.stripLeading();
        return start.startsWith("|")
                || text.contains(" | ") && text.indexOf('|') != text.lastIndexOf('|') && !isRule(text);
    }

    private static boolean isRule(String text) {
        return RULE.matcher(text).matches() && text.indexOf('-') >= 0;
    }

    private List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        int from = 0;
        for (var end = SENTENCES.matcher(text); end.find(); ) {
            if (!Sentence.isAbbreviated(text.substring(from, end.start()))
                    && !names.goOnAfter(text.substring(0, end.end()))) {
                sentences.add(text.substring(from, end.start()));
                from = end.end();
            }
        }
        sentences.add(text.substring(from));
        sentences.removeIf(String::isBlank);
        return sentences;
    }
}
