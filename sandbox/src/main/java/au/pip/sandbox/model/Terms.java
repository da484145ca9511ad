package au.pip.sandbox.model;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long customers have to pay, where the person keeps it in mind: "our invoices are due in 30 days". */
final class Terms {
    private static final Pattern DUE_IN =
            Pattern.compile("(?i)\\binvoices?\\b.*\\bdue (?:in|within|after) (\\d{1,3}) days\\b");

    private Terms() {}

    /** In days; by the latest note that says so. */
    static Optional<Integer> days(Turn turn) {
        for (String note : turn.notes().reversed()) {
            Matcher due = DUE_IN.matcher(note);
            if (due.find()) {
                return Optional.of(Integer.valueOf(due.group(1)));
            }
        }
        return Optional.empty();
    }
}
