package au.pip.assistant;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An organisation in Xero that an account may ask about.
 *
 * @param id a UUID (version 7)
 * @param organisationId Xero's id of the organisation
 * @param scopes what the person granted
 * @param signInId whose tokens reach it: those are a {@link Secret} of kind {@code xero-tokens}, owned by this id.
 *     Several connections may share a sign-in
 * @param linkId Xero's id of the link between sign-in and organisation, by which it is disconnected; null when it is
 *     not known
 * @param chosenAt when the person last chose it; questions are about the one that was chosen latest. Null for never
 */
public record Connection(
        String id,
        String organisationId,
        String organisationName,
        State state,
        Set<String> scopes,
        String signInId,
        @Nullable String linkId,
        @Nullable Instant chosenAt,
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

    /** The same from when on the person has to sign in again. */
    public Connection toReconnect(Instant now) {
        return new Connection(
                id,
                organisationId,
                organisationName,
                State.RECONNECT,
                scopes,
                signInId,
                linkId,
                chosenAt,
                createdAt,
                now);
    }

    /** The same, as if the person had never chosen it. */
    public Connection unchosen() {
        return new Connection(
                id, organisationId, organisationName, state, scopes, signInId, linkId, null, createdAt, updatedAt);
    }
}
