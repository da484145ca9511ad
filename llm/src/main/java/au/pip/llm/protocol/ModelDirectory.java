package au.pip.llm.protocol;

import au.pip.llm.ModelInfo;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a server that holds models of its own is asked for them. */
public interface ModelDirectory {
    /** A cheap GET that a running server answers with success. */
    String healthPath();

    /** Whether an answer without success shows all the same that the server can be asked for a chat. */
    default boolean showsLife(int status) {
        return false;
    }

    /** The GET that lists the models. */
    String listPath();

    List<String> parseList(JsonNode answer);

    /** The POST that asks what one model can do; null where that cannot be asked. */
    default @Nullable Rendered renderLookup(String model) {
        return null;
    }

    /** @param answer to {@link #renderLookup} */
    default ModelInfo parseLookup(String model, JsonNode answer) {
        return new ModelInfo(model, 0, 0, Set.of());
    }
}
