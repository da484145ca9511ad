package au.pip.cli;

import au.pip.api.FactView;
import au.pip.api.FigureView;
import au.pip.api.SourceView;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** One figure opened: what it is, how it was worked out, and for each fact the records behind it and when they were read. */
final class FigureSource {
    private static final int MOST_FACTS = 6;
    private static final int MOST_RECORDS = 3;

    private final Surroundings surroundings;

    FigureSource(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** @param asked the figure as the answer shows it; empty for the first one */
    void print(List<FigureView> figures, String asked) {
        List<FigureView> found = figures.stream()
                .filter(figure -> asked.isEmpty() || figure.text().equalsIgnoreCase(asked))
                .toList();
        if (found.isEmpty()) {
            line(
                    asked.isEmpty()
                            ? "The last answer has no figure."
                            : "The last answer has no figure " + Printable.of(asked)
                                    + ". Type it as it stands there, such as /source $1,234.50.");
            return;
        }
        print(found.getFirst());
    }

    private void print(FigureView figure) {
        line(figure.text() + ", "
                + switch (figure.status()) {
                    case "verified" -> "verified: Pip read it";
                    case "derived" -> "derived: Pip worked it out";
                    case "user" -> "user: you said it";
                    default ->
                        figure.facts().isEmpty()
                                ? "unverified: nothing that Pip read stands behind it"
                                : "unverified: the words around it do not agree with it";
                });
        List<FactView> facts = figure.facts();
        for (FactView fact : facts.subList(0, Math.min(MOST_FACTS, facts.size()))) {
            print(fact, facts.size() > 1);
        }
        if (facts.size() > MOST_FACTS) {
            line("  and " + (facts.size() - MOST_FACTS) + " more; ./pip ask --json has them all");
        }
        line("");
    }

    private void print(FactView fact, boolean named) {
        List<String> what = new ArrayList<>(List.of(fact.measure(), fact.subject(), fact.period()));
        if (fact.basis() != null) {
            what.add(fact.basis());
        }
        line("  " + (named ? fact.id() + " " : "") + fact.value() + " · " + String.join(" · ", what));
        if (fact.formula() != null) {
            line("    Calculation: " + fact.formula());
            return;
        }
        SourceView source = fact.source();
        line("    Read from: " + source.endpoint() + ", " + source.organisation());
        line("    At: " + SourceList.MOMENT.format(source.fetchedAt().atZone(ZoneId.systemDefault())));
        List<String> ids = source.recordIds();
        for (String id : ids.subList(0, Math.min(MOST_RECORDS, ids.size()))) {
            line("    Record: " + id);
        }
        if (source.records() > MOST_RECORDS) {
            line("    and " + (source.records() - MOST_RECORDS) + " more records");
        }
        if (source.link() != null) {
            write("    In Xero: " + Printable.of(source.link()));
        }
        line("    SHA-256 of the reply: " + source.digest());
    }

    private void line(String text) {
        write(NoLinks.in(Printable.of(text)));
    }

    private void write(String text) {
        LineWrap lines = new LineWrap(surroundings.out(), surroundings.width());
        lines.write(text.isEmpty() ? "\n" : text);
        lines.endLine();
        surroundings.out().flush();
    }
}
