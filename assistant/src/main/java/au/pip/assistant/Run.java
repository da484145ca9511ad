package au.pip.assistant;

import java.time.Instant;

/** One answering of one message. */
public record Run(String id, String conversationId, State state, Instant startedAt) {
    public enum State {
        RUNNING,
        COMPLETED,
        /** Stopped by the person. */
        STOPPED,
        /** Rounds or time ran out; what was found is there. */
        LIMITED,
        FAILED,
        /** The server ended in the middle. */
        INTERRUPTED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
