package au.pip.assistant.memory;

import au.pip.assistant.Memory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A notebook as one text: a JSON object with {@code style} and {@code items}. Any other text is from before there were
 * notebooks: each of its lines is something that the person said.
 */
public final class NotebookText {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PERSON = "you";

    private NotebookText() {}

    static String write(Notebook notebook) {
        ObjectNode json = JSON.createObjectNode();
        json.put("style", notebook.style().word());
        var items = json.putArray("items");
        for (Remembered each : notebook.items()) {
            ObjectNode item = items.addObject();
            item.put("id", each.id());
            item.put("organisation", each.organisationId());
            item.put("about", each.about());
            item.put("says", each.says());
            item.put("other", each.other());
            item.put("origin", each.origin().name().toLowerCase(Locale.ROOT));
            item.put("kept", each.kept());
            item.put("at", each.at().toEpochMilli());
        }
        return JSON.writeValueAsString(json);
    }

    static Notebook read(Memory memory) {
        try {
            JsonNode json = JSON.readTree(memory.text());
            if (json.isObject() && json.path("items").isArray()) {
                List<Remembered> items = new ArrayList<>();
                json.path("items").forEach(item -> items.add(item(item)));
                return new Notebook(Style.of(json.path("style").asString("")).orElse(Style.NORMAL), items);
            }
        } catch (JacksonException _) {
            // The person's own words.
        }
        return lines(memory);
    }

    private static Remembered item(JsonNode item) {
        return new Remembered(
                item.path("id").asString(""),
                item.path("organisation").asStringOpt().orElse(null),
                item.path("about").asString(""),
                item.path("says").asString(""),
                item.path("other").asStringOpt().orElse(null),
                item.path("origin").asString("").equals("told") ? Remembered.Origin.TOLD : Remembered.Origin.LEARNED,
                item.path("kept").asBoolean(false),
                Instant.ofEpochMilli(item.path("at").asLong(0)));
    }

    private static Notebook lines(Memory memory) {
        List<Remembered> items = new ArrayList<>();
        for (String line : memory.text().lines().toList()) {
            for (int from = 0; from < line.length(); from += Remembered.LONGEST_FACT) {
                String part = line.substring(from, Math.min(line.length(), from + Remembered.LONGEST_FACT));
                if (!part.isBlank() && items.size() < Notebook.MOST) {
                    items.add(new Remembered(
                            "line-" + (items.size() + 1),
                            null,
                            PERSON,
                            part,
                            null,
                            Remembered.Origin.TOLD,
                            true,
                            memory.updatedAt()));
                }
            }
        }
        return new Notebook(Style.NORMAL, items);
    }
}
