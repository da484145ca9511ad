package au.pip.agent;

import tools.jackson.databind.JsonNode;

/** Decides, outside the model, whether a call may run. */
@FunctionalInterface
public interface ToolPolicy {
    Decision decide(Tool tool, JsonNode arguments);

    sealed interface Decision {
        record Allow() implements Decision {}

        /** @param reason for the model and the person */
        record Deny(String reason) implements Decision {}

        /** The call is put to a person, and the run waits for the answer. */
        record Ask(ProposingTool tool) implements Decision {}
    }

    /** Reading is allowed, everything else is refused. */
    static ToolPolicy readOnly() {
        return (tool, _) -> tool.readOnly() ? new Decision.Allow() : refusal();
    }

    /** Reading is allowed, what can be proposed is put to a person, everything else is refused. */
    static ToolPolicy askFirst() {
        return (tool, _) -> {
            if (tool instanceof ProposingTool proposing) {
                return new Decision.Ask(proposing);
            }
            return tool.readOnly() ? new Decision.Allow() : refusal();
        };
    }

    private static Decision refusal() {
        return new Decision.Deny("Changing the books is not allowed here; only reading is.");
    }
}
