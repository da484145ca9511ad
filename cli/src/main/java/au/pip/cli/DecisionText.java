package au.pip.cli;

import au.pip.api.DecisionView;
import java.util.stream.Collectors;

/** What came of a decision, in lines for a person. */
final class DecisionText {
    private DecisionText() {}

    static void print(DecisionView decision, Surroundings surroundings) {
        LineWrap lines = new LineWrap(surroundings.out(), surroundings.width());
        lines.write(text(decision));
        lines.endLine();
        String link = decision.link();
        if (link != null) {
            surroundings.out().print(Printable.of(link) + "\n");
        }
        surroundings.out().flush();
    }

    private static String text(DecisionView decision) {
        String reasons = decision.reasons().isEmpty()
                ? ""
                : decision.reasons().stream().collect(Collectors.joining("; ", " Xero said: ", "."));
        return Printable.of(decision.message() + reasons).replace('\n', ' ');
    }

    /** 0 when what the person wanted is so. */
    static int exitCode(DecisionView decision) {
        return switch (decision.outcome()) {
            case "made", "declined" -> 0;
            default -> CliException.FAILED;
        };
    }
}
