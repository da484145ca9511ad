package au.pip.assistant.tools;

import au.pip.assistant.books.FactTable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A tool call's arguments, read leniently: a model may send a number as text, or null for nothing. */
record Arguments(JsonNode json) {
    /** Null when absent or empty. */
    @Nullable
    String text(String name) {
        JsonNode value = json.path(name);
        if (!value.isString() && !value.isNumber() && !value.isBoolean()) {
            return null;
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
