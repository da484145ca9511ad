package au.pip.server.db;

import au.pip.assistant.care.Tally;
import au.pip.assistant.store.Noun;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tallies as lines of text, the nouns without rows left out. */
final class TallyTable {
    private static final int SHOWN_DIGITS = 12;

    private TallyTable() {}

    static List<String> of(Tally tally) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("noun", "rows", "digest"));
        for (Noun noun : Noun.values()) {
            if (tally.part(noun).rows() > 0) {
                lines.add(List.of(noun.word(), rows(tally, noun), digest(tally, noun)));
            }
        }
        return aligned(lines);
    }

    static List<String> of(Tally source, Tally target) {
        List<List<String>> lines = new ArrayList<>();
        lines.add(List.of("noun", "source", "target", "equal", "digest of the source"));
        for (Noun noun : Noun.values()) {
            if (source.part(noun).rows() + target.part(noun).rows() > 0) {
                boolean equal = Objects.equals(source.part(noun), target.part(noun));
                lines.add(List.of(
                        noun.word(),
                        rows(source, noun),
                        rows(target, noun),
                        equal ? "yes" : "NO",
                        digest(source, noun)));
            }
        }
        return aligned(lines);
    }

    private static String rows(Tally tally, Noun noun) {
        return "%,d".formatted(tally.part(noun).rows());
    }

    private static String digest(Tally tally, Noun noun) {
        return tally.part(noun).digest().substring(0, SHOWN_DIGITS);
    }

    /** Numbers to the right, the first and the last column to the left. */
    private static List<String> aligned(List<List<String>> lines) {
        int columns = lines.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> line : lines) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], line.get(column).length());
            }
        }
        return lines.stream()
                .map(line -> Stream.iterate(0, column -> column < columns, column -> column + 1)
                        .map(column -> cell(line.get(column), widths[column], column == 0, column == columns - 1))
                        .collect(Collectors.joining("  ")))
                .toList();
    }

    private static String cell(String text, int width, boolean first, boolean last) {
        return last
                ? text
                : first ? text + " ".repeat(width - text.length()) : " ".repeat(width - text.length()) + text;
    }
}
