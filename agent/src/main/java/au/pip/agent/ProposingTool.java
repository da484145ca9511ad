package au.pip.agent;

import tools.jackson.databind.JsonNode;

/**
 * A tool that changes something, which it only proposes: a person decides, elsewhere, and then it is done there. No
 * word of a model is an approval.
 */
public interface ProposingTool extends Tool {
    /**
     * Puts the proposal where the person finds it. Must not change anything else.
     *
     * @param arguments as the model wrote them: anything at all
     * @throws InterruptedException when the run is stopped
     */
    Proposal propose(JsonNode arguments) throws InterruptedException;

    sealed interface Proposal {
        /**
         * It waits for the person, and the run ends until then.
         *
         * @param id by which the person finds it
         * @param summary one line for the person
         */
        record Waits(String id, String summary) implements Proposal {}

        /** There is nothing to decide: the result tells the model what to mend or to ask. */
        record Nothing(ToolResult result) implements Proposal {}
    }

    @Override
    default boolean readOnly() {
        return false;
    }

    @Override
    default ToolResult run(JsonNode arguments) {
        return ToolResult.failure("This needs a person's approval, so it cannot simply be run.");
    }
}
