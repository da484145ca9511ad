package au.pip.ledger.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence cut into clauses around a figure.
 *
 * @param own the figure's: back to the last comma, "and" or figure, and on to the next
 * @param far those after it, up to the words of the next figure
 * @param earlier those before its own, the nearest first, and of a long sentence what it opens with
 * @param linked how many of these have no other figure between them and it
 */
record Clauses(Part own, Part far, List<Part> earlier, int linked) {
    private static final Pattern BOUNDARY = Pattern.compile(
            "[,;:()|–—]|\\s-\\s"
                    + "|\\b(?:and|but|while|whereas|plus|against|versus|vs|than|compared|from|up from|down from|after(?! what\\b)|minus|or|so(?! far))\\b(?!\\s+gst\\b(?!\\s+(?:on|of|to|was|is|collected|paid)\\b))"
                    + "|\\b(?:to|less)(?=\\s*$)|\\bless(?= (?:about|around|roughly|nearly|almost)\\b| \\p{Sc}|\\s+\\{|\\s+\\d)|\\b(?:of which|out of)\\b",
            Pattern.CASE_INSENSITIVE);
    /** "From" leads to a name, too. */
    private static final Pattern JOINT = Pattern.compile("(?i)from");

    /** Leads from one figure to what the next one is of. */
    private static final Pattern NEXT = Pattern.compile(
            "\\b(?:on|with|less|left|leav(?:es|ing)|giv(?:es|ing)|mak(?:es|ing))\\b[^¤]{2,60}\\b(?:of|is|was)\\s*$",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern TRAILING = Pattern.compile("\\b(?:to|less)\\s*$");
    /** May stand between a colon and the figure that it belongs to. */
    private static final Pattern HEDGE =
            Pattern.compile("[\\s*_~≈]|\\b(?:about|around|roughly|approximately|nearly|almost|just|over|under)\\b");

    /** Of a sentence with more only the opening is read as well. */
    private static final int MOST = 24;

    static Clauses of(Sentence sentence, Parts parts) {
        String whole = sentence.before() + Part.FIGURE + sentence.after();
        parts.read(whole);
        return new Cut(whole, parts).around(sentence);
    }

    /** @param text what a sentence begins with */
    static Part opening(String text, Parts parts) {
        parts.read(text);
        return new Cut(text, parts).opening();
    }

    /** A text with what must not be cut in it: names and periods. */
    private static final class Cut {
        private final String whole;
        private final Parts parts;
        private final List<Names.Mention> mentions;
        private final String masked;
        private final List<int[]> spans = new ArrayList<>();
        private final List<int[]> figures;

        Cut(String whole, Parts parts) {
            this.whole = whole;
            this.parts = parts;
            this.mentions = mentions(whole, parts.names());
            this.masked = Names.without(whole, mentions);
            mentions.stream()
                    .filter(each -> !each.weak())
                    .forEach(each -> spans.add(new int[] {each.start(), each.end()}));
            NamedPeriod.in(masked, parts.today()).forEach(each -> spans.add(new int[] {each.start(), each.end()}));
            this.figures = FigureScanner.numbers(whole).stream()
                    .filter(each -> spans.stream().noneMatch(span -> each[0] >= span[0] && each[1] <= span[1]))
                    .toList();
        }

        /** The names in it, none of them across the figure. */
        private static List<Names.Mention> mentions(String whole, Names names) {
            List<Names.Mention> found = names.in(whole);
            int figure = whole.indexOf(Part.FIGURE);
            if (found.stream().noneMatch(each -> each.start() < figure && figure < each.end())) {
                return found;
            }
            List<Names.Mention> apart = new ArrayList<>(names.in(whole.substring(0, figure)));
            names.in(whole.substring(figure)).forEach(each -> apart.add(each.moved(figure)));
            return apart;
        }

        Clauses around(Sentence sentence) {
            int at = sentence.before().length();
            int last = 0;
            int next = whole.length();
            for (int[] figure : figures) {
                if (figure[1] <= at) {
                    last = figure[1];
                } else if (figure[0] > at && next == whole.length()) {
                    next = figure[0];
                }
            }
            int start = start(last, at);
            int near = near(at + 1, next);
            int farthest = next == whole.length() ? next : Math.max(near, lastBoundary(near, next));
            List<Part> earlier = new ArrayList<>();
            int linked = earlier(earlier, start, last, sentence.left() > 0);
            String opening = sentence.opening();
            if (earlier.size() == MOST && sentence.left() == 0) {
                opening = whole.substring(0, Math.min(Sentence.FARTHEST, start));
            }
            if (!opening.isBlank()) {
                earlier.add(parts.opening(opening));
            }
            return new Clauses(part(start, near, false), part(near, farthest, false), earlier, linked);
        }

        /**
         * The clauses before a place, the nearest first.
         *
         * @param torn the first clause may lack its beginning, and is left out
         * @return how many stand after the last figure
         */
        private int earlier(List<Part> earlier, int start, int last, boolean torn) {
            int linked = 0;
            int to = start;
            int figure = figures.size() - 1;
            while (to > 0 && earlier.size() < MOST) {
                while (figure >= 0 && figures.get(figure)[0] >= to) {
                    figure--;
                }
                if (figure >= 0 && to <= figures.get(figure)[1]) {
                    to = figures.get(figure)[0];
                    continue;
                }
                int from = figure < 0 ? 0 : figures.get(figure)[1];
                List<Integer> heads = cuts(from, to);
                while (to > from && earlier.size() < MOST) {
                    int end = to;
                    while (!heads.isEmpty() && heads.getLast() >= end) {
                        heads.removeLast();
                    }
                    int head = heads.isEmpty() ? from : heads.getLast();
                    if (!whole.substring(head, end).isBlank() && !(torn && head == 0)) {
                        boolean figured = figures.stream().anyMatch(each -> each[0] <= end && each[1] >= head - 1);
                        earlier.add(part(head, end, figured));
                        linked += head >= last ? 1 : 0;
                    }
                    to = head;
                }
            }
            return linked;
        }

        Part opening() {
            int first = figures.isEmpty() ? whole.length() : figures.getFirst()[0];
            List<Integer> cuts = cuts(0, first);
            cuts.removeIf(each -> each >= first);
            return cuts.isEmpty() ? part(0, first, !figures.isEmpty()) : part(0, cuts.getLast(), false);
        }

        /** Where the figure's own clause starts: a colon right before the figure is part of it. */
        private int start(int from, int at) {
            int start = from;
            Matcher boundary = boundaries(from, at);
            while (boundary.find()) {
                boolean label = ":–—-|*".indexOf(boundary.group().strip().charAt(0)) >= 0
                        && HEDGE.matcher(masked.substring(boundary.end(), at))
                                .replaceAll("")
                                .isEmpty();
                if (isFree(boundary.start()) && !label && !leadsToName(boundary)) {
                    start = boundary.end();
                }
            }
            Matcher trailing = TRAILING.matcher(masked.substring(from, at));
            return from > 0 && trailing.find() ? Math.max(start, from + trailing.end()) : start;
        }

        private int near(int from, int to) {
            int open = from;
            while (open < to && (masked.charAt(open) == ' ' || masked.charAt(open) == '*')) {
                open++;
            }
            int skip = from;
            if (open < to && masked.charAt(open) == '(') {
                int close = masked.indexOf(')', open);
                skip = close > 0 && close < to ? close + 1 : from;
            }
            Matcher boundary = boundaries(skip, to);
            int end = to;
            while (end == to && boundary.find()) {
                if (isFree(boundary.start()) && !leadsToName(boundary)) {
                    end = boundary.start();
                }
            }
            Matcher next = NEXT.matcher(masked).region(skip, end);
            return end == to && to < whole.length() && next.find() ? next.start() : end;
        }

        private int lastBoundary(int from, int to) {
            int last = from;
            Matcher boundary = boundaries(from, to);
            while (boundary.find()) {
                boolean label = boundary.group().equals(":")
                        && HEDGE.matcher(masked.substring(boundary.end(), to))
                                .replaceAll("")
                                .isEmpty();
                if (isFree(boundary.start()) && !label) {
                    last = boundary.start();
                }
            }
            return last;
        }

        /** Where clauses end between two places, in order. */
        private List<Integer> cuts(int from, int to) {
            List<Integer> cuts = new ArrayList<>();
            Matcher boundary = boundaries(from, to);
            while (boundary.find()) {
                if (isFree(boundary.start()) && !leadsToName(boundary)) {
                    cuts.add(boundary.end());
                }
            }
            return cuts;
        }

        private Matcher boundaries(int from, int to) {
            return BOUNDARY.matcher(masked).region(from, to).useTransparentBounds(true);
        }

        private boolean leadsToName(Matcher boundary) {
            if (!JOINT.matcher(boundary.group()).matches()) {
                return false;
            }
            int at = boundary.end();
            while (at < masked.length() && Character.isWhitespace(masked.charAt(at)) && isFree(at)) {
                at++;
            }
            return !isFree(at) || masked.startsWith("your", at) || masked.startsWith("customers", at);
        }

        private boolean isFree(int at) {
            return spans.stream().noneMatch(span -> at >= span[0] && at < span[1]);
        }

        private Part part(int from, int to, boolean figured) {
            List<Names.Mention> inside = mentions.stream()
                    .filter(each -> each.start() >= from && each.end() <= to)
                    .map(each -> each.moved(-from))
                    .toList();
            return parts.of(whole.substring(from, to), inside, figured);
        }
    }
}
