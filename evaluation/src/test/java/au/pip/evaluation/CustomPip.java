package au.pip.evaluation;

import au.pip.api.RunView;
import au.pip.assistant.AccountId;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.RunFollower;
import au.pip.assistant.secret.Keyring;
import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.SecretBox;
import au.pip.assistant.secret.Secrets;
import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.ConnectedBooks;
import au.pip.assistant.xero.Organisations;
import au.pip.assistant.xero.SharedCalls;
import au.pip.assistant.xero.SignInTokens;
import au.pip.assistant.xero.WayIn;
import au.pip.store.jdbc.JdbcStores;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import au.pip.xero.auth.CustomConnection;
import au.pip.xero.auth.Scopes;
import au.pip.xero.auth.XeroAddresses;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * The whole of Pip but HTTP, as a custom connection: real store, real client with its budget and what it keeps, the
 * offline model.
 */
final class CustomPip implements AutoCloseable {
    private static final String NODE = "node-1";

    final SharedCalls calls;
    private final Stores stores;
    private final XeroHttp http;
    private final Conversations conversations;

    /** @param clock tells the day, how old replies are and when tokens end */
    CustomPip(Path folder, URI xero, XeroSettings.Pace pace, String client, String secret, Clock clock) {
        stores = JdbcStores.openSqlite(folder.resolve("pip.db"));
        calls = new SharedCalls(stores.calls(), NODE, 1_000, pace, clock);
        http = new XeroHttp(XeroSettings.defaults().withBase(xero).withPace(pace), calls, clock);
        Keyring keys = new Keyring(MasterKey.of(new byte[32]), List.of());
        Secrets secrets = new Secrets(stores.secrets(), SecretBox.over(() -> keys));
        Set<String> scopes = Scopes.ofApp("");
        WayIn way = WayIn.Custom.of(
                new CustomConnection(XeroAddresses.of(xero, xero), client, secret, scopes), scopes, client);
        SignInTokens tokens = new SignInTokens(stores, secrets, way, NODE, clock);
        Organisations organisations = new Organisations(way, stores, tokens, http, NODE, clock);
        ConnectedBooks books = new ConnectedBooks(organisations, http, stores.replies(), clock);
        conversations = new Conversations(stores, _ -> Demo.offline(), books, Clock.systemUTC());
    }

    RunView ask(String question) throws InterruptedException {
        String conversation = conversations.create(AccountId.LOCAL).id();
        String run = conversations.send(
                AccountId.LOCAL, conversation, UUID.randomUUID().toString(), question);
        RunFollower follower = conversations.follow(AccountId.LOCAL, run, 0);
        while (!follower.ended()) {
            follower.next(Duration.ofSeconds(1));
        }
        return conversations.view(AccountId.LOCAL, run);
    }

    @Override
    public void close() {
        http.close();
        stores.close();
    }
}
