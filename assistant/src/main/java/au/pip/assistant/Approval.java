package au.pip.assistant;

import java.time.Instant;

/**
 * A draft that waits for a person. It allows one thing once: what {@code hash} was made of, until it expires.
 *
 * @param id a UUID (version 7)
 * @param draft JSON that only {@code assistant} reads: the tool, its arguments and how they are shown
 * @param hash of the tool, its arguments, the account and the organisation
 */
public record Approval(
        String id,
        String conversationId,
        String runId,
        String draft,
        String hash,
        State state,
        Instant createdAt,
        Instant expiresAt) {
    public enum State {
        WAITING,
        /** The person approved it and it was used. */
        CONSUMED,
        /** The person said no. */
        DECLINED
    }
}
