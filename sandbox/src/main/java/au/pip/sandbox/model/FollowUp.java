package au.pip.sandbox.model;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An earlier question with one thing changed: "and what about the overdue ones?", "and last year?" */
final class FollowUp {
    private static final Pattern OVERDUE_ONES =
            Pattern.compile("(?i)^\\W*(?:and |so |ok |okay )?(?:what about|how about|which of (?:them|those|these) are"
                    + "|which(?: ones)? are|only|just)\\s+(?:the\\s+|any\\s+)?overdue(?:\\s+ones)?\\W*$");

    private static final Pattern FOLLOWS =
            Pattern.compile("(?i)^\\W*(?:(?:and|so|then|ok|okay|what about|how about)\\b\\W*)+(.*?)\\W*$");
    private static final Pattern SMALL = Pattern.compile("(?i)\\b(?:in|for|the|of|during|a)\\b|[^\\p{L}\\p{N}]");
    /** What these look up is of a period, and no topic leads to them. */
    private static final Set<InsightAsked> OF_A_PERIOD =
            EnumSet.of(InsightAsked.CUSTOMERS, InsightAsked.COSTS, InsightAsked.BUDGET);

    private FollowUp() {}

    /** The turn with the question written out; as it is where it stands by itself or follows nothing that fits. */
    static Turn writtenOut(Turn turn) {
        if (!OVERDUE_ONES.matcher(turn.question()).matches()) {
            return ofPeriod(turn).orElse(turn);
        }
        return turn.earlier().reversed().stream()
                .map(FollowUp::documents)
                .flatMap(Optional::stream)
                .findFirst()
                .map(documents -> turn.asking("Which " + documents + " are overdue?"))
                .orElse(turn);
    }

    private static Optional<Turn> ofPeriod(Turn turn) {
        Optional<String> period = periodAlone(turn, turn.question());
        if (period.isEmpty()) {
            return Optional.empty();
        }
        return turn.earlier().reversed().stream()
                .filter(earlier -> periodAlone(turn, earlier).isEmpty())
                .findFirst()
                .filter(earlier -> InsightAsked.of(turn.asking(earlier))
                        .filter(OF_A_PERIOD::contains)
                        .isPresent())
                .map(earlier ->
                        turn.asking(PeriodAsked.without(earlier).replaceFirst("\\W+$", "") + " " + period.get() + "?"));
    }

    /** The words of the period when a follow-up names one and nothing else. */
    private static Optional<String> periodAlone(Turn turn, String question) {
        Matcher follows = FOLLOWS.matcher(question);
        return follows.matches()
                        && PeriodAsked.in(question, turn.today()).isPresent()
                        && SMALL.matcher(PeriodAsked.without(follows.group(1)))
                                .replaceAll("")
                                .isEmpty()
                ? Optional.of(follows.group(1))
                : Optional.empty();
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
