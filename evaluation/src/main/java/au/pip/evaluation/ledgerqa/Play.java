package au.pip.evaluation.ledgerqa;

import au.pip.llm.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One performance of a plan: where it stands, and the facts that it has taken. */
final class Play {
    private static final JsonMapper JSON = new JsonMapper();
    /** A fact's id, measure and subject, which is empty when it is that of the row above. */
    private static final Pattern ROW =
            Pattern.compile("(?m)^(F\\d+) \\| ([^|\\n]*) \\| ?([^|\\n]*?) ?\\|[^|\\n]*\\|[^|\\n]*$");

    private static final Pattern TAKEN = Pattern.compile("\\$(\\d+)");

    private final List<Step> steps;
    private final String say;
    private final Map<String, String> values;
    private final List<String> taken = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private int at;

    /** @param say what is answered; empty for the facts that are told */
    Play(List<Step> steps, String say, Map<String, String> values) {
        this.steps = steps;
        this.say = say;
        this.values = values;
    }

    sealed interface Next {
        record Look(Part.ToolCall call) implements Next {}

        record Say(String text) implements Next {}
    }

    /** @param result of the latest call; empty before the first */
    Next next(String result) {
        while (at < steps.size()) {
            switch (steps.get(at++)) {
                case Step.Call(String tool, ObjectNode arguments) -> {
                    return new Next.Look(new Part.ToolCall("call_" + UUID.randomUUID(), tool, filled(arguments), null));
                }
                case Step.Take take -> take(take, result);
                case Step.Expect(String text) -> {
                    if (!result.contains(Question.fill(text, values))) {
                        told.add("The tool did not say '" + text + "' but: " + result);
                        at = steps.size();
                    }
                }
            }
        }
        String answer = say.isEmpty() || told.stream().anyMatch(line -> line.startsWith("The tool "))
                ? String.join("\n", told)
                : Question.fill(say, values);
        Matcher fact = TAKEN.matcher(answer);
        return new Next.Say(fact.replaceAll(found -> {
            int number = Integer.parseInt(found.group(1));
            return number > 0 && number <= taken.size()
                    ? "{" + taken.get(number - 1) + "}"
                    : Matcher.quoteReplacement(found.group());
        }));
    }

    private void take(Step.Take take, String result) {
        String measure = plain(Question.fill(take.measure(), values));
        String subject = plain(Question.fill(take.subject(), values));
        Matcher row = ROW.matcher(result);
        String ofWhom = "";
        int found = 0;
        while (row.find()) {
            ofWhom = row.group(3).isEmpty() ? ofWhom : row.group(3);
            boolean fits = fits(plain(row.group(2)), measure)
                    && switch (take.subject()) {
                        case "*" -> true;
                        case "?" -> !isGeneral(ofWhom);
                        default -> plain(ofWhom).equals(subject);
                    };
            if (fits && ++found == take.nth()) {
                taken.add(row.group(1));
                if (take.said()) {
                    String about = isGeneral(ofWhom) ? row.group(2) : ofWhom + ", " + row.group(2);
                    told.add("%s: {%s}.".formatted(about, row.group(1)));
                }
                return;
            }
        }
        told.add("The tool gave no %s of %s: %s"
                .formatted(Question.fill(take.measure(), values), Question.fill(take.subject(), values), result));
        at = steps.size();
    }

    /** Of a whole list or the whole business; then the measure says more. */
    private static boolean isGeneral(String subject) {
        return subject.startsWith("all ") || subject.startsWith("the ");
    }

    /** A star stands for any beginning or end. */
    private static boolean fits(String measure, String wanted) {
        return wanted.startsWith("*")
                ? measure.endsWith(wanted.substring(1))
                : wanted.endsWith("*")
                        ? measure.startsWith(wanted.substring(0, wanted.length() - 1))
                        : measure.equals(wanted);
    }

    /** The measure's basis aside, since it stands in brackets. */
    private static String plain(String text) {
        return Names.plain(text.replaceAll(" \\((?:accruals|cash)\\)$", ""));
    }

    private ObjectNode filled(ObjectNode arguments) {
        ObjectNode filled = JSON.createObjectNode();
        for (String name : arguments.propertyNames()) {
            filled.set(name, filled(arguments.path(name)));
        }
        return filled;
    }

    private JsonNode filled(JsonNode value) {
        if (value.isArray()) {
            ArrayNode array = JSON.createArrayNode();
            value.forEach(each -> array.add(filled(each)));
            return array;
        }
        Matcher fact = TAKEN.matcher(value.asString());
        return JSON.getNodeFactory()
                .stringNode(
                        fact.matches()
                                ? taken.get(Integer.parseInt(fact.group(1)) - 1)
                                : Question.fill(value.asString(), values));
    }
}
