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
    }

    /** Reading is allowed, everything else is refused. */
    static ToolPolicy readOnly() {
        return (tool, _) -> tool.readOnly()
                ? new Decision.Allow()
                : new Decision.Deny("Changing the books is not allowed here; only reading is.");
    }
}
