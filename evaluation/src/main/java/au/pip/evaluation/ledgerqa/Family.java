package au.pip.evaluation.ledgerqa;

import java.util.List;

/** Questions of one sort. */
record Family(String name, String about, List<Template> templates) {
    /** A family that waits for its tools has no templates yet. */
    static final List<String> NAMES = List.of(
            "lookup",
            "filter",
            "aggregate",
            "ageing",
            "top-n",
            "comparison",
            "ratio",
            "gst",
            "tax",
            "runway",
            "plan",
            "papers",
            "multi-step",
            "follow-up",
            "ambiguous",
            "unanswerable",
            "false-premise",
            "wrong-organisation",
            "injected");

    static List<Family> all() {
        return NAMES.stream().map(FamilyReader::read).toList();
    }
}
