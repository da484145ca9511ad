package au.pip.evaluation.ledgerqa;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a family's SQL file. Lines {@code -- key: value} before a query say what is asked; docs/evaluation.md lists them.
 * What a plan does about an earlier question stands between its {@code before} and the first {@code ask}.
 */
final class FamilyReader {
    private static final Pattern LINE = Pattern.compile("-- ([a-z]+): (.*)");
    private static final Pattern CALL = Pattern.compile("(\\w+)(?: (\\{.*}))?");
    private static final Pattern TAKE = Pattern.compile("([^|]*)\\|([^|@]*)(?:@(\\d+))?");
    private static final JsonMapper JSON = new JsonMapper();

    private final String family;
    private final List<Template> templates = new ArrayList<>();
    private String about = "";
    private String name = "";
    private Set<String> companies = Set.of();
    private String parameters = "";
    private List<String> spans = List.of();
    private List<Template.Before> before = new ArrayList<>();
    private List<String> asks = new ArrayList<>();
    private List<Step> steps = new ArrayList<>();
    private String say = "";
    private Kind kind = Kind.AMOUNT;
    private StringBuilder gold = new StringBuilder();

    private FamilyReader(String family) {
        this.family = family;
    }

    static Family read(String family) {
        FamilyReader reader = new FamilyReader(family);
        resource(family + ".sql").lines().forEach(reader::line);
        reader.end();
        return new Family(family, reader.about, List.copyOf(reader.templates));
    }

    static String resource(String name) {
        try (InputStream in = FamilyReader.class.getResourceAsStream("/au/pip/evaluation/ledgerqa/" + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void line(String line) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            key(matcher.group(1), matcher.group(2).strip());
        } else if (!line.startsWith("--")) {
            gold.append(line).append('\n');
        }
    }

    private void key(String key, String value) {
        switch (key) {
            case "family" -> about = value;
            case "template" -> {
                end();
                name = value;
            }
            case "companies" -> companies = Set.of(value.split(" "));
            case "for" -> parameters = (parameters + " " + value).strip();
            case "spans" -> spans = List.of(value.split(" "));
            case "before" -> before.add(new Template.Before(value, new ArrayList<>()));
            case "ask" -> asks.add(value);
            case "call" -> plan().add(call(value));
            case "take" -> plan().add(take(value, false));
            case "tell" -> plan().add(take(value, true));
            case "expect" -> plan().add(new Step.Expect(value));
            case "say" -> say = value;
            case "answer" -> kind = Kind.of(value);
            default -> throw new IllegalStateException(family + ".sql: there is no key '" + key + "'");
        }
    }

    private List<Step> plan() {
        return asks.isEmpty() && !before.isEmpty() ? before.getLast().steps() : steps;
    }

    private Step call(String value) {
        Matcher matcher = CALL.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalStateException(family + ".sql: no call: " + value);
        }
        String arguments = matcher.group(2) == null ? "{}" : matcher.group(2);
        return new Step.Call(matcher.group(1), (ObjectNode) JSON.readTree(arguments));
    }

    private Step take(String value, boolean said) {
        Matcher matcher = TAKE.matcher(value);
        if (!matcher.matches()) {
            throw new IllegalStateException(family + ".sql: no fact: " + value);
        }
        int nth = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
        return new Step.Take(matcher.group(1).strip(), matcher.group(2).strip(), nth, said);
    }

    private void end() {
        if (!name.isEmpty()) {
            if (asks.isEmpty()) {
                throw new IllegalStateException(family + ".sql: " + name + " asks nothing");
            }
            templates.add(new Template(
                    family,
                    name,
                    companies,
                    parameters,
                    spans,
                    before,
                    asks,
                    steps,
                    say,
                    kind,
                    gold.toString().strip().replaceFirst(";$", "")));
        }
        name = "";
        companies = Set.of();
        parameters = "";
        spans = List.of();
        before = new ArrayList<>();
        asks = new ArrayList<>();
        steps = new ArrayList<>();
        say = "";
        kind = Kind.AMOUNT;
        gold = new StringBuilder();
    }
}
