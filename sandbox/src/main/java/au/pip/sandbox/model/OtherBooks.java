package au.pip.sandbox.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a question is about another business, whose figures the books that were read do not tell. */
final class OtherBooks {
    private static final String WORD = "\\p{Lu}[\\p{L}\\p{N}&'’-]*";
    private static final Pattern NAMED = Pattern.compile("\\b(?:of|does|do|did|has|company,?)\\s+(?:((?:" + WORD
            + "\\s+){1,5}(?:Pty Ltd|Pty|Ltd|Holdings))\\b"
            + "|(?!(?:I|We|My|Our)\\b)(" + WORD + "(?:\\s+" + WORD + "){0,5})\\s+(?:make|made|earn|earned)\\b)");
    /** What is asked of these may well name a customer or supplier. */
    private static final Set<String> OF_CONTACTS = Set.of(
            "receivables",
            "payables",
            "invoices",
            "contacts",
            "bank_transactions",
            "biggest_customers",
            "biggest_costs");

    private OtherBooks() {}

    static boolean isNamed(Turn part) {
        return name(part).isPresent();
    }

    /**
     * What is said in place of the answer; empty when the question is not about another business. A profit of these
     * books without a period is asked back.
     */
    static Optional<String> words(Turn part, Reply.Call call, Turn.Result result) {
        String own = result.line("Organisation");
        Optional<String> named = name(part);
        if (own.isEmpty() || OF_CONTACTS.contains(call.tool()) || named.isEmpty()) {
            return Optional.empty();
        }
        String first = named.get().split("\\s")[0].toLowerCase(Locale.ROOT);
        if (!own.toLowerCase(Locale.ROOT).contains(first)) {
            return Optional.of("I can only read the books of %s, not those of %s.".formatted(own, named.get()));
        }
        return call.tool().equals("organisation") && Topic.of(part.question()).equals(Optional.of(Topic.PROFIT))
                ? Optional.of(OfflineWords.WHICH_PERIOD)
                : Optional.empty();
    }

    private static Optional<String> name(Turn part) {
        Matcher named = NAMED.matcher(part.question());
        return named.find()
                ? Optional.of(named.group(1) == null ? named.group(2) : named.group(1))
                        .filter(name -> !PeriodAsked.namesMonth(name.toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }
}
