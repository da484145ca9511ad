package au.pip.evaluation;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.xero.DraftPlaces;
import au.pip.xero.AccessTokens;
import au.pip.xero.auth.Scopes;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * One organisation of the pretend Xero, in which every account may have drafts made.
 *
 * @param id of its connection
 */
public record PretendPlace(String id, String tenant, String token) implements DraftPlaces {
    /** As a person grants them who connects with leave to write drafts. */
    public static final Set<String> SCOPES = Scopes.withDrafts(Scopes.ofPerson(""));

    @Override
    public List<Connection> all(AccountId account) {
        return List.of(new Connection(
                id,
                tenant,
                "Pretend",
                Connection.State.CONNECTED,
                SCOPES,
                id,
                null,
                null,
                Instant.EPOCH,
                Instant.EPOCH));
    }

    @Override
    public Set<String> scopes(Connection connection) {
        return connection.scopes();
    }

    @Override
    public AccessTokens tokens(AccountId account, Connection connection) {
        return () -> token;
    }
}
