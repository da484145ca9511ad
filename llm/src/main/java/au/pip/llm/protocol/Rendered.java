package au.pip.llm.protocol;

import au.pip.llm.Warning;
import java.util.List;
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
}
