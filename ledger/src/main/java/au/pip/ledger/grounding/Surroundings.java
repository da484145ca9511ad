package au.pip.ledger.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What stands around a figure, the nearest first. It is read when it is asked for, until the page goes on. */
final class Surroundings {
    private final Page page;
    private final Sentence sentence;
    private final boolean inTable;
    private @Nullable Part grid;
    private @Nullable Clauses clauses;
    private @Nullable List<Part> above;
    private @Nullable List<Part> before;
    private @Nullable String all;

    Surroundings(Page page, Sentence sentence) {
        this.page = page;
        this.sentence = sentence;
        this.inTable = page.inTable();
    }

    /** What the first figure of a line is of. */
    static Part first(String line, List<int[]> figures, Parts parts) {
        int[] figure = figures.getFirst();
        return Clauses.of(Sentence.of(line.substring(0, figure[0]), line.substring(figure[1])), parts)
                .own();
    }

    /** Its clause: back to the last comma, "and" or figure, and on to the next. */
    Part own() {
        return clauses().own();
    }

    /** The clauses after it, up to the words of the next figure. */
    Part far() {
        return clauses().far();
    }

    /** The clauses of its sentence before its own. */
    List<Part> earlier() {
        return clauses().earlier();
    }

    /** How many of these have no other figure between them and it. */
    int linked() {
        return clauses().linked();
    }

    private Clauses clauses() {
        Clauses read = clauses;
        if (read == null) {
            read = Clauses.of(inTable ? cell() : sentence, page.parts());
            clauses = read;
        }
        return read;
    }

    private Sentence cell() {
        String line = page.line();
        int next = sentence.after().indexOf('|');
        return Sentence.of(
                line.substring(line.lastIndexOf('|') + 1),
                next < 0 ? sentence.after() : sentence.after().substring(0, next));
    }

    /** In a table what its row and its column are called; null elsewhere. */
    @Nullable
    Part grid() {
        if (inTable && grid == null) {
            grid = page.parts().of(labels());
        }
        return grid;
    }

    private String labels() {
        String line = page.line();
        String after = sentence.after();
        int index = (int) line.chars().filter(each -> each == '|').count()
                - (line.stripLeading().startsWith("|") ? 1 : 0);
        int next = after.indexOf('|');
        StringBuilder labels = new StringBuilder();
        if (index > 0) {
            labels.append(Page.cells(line).getFirst().strip());
        } else if (next >= 0) {
            labels.append(Page.cells(after.substring(next)).getFirst().strip());
        }
        Part column = page.column(index);
        if (column != null) {
            labels.append(" ; ").append(column.text().strip());
        }
        return labels.toString();
    }

    /** What its line stands under: items, a line before a list, a heading. */
    List<Part> above() {
        List<Part> read = above;
        if (read == null) {
            read = page.above();
            above = read;
        }
        return read;
    }

    /** The sentences before its own. */
    List<Part> before() {
        List<Part> read = before;
        if (read == null) {
            read = page.before(earlierInLine());
            before = read;
        }
        return read;
    }

    private String earlierInLine() {
        String line = page.line();
        int length = line.length() - sentence.before().length() - sentence.left();
        return inTable || length < 0 || !line.endsWith(sentence.before()) ? "" : line.substring(0, length);
    }

    /** The question that is answered; null when it is not known. */
    @Nullable
    Part asked() {
        return page.asked();
    }

    /** What leads to the figure without another one between, its own clause, and in a table its row and column. */
    String label(Function<Part, String> read) {
        StringBuilder label = new StringBuilder();
        earlier().subList(0, linked()).reversed().forEach(clause -> label.append(read.apply(clause)));
        label.append(read.apply(own()));
        Part grid = grid();
        if (grid != null) {
            label.append(" ; ").append(read.apply(grid));
        }
        return label.toString();
    }

    /** Whether nothing that leads to the figure says what it is, so that the question does. */
    boolean leans() {
        Part grid = grid();
        return !own().isAbout()
                && earlier().subList(0, linked()).stream().noneMatch(Part::isAbout)
                && (grid == null || !grid.isAbout());
    }

    /** The words of all of these, and of the question. */
    String all() {
        String read = all;
        if (read == null) {
            StringBuilder words = new StringBuilder();
            around().forEach(part -> words.append(part.words()).append(' '));
            before().forEach(part -> words.append(part.words()).append(' '));
            Part asked = asked();
            read = asked == null
                    ? words.toString()
                    : words.append(asked.words()).toString();
            all = read;
        }
        return read;
    }

    /** All but the sentences before, the nearest first. */
    List<Part> around() {
        List<Part> parts = new ArrayList<>();
        parts.add(own());
        parts.addAll(earlier());
        parts.add(far());
        Part grid = grid();
        if (grid != null) {
            parts.add(grid);
        }
        parts.addAll(above());
        return parts;
    }
}
