package au.pip.agent;

import au.pip.llm.ToolSpec;
import tools.jackson.databind.JsonNode;

/** Something a model may ask for. Made for one run; may be run several times, by several threads at once. */
public interface Tool {
    ToolSpec spec();

    /** Whether it only reads. Tools that read run in parallel and need no approval. */
    boolean readOnly();

    /** One line for a person while it runs, such as "Reading open invoices". Must not fail on odd arguments. */
    String label(JsonNode arguments);

    /**
     * Does the work. A failure that the model can mend or tell of is a {@link ToolResult} that failed.
     *
     * @param arguments as the model wrote them: anything at all
     * @throws InterruptedException when the run is stopped
     */
    ToolResult run(JsonNode arguments) throws InterruptedException;
}
