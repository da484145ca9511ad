package au.pip.llm.protocol;

import au.pip.llm.Warning;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request as the wire wants it.
 *
 * @param path from the root of the host, query included, such as {@code /v1/messages}
 * @param warnings what of the caller's wishes was left out or changed
 */
public record Rendered(String path, ObjectNode body, List<Warning> warnings) {
    public Rendered {
        warnings = List.copyOf(warnings);
    }

    /** With fields of the caller's own in the body, and a warning for each value that they replace. */
    public Rendered withExtra(ObjectNode extra) {
        List<Warning> all = new ArrayList<>(warnings);
        join(body, extra, "", all);
        return new Rendered(path, body, all);
    }

    private static void join(ObjectNode target, ObjectNode extra, String place, List<Warning> warnings) {
        for (String name : extra.propertyNames()) {
            JsonNode value = extra.get(name);
            JsonNode present = target.get(name);
            if (present instanceof ObjectNode inner && value instanceof ObjectNode more) {
                join(inner, more, place + name + ".", warnings);
            } else {
                target.set(name, value);
                if (present != null && !present.equals(value)) {
                    warnings.add(new Warning(
                            "extra",
                            "The field %s%s of the request was replaced by that of ChatOptions.withExtra."
                                    .formatted(place, name)));
                }
            }
        }
    }
}
