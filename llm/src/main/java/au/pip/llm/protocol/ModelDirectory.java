package au.pip.llm.protocol;

import au.pip.llm.ModelInfo;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** How a server that holds models of its own is asked for them. */
public interface ModelDirectory {
    /** A cheap GET that a running server answers with success. */
    String healthPath();

    /** The GET that lists the models. */
    String listPath();

    List<String> parseList(JsonNode answer);

    /** The POST that asks what one model can do. */
    Rendered renderLookup(String model);

    ModelInfo parseLookup(String model, JsonNode answer);
}
