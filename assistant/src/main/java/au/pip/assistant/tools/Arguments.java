package au.pip.assistant.tools;

import au.pip.assistant.books.FactTable;
import au.pip.llm.ToolSpec;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A tool call's arguments, read leniently: a model may send a number as text, or null for nothing. */
record Arguments(JsonNode json) {
    /**
     * The arguments of a call of this tool.
     *
     * @throws BadArgument when they are no object or hold a name that the tool's schema lacks: what cannot be read could
     *     have narrowed the question, so it is never left out
     */
    static Arguments read(JsonNode json, ToolSpec spec) {
        Collection<String> names = spec.inputSchema().path("properties").propertyNames();
        String takes = names.isEmpty() ? "no arguments" : "only these arguments: " + String.join(", ", names);
        if (!json.isObject()) {
            throw new BadArgument(
                    "The arguments were not a JSON object, so nothing was looked up. The tool '%s' takes %s."
                            .formatted(spec.name(), takes));
        }
        for (String name : json.propertyNames()) {
            if (!names.contains(name)) {
                throw new BadArgument("There is no argument '%s', so nothing was looked up. The tool '%s' takes %s."
                        .formatted(FactTable.cell(name), spec.name(), takes));
            }
        }
        return new Arguments(json);
    }

    /** Null when absent or empty. */
    @Nullable
    String text(String name) {
        JsonNode value = json.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (value.isContainer()) {
            throw new BadArgument("The argument '" + name + "' is one text, not a list or an object.");
        }
        String text = value.asString().strip();
        return text.isEmpty() ? null : text;
    }

    String required(String name) {
        String text = text(name);
        if (text == null) {
            throw new BadArgument("The argument '" + name + "' is missing.");
        }
        return text;
    }

    /** One of the choices, in lower case. */
    String choice(String name, String otherwise, List<String> choices) {
        String text = text(name);
        String chosen = text == null ? otherwise : text.toLowerCase(Locale.ROOT);
        if (!choices.contains(chosen)) {
            throw new BadArgument(
                    "The argument '%s' is one of %s, not '%s'.".formatted(name, choices, FactTable.cell(chosen)));
        }
        return chosen;
    }

    @Nullable
    LocalDate date(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException _) {
            throw new BadArgument("The argument '%s' is a day such as 2026-10-31.".formatted(name));
        }
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        JsonNode value = json.path(name);
        if (value.isArray()) {
            value.forEach(each -> texts.add(each.asString("").strip()));
        } else if (value.isString()) {
            for (String each : value.asString().split("[,\\s]+")) {
                texts.add(each);
            }
        }
        texts.removeIf(String::isEmpty);
        return texts;
    }
}
