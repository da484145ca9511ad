package au.pip.sandbox.model;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whether a question is about another business, whose figures the books that were read do not tell. */
final class OtherBooks {
    private static final Pattern NAMED = Pattern.compile(
            "\\b(?:of|does|do|did|has|company,?)\\s+((?:\\p{Lu}[\\p{L}\\p{N}&'’-]*\\s+){1,5}(?:Pty Ltd|Pty|Ltd|Holdings))\\b");
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

    /** What is said in place of the answer; empty when the question is not about another business. */
    static Optional<String> words(Turn part, Reply.Call call, Turn.Result result) {
        Matcher named = NAMED.matcher(part.question());
        String own = result.line("Organisation");
        if (own.isEmpty() || OF_CONTACTS.contains(call.tool()) || !named.find()) {
            return Optional.empty();
        }
        String first = named.group(1).split("\\s")[0].toLowerCase(Locale.ROOT);
        return own.toLowerCase(Locale.ROOT).contains(first)
                ? Optional.empty()
                : Optional.of("I can only read the books of %s, not those of %s.".formatted(own, named.group(1)));
    }
}
