package au.pip.cli;

import au.pip.api.FactView;
import au.pip.api.FigureView;
import au.pip.api.SourceView;
import java.io.PrintStream;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says of each distinct figure of an answer what stands behind it, readable at 40 columns and without colour. */
final class SourceList {
    /** More inputs of one figure than these are counted only. */
    private static final int MOST_INPUTS = 6;

    private static final Pattern TIME = Pattern.compile("\\d{4}-\\d{2}(?:-\\d{2})?|P\\d+[DWMY]");
    private static final String SEPARATOR = " · ";

    /** In place of an organisation, what Xero said nothing of. */
    private static final Set<String> OWN = Set.of("Pip's tax data", "Pip's own notes");

    static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMM yyyy, h:mm a z", Locale.forLanguageTag("en-AU"));

    private final PrintStream out;
    private final int width;
    private final Paint paint;
    private final int most;
    /** What formulas name: these are told with their ids, and once. */
    private final Set<String> named = new HashSet<>();

    private final Set<String> told = new HashSet<>();

    /** @param most figures that are listed; the others are counted */
    SourceList(PrintStream out, int width, Paint paint, int most) {
        this.out = out;
        this.width = width;
        this.paint = paint;
        this.most = most;
    }

    /** Prints nothing when there are no figures. A verified date or length of time is not listed: it is the period of those that are. */
    void print(List<FigureView> figures) {
        List<FigureView> listed = distinct(figures).stream()
                .filter(figure -> !isVerifiedTime(figure))
                .toList();
        if (listed.isEmpty()) {
            return;
        }
        out.print("\n" + paint.heading("Sources") + "\n");
        List<FigureView> shown = listed.stream().limit(most).toList();
        shown.forEach(figure -> named.addAll(ids(inputs(figure))));
        shown.stream()
                .filter(figure -> !figure.facts().isEmpty())
                .forEach(figure -> told.add(figure.facts().getFirst().id()));
        shown.forEach(this::print);
        if (listed.size() > most) {
            line(
                    2,
                    "and " + (listed.size() - most) + " more, each with its own records",
                    UnaryOperator.identity(),
                    List.of());
        }
        moment(listed);
        out.flush();
    }

    /** When Xero said what stands behind the figures: the earliest and, where that is another minute, the latest. */
    private void moment(List<FigureView> listed) {
        List<String> moments = listed.stream()
                .flatMap(figure -> figure.facts().stream())
                .map(FactView::source)
                .filter(source -> !OWN.contains(source.organisation()))
                .map(SourceView::fetchedAt)
                .sorted()
                .map(at -> MOMENT.format(at.atZone(ZoneId.systemDefault())))
                .toList();
        if (!moments.isEmpty()) {
            String first = moments.getFirst();
            String last = moments.getLast();
            line(
                    2,
                    "as Xero had it " + (first.equals(last) ? "on" : "between"),
                    UnaryOperator.identity(),
                    " ",
                    first.equals(last) ? List.of(first) : List.of(first, "and " + last));
        }
    }

    private static boolean isVerifiedTime(FigureView figure) {
        return figure.status().equals("verified")
                && TIME.matcher(figure.value()).matches();
    }

    private static List<FigureView> distinct(List<FigureView> figures) {
        Map<List<@Nullable String>, FigureView> distinct = new LinkedHashMap<>();
        for (FigureView figure : figures) {
            List<@Nullable String> key = new ArrayList<>(List.of(figure.text(), figure.status()));
            key.add(figure.facts().isEmpty() ? null : figure.facts().getFirst().id());
            distinct.putIfAbsent(key, figure);
        }
        return List.copyOf(distinct.values());
    }

    private void print(FigureView figure) {
        List<String> parts = new ArrayList<>();
        parts.add(figure.status());
        if (figure.facts().isEmpty()) {
            parts.add(
                    switch (figure.status()) {
                        case "user" -> "you said it";
                        case "unverified" -> "nothing in the books stands behind it";
                        default -> "no record named";
                    });
        } else {
            FactView first = figure.facts().getFirst();
            if (named.contains(first.id())) {
                parts.add(first.id());
            }
            parts.addAll(describe(first, figure.formula()));
        }
        line(2, figure.text(), paint.figure(figure.status()), parts);
        printInputs(figure);
    }

    /** The facts after the first: what a figure was worked out of, under the names that its formula has. */
    private static List<FactView> inputs(FigureView figure) {
        return figure.facts().size() < 2 || figure.formula() == null
                ? List.of()
                : figure.facts().subList(1, figure.facts().size());
    }

    private static List<String> ids(List<FactView> facts) {
        return facts.stream().map(FactView::id).toList();
    }

    private void printInputs(FigureView figure) {
        List<FactView> inputs =
                inputs(figure).stream().filter(input -> told.add(input.id())).toList();
        for (FactView input : inputs.subList(0, Math.min(MOST_INPUTS, inputs.size()))) {
            line(4, input.id() + " " + input.value(), UnaryOperator.identity(), describe(input, input.formula()));
        }
        if (inputs.size() > MOST_INPUTS) {
            line(
                    4,
                    "and " + (inputs.size() - MOST_INPUTS) + " more",
                    UnaryOperator.identity(),
                    List.of("--json has them all"));
        }
    }

    private static List<String> describe(FactView fact, @Nullable String formula) {
        List<String> parts = new ArrayList<>(List.of(fact.measure(), fact.subject(), fact.period()));
        if (fact.basis() != null) {
            parts.add(fact.basis());
        }
        if (formula != null) {
            parts.add("= " + formula);
        }
        SourceView source = fact.source();
        parts.add(source.organisation());
        parts.add(
                switch (source.records()) {
                    case 0 -> "no records";
                    case 1 -> "1 record";
                    default -> source.records() + " records";
                });
        return parts;
    }

    /** The head and the parts, broken between parts where that is possible. */
    private void line(int indent, String head, UnaryOperator<String> style, List<String> parts) {
        line(indent, head, style, SEPARATOR, parts);
    }

    private void line(int indent, String head, UnaryOperator<String> style, String separator, List<String> parts) {
        LineWrap lines = new LineWrap(out, width);
        lines.write(" ".repeat(indent));
        lines.write(Printable.of(head), style);
        int column = indent + LineWrap.widthOf(Printable.of(head));
        for (String part : parts) {
            String text = NoLinks.in(Printable.of(part));
            if (column + separator.length() + LineWrap.widthOf(text) <= width) {
                lines.write(separator + text);
                column += separator.length() + LineWrap.widthOf(text);
            } else {
                lines.write("\n" + " ".repeat(indent + 2) + text);
                column = indent + 2 + LineWrap.widthOf(text);
            }
        }
        lines.endLine();
    }
}
