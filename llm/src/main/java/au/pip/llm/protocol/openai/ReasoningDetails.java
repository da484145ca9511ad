package au.pip.llm.protocol.openai;

import au.pip.llm.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenRouter's {@code reasoning_details}: what the model behind it wants to see again, signatures among it. A stream
 * cuts each into fragments of one type and {@code index}, which are put together here; sent back in pieces they are
 * refused.
 */
final class ReasoningDetails {
    private final ArrayNode details = Json.MAPPER.createArrayNode();

    boolean isEmpty() {
        return details.isEmpty();
    }

    ArrayNode all() {
        return details;
    }

    void accept(JsonNode fragments) {
        for (JsonNode fragment : fragments) {
            if (fragment instanceof ObjectNode added) {
                ObjectNode same = find(added);
                if (same == null) {
                    details.add(added);
                } else {
                    merge(same, added);
                }
            }
        }
    }

    private @Nullable ObjectNode find(ObjectNode fragment) {
        JsonNode index = fragment.get("index");
        for (JsonNode known : details) {
            if (index != null
                    && index.isNumber()
                    && index.equals(known.get("index"))
                    && known.path("type").equals(fragment.path("type"))) {
                return (ObjectNode) known;
            }
        }
        return null;
    }

    private static void merge(ObjectNode whole, ObjectNode fragment) {
        for (Map.Entry<String, JsonNode> field : fragment.properties()) {
            String before = Json.text(whole, field.getKey());
            String more = Json.text(fragment, field.getKey());
            switch (field.getKey()) {
                case "text", "summary", "data" ->
                    whole.put(field.getKey(), (before == null ? "" : before) + (more == null ? "" : more));
                default -> {
                    if (!field.getValue().isNull()) {
                        whole.set(field.getKey(), field.getValue());
                    }
                }
            }
        }
    }
}
