package au.pip.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What stands around a figure, the nearest first.
 *
 * @param own its clause: back to the last comma, "and" or figure, and on to the next
 * @param far the clauses after it, up to the words of the next figure
 * @param earlier the clauses of its sentence before its own
 * @param linked how many of these have no other figure between them and it
 * @param grid in a table what its row and its column are called; null elsewhere
 * @param above what its line stands under: items, a line before a list, a heading
 * @param before the sentences before its own
 * @param asked the question that is answered; null when it is not known
 */
record Surroundings(
        Part own,
        Part far,
        List<Part> earlier,
        int linked,
        @Nullable Part grid,
        List<Part> above,
        List<Part> before,
        @Nullable Part asked) {
    private static final Pattern BOUNDARY = Pattern.compile(
            "[,;:()|–—]|\\s-\\s"
                    + "|\\b(?:and|but|while|whereas|plus|against|versus|vs|than|compared|from|up from|down from|after(?! what\\b)|minus|or|so(?! far))\\b(?!\\s+gst)"
                    + "|\\b(?:to|less)(?=\\s*$)|\\bless(?= (?:about|around|roughly|nearly|almost)\\b| \\p{Sc}|\\s+\\{|\\s+\\d)|\\b(?:of which|out of)\\b",
            Pattern.CASE_INSENSITIVE);
    /** "from" leads to a name, too. */
    private static final Pattern JOINT = Pattern.compile("(?i)from");

    static Surroundings of(Page page, Names names, @Nullable LocalDate today, Sentence sentence) {
        String line = page.line();
        if (page.inTable()) {
            return cell(page, names, today, line, sentence.after());
        }
        String before = sentence.before();
        String earlier = line.endsWith(before) ? line.substring(0, line.length() - before.length()) : "";
        Clauses clauses = Clauses.of(before, sentence.after(), names, today);
        return new Surroundings(
                clauses.own,
                clauses.far,
                clauses.earlier,
                clauses.linked,
                null,
                page.above(),
                page.before(earlier),
                page.asked());
    }

    /** What the first figure of a line is of. */
    static Part first(String line, List<int[]> figures, Names names, @Nullable LocalDate today) {
        int[] figure = figures.getFirst();
        return Clauses.of(line.substring(0, figure[0]), line.substring(figure[1]), names, today)
                .own();
    }

    private static Surroundings cell(Page page, Names names, @Nullable LocalDate today, String line, String after) {
        int index = (int) line.chars().filter(each -> each == '|').count()
                - (line.stripLeading().startsWith("|") ? 1 : 0);
        int bar = line.lastIndexOf('|');
        int next = after.indexOf('|');
        String inCell = line.substring(bar + 1);
        Clauses clauses = Clauses.of(inCell, next < 0 ? after : after.substring(0, next), names, today);
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
        return new Surroundings(
                clauses.own,
                clauses.far,
                clauses.earlier,
                clauses.linked,
                Part.of(labels.toString(), names, today),
                page.above(),
                page.before(""),
                page.asked());
    }

    /** What leads to the figure without another one between, its own clause, and in a table its row and column. */
    String label(Function<Part, String> read) {
        StringBuilder label = new StringBuilder();
        earlier.subList(0, linked).reversed().forEach(clause -> label.append(read.apply(clause)));
        label.append(read.apply(own));
        if (grid != null) {
            label.append(" ; ").append(read.apply(grid));
        }
        return label.toString();
    }

    /** The words of all of these, and of the question. */
    String all() {
        StringBuilder all = new StringBuilder();
        around().forEach(part -> all.append(part.words()).append(' '));
        before.forEach(part -> all.append(part.words()).append(' '));
        return asked == null ? all.toString() : all.append(asked.words()).toString();
    }

    /** All but the sentences before, the nearest first. */
    List<Part> around() {
        List<Part> all = new ArrayList<>();
        all.add(own);
        all.addAll(earlier);
        all.add(far);
        if (grid != null) {
            all.add(grid);
        }
        all.addAll(above);
        return all;
    }

    /** One sentence cut into clauses around a figure. */
    private record Clauses(Part own, Part far, List<Part> earlier, int linked) {
        static Clauses of(String before, String after, Names names, @Nullable LocalDate today) {
            String whole = before + Part.FIGURE + after;
            int at = before.length();
            List<Names.Mention> mentions = names.in(whole);
            String masked = Names.without(whole, mentions);
            List<int[]> spans = new ArrayList<>();
            mentions.stream()
                    .filter(each -> !each.weak())
                    .forEach(each -> spans.add(new int[] {each.start(), each.end()}));
            NamedPeriod.in(masked, today).forEach(each -> spans.add(new int[] {each.start(), each.end()}));
            List<int[]> figures = FigureScanner.numbers(whole).stream()
                    .filter(each -> spans.stream().noneMatch(span -> each[0] >= span[0] && each[1] <= span[1]))
                    .toList();
            int last = 0;
            int next = whole.length();
            for (int[] figure : figures) {
                if (figure[1] <= at) {
                    last = figure[1];
                } else if (figure[0] > at && next == whole.length()) {
                    next = figure[0];
                }
            }
            int start = start(masked, last, at, spans);
            int near = near(masked, at + 1, next, spans);
            int farthest = next == whole.length() ? next : Math.max(near, lastBoundary(masked, near, next, spans));
            List<Part> earlier = new ArrayList<>();
            int to = start;
            int linked = 0;
            while (to > 0) {
                int end = to;
                int skip = figures.stream()
                        .filter(each -> each[0] < end && end <= each[1])
                        .mapToInt(each -> each[0])
                        .findFirst()
                        .orElse(end);
                if (skip < to) {
                    to = skip;
                    continue;
                }
                int from = figures.stream()
                        .mapToInt(each -> each[1])
                        .filter(each -> each <= end)
                        .max()
                        .orElse(0);
                int head = cut(masked, from, to, spans);
                if (!whole.substring(head, to).isBlank()) {
                    boolean figured = figures.stream().anyMatch(each -> each[0] <= end && each[1] >= head - 1);
                    earlier.add(part(whole, head, to, mentions, today, figured));
                    linked += head >= last ? 1 : 0;
                }
                to = head;
            }
            return new Clauses(
                    part(whole, start, near, mentions, today, false),
                    part(whole, near, farthest, mentions, today, false),
                    earlier,
                    linked);
        }

        /** Where the figure's own clause starts: a colon right before the figure is part of it. */
        private static int start(String text, int from, int at, List<int[]> spans) {
            int start = from;
            Matcher boundary = BOUNDARY.matcher(text).region(from, at);
            boundary.useTransparentBounds(true);
            while (boundary.find()) {
                boolean label = ":–—-|*".indexOf(boundary.group().strip().charAt(0)) >= 0
                        && text.substring(boundary.end(), at)
                                .replaceAll(
                                        "[\\s*_~≈]|\\b(?:about|around|roughly|approximately|nearly|almost|just|over|under)\\b",
                                        "")
                                .isEmpty();
                if (isFree(boundary.start(), spans) && !label && !leadsToName(boundary, text, spans)) {
                    start = boundary.end();
                }
            }
            Matcher trailing = Pattern.compile("\\b(?:to|less)\\s*$").matcher(text.substring(from, at));
            return from > 0 && trailing.find() ? Math.max(start, from + trailing.end()) : start;
        }

        private static int near(String text, int from, int to, List<int[]> spans) {
            int open = from;
            while (open < to && (text.charAt(open) == ' ' || text.charAt(open) == '*')) {
                open++;
            }
            int skip = from;
            if (open < to && text.charAt(open) == '(') {
                int close = text.indexOf(')', open);
                skip = close > 0 && close < to ? close + 1 : from;
            }
            Matcher boundary = BOUNDARY.matcher(text).region(skip, to);
            boundary.useTransparentBounds(true);
            while (boundary.find()) {
                if (isFree(boundary.start(), spans) && !leadsToName(boundary, text, spans)) {
                    return boundary.start();
                }
            }
            return to;
        }

        private static int lastBoundary(String text, int from, int to, List<int[]> spans) {
            int last = from;
            Matcher boundary = BOUNDARY.matcher(text).region(from, to);
            boundary.useTransparentBounds(true);
            while (boundary.find()) {
                if (isFree(boundary.start(), spans)) {
                    last = boundary.start();
                }
            }
            return last;
        }

        private static int cut(String text, int from, int to, List<int[]> spans) {
            int cut = from;
            Matcher boundary = BOUNDARY.matcher(text).region(from, to);
            boundary.useTransparentBounds(true);
            while (boundary.find()) {
                if (isFree(boundary.start(), spans) && boundary.end() < to && !leadsToName(boundary, text, spans)) {
                    cut = boundary.end();
                }
            }
            return cut;
        }

        private static boolean leadsToName(Matcher boundary, String text, List<int[]> spans) {
            if (!JOINT.matcher(boundary.group()).matches()) {
                return false;
            }
            int at = boundary.end();
            while (at < text.length() && Character.isWhitespace(text.charAt(at)) && isFree(at, spans)) {
                at++;
            }
            int name = at;
            return !isFree(name, spans) || text.startsWith("your", at) || text.startsWith("customers", at);
        }

        private static boolean isFree(int at, List<int[]> spans) {
            return spans.stream().noneMatch(span -> at >= span[0] && at < span[1]);
        }

        private static Part part(
                String whole,
                int from,
                int to,
                List<Names.Mention> mentions,
                @Nullable LocalDate today,
                boolean figured) {
            List<Names.Mention> inside = mentions.stream()
                    .filter(each -> each.start() >= from && each.end() <= to)
                    .map(each -> new Names.Mention(
                            each.start() - from,
                            each.end() - from,
                            each.subjects(),
                            each.number(),
                            each.weak(),
                            each.neutral()))
                    .toList();
            return new Part(whole.substring(from, to), inside, today, figured);
        }
    }
}
