package au.pip.server;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.xero.DraftPlaces;
import au.pip.xero.AccessTokens;
import au.pip.xero.auth.Scopes;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The pretend organisation as one that drafts may be made in. Its token is the sandbox's, which nobody signs in for.
 *
 * @param name asked for when it is wanted: it may have to be read from Xero
 */
record PretendPlace(String token, String tenantId, Supplier<String> name) implements DraftPlaces {
    /** What stands for the pretend organisation where a connection's id is asked for. */
    static final String ID = "sandbox";

    /** As a person would have granted them who connects with {@code XERO_WRITES=drafts}. */
    private static Set<String> granted() {
        return new LinkedHashSet<>(Scopes.withDrafts(Scopes.ofPerson("")));
    }

    @Override
    public List<Connection> all(AccountId account) {
        return List.of(new Connection(
                ID,
                tenantId,
                name.get(),
                Connection.State.CONNECTED,
                granted(),
                ID,
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
