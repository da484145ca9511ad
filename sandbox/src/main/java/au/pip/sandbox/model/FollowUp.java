package au.pip.sandbox.model;

import java.util.Optional;
import java.util.regex.Pattern;

/** Some of what an earlier question was about, asked for by one word: "and what about the overdue ones?" */
final class FollowUp {
    private static final Pattern OVERDUE_ONES =
            Pattern.compile("(?i)^\\W*(?:and |so |ok |okay )?(?:what about|how about|which of (?:them|those|these) are"
                    + "|which(?: ones)? are|only|just)\\s+(?:the\\s+|any\\s+)?overdue(?:\\s+ones)?\\W*$");

    private FollowUp() {}

    /** The turn with the question written out; as it is where it stands by itself or follows nothing that fits. */
    static Turn writtenOut(Turn turn) {
        if (!OVERDUE_ONES.matcher(turn.question()).matches()) {
            return turn;
        }
        return turn.earlier().reversed().stream()
                .map(FollowUp::documents)
                .flatMap(Optional::stream)
                .findFirst()
                .map(documents -> turn.asking("Which " + documents + " are overdue?"))
                .orElse(turn);
    }

    private static Optional<String> documents(String earlier) {
        return Topic.of(earlier).flatMap(topic -> switch (topic) {
            case RECEIVABLES -> Optional.of("invoices");
            case PAYABLES -> Optional.of("bills");
            case DUE, INVOICES -> Optional.of(earlier.contains("bill") ? "bills" : "invoices");
            default -> Optional.empty();
        });
    }
}
