package au.pip.assistant;

import java.time.Instant;

/**
 * One answering of one message.
 *
 * @param node the process that answers; it holds the lease {@code node/…} of this name while it lives
 * @param stopAsked whether the person asked it to stop; the node that answers looks, wherever that was asked
 */
public record Run(String id, String conversationId, State state, Instant startedAt, String node, boolean stopAsked) {
    public enum State {
        RUNNING,
        COMPLETED,
        /** Stopped by the person. */
        STOPPED,
        /** Rounds or time ran out; what was found is there. */
        LIMITED,
        FAILED,
        /** It put something to the person; once they have decided, another run goes on from it. */
        WAITING,
        /** The server ended in the middle. */
        INTERRUPTED;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** A run that begins now. */
    public static Run begin(String id, String conversationId, Instant now, String node) {
        return new Run(id, conversationId, State.RUNNING, now, node, false);
    }
}
