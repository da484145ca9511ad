package au.pip.sandbox.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether somebody whose money is asked for is in the books at all: that nobody of the name is owed is no answer else. */
final class NameAsked {
    private static final String CONTACTS = "contacts";
    private static final Pattern OWES = Pattern.compile(
            "\\b(?:does|do|did|has|is)\\s+(?!(?:I|We)\\b)(\\p{Lu}[^?!]*?)\\s+(?:still\\s+)?ow(?:e|es|ed|ing)\\b");
    private static final Pattern OWED = Pattern.compile("\\bowe\\s+(?:to\\s+)?(\\p{Lu}[^?!,;]*?)[.?!\\s]*$");
    private static final Pattern FORM = Pattern.compile("(?i),?\\s+(?:pty\\.?\\s+)?(?:ltd|limited|inc|pty)\\.?$");
    /** Others may be written otherwise in the books than they are searched for. */
    private static final Predicate<String> PLAIN = Pattern.compile(
                    "(?!I\\b|We\\b|They\\b)[\\p{L}\\p{N}][\\p{L}\\p{N} &'.-]+")
            .asMatchPredicate();

    private NameAsked() {}

    /** The call, and beside it one that finds who is named. */
    static List<Reply.Call> with(Reply.Call call, Turn part) {
        return in(part.question())
                .filter(_ -> part.tools().contains(CONTACTS))
                .map(name -> List.of(call, new Reply.Call(CONTACTS, Map.of("search", name))))
                .orElse(List.of(call));
    }

    /** Those whose results are told: only that nobody has the name where that is so, else not who was found. */
    static List<Reply.Call> shown(List<Reply.Call> wanted, Map<Reply.Call, Turn.Result> found) {
        if (wanted.size() < 2) {
            return wanted;
        }
        List<Reply.Call> names =
                wanted.stream().filter(call -> call.tool().equals(CONTACTS)).toList();
        return names.stream().anyMatch(call -> found.containsKey(call) && isNobody(found.get(call)))
                ? names
                : wanted.stream().filter(call -> !names.contains(call)).toList();
    }

    /** What is said of a name that was looked for; empty when somebody has it. */
    static Optional<String> words(Reply.Call call, Turn.Result result) {
        return Optional.ofNullable(call.arguments().get("search"))
                .filter(name -> !name.equals("") && isNobody(result))
                .map(name -> "%s is not in the books of %s: no customer or supplier has that name."
                        .formatted(name, result.line("Organisation")));
    }

    private static boolean isNobody(Turn.Result result) {
        return !result.failed()
                && result.rows().stream().anyMatch(row -> row.measure().equals("contacts found") && row.isZero());
    }

    private static Optional<String> in(String question) {
        return Stream.of(OWES, OWED)
                .map(pattern -> pattern.matcher(PeriodAsked.without(question)))
                .filter(Matcher::find)
                .findFirst()
                .map(matcher -> matcher.group(1))
                .or(() -> ContactNamed.in(question))
                .map(name -> FORM.matcher(name.strip()).replaceFirst(""))
                .filter(PLAIN);
    }
}
