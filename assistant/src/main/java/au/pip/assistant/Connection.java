package au.pip.assistant;

import java.time.Instant;
import java.util.Set;

/**
 * An organisation in Xero that an account may ask about. Its tokens are a {@link Secret} of kind {@code xero-tokens},
 * owned by the connection's id.
 *
 * @param id a UUID (version 7)
 * @param organisationId Xero's id of the organisation
 * @param scopes what the person granted
 */
public record Connection(
        String id,
        String organisationId,
        String organisationName,
        State state,
        Set<String> scopes,
        Instant createdAt,
        Instant updatedAt) {
    public enum State {
        CONNECTED,
        /** Xero takes the tokens no more: the person has to sign in again. */
        RECONNECT
    }

    public Connection {
        scopes = Set.copyOf(scopes);
    }
}
