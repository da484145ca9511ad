package au.pip.evaluation;

import au.pip.assistant.AccountId;
import au.pip.assistant.books.Books;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.RunFollower;
import au.pip.assistant.conversation.RunWatch;
import au.pip.assistant.node.Node;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.Stores;
import au.pip.llm.LlmProvider;
import au.pip.llm.contract.ByteServer;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.store.jdbc.JdbcStores;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Two nodes of one process over one store, A and B. */
final class Neighbours implements AutoCloseable {
    final Stores stores;
    final Node nodeA;
    final Node nodeB;
    final Conversations a;
    final Conversations b;
    final String conversation;
    private final ByteServer xero = ByteServer.start();
    private final XeroHttp http = new XeroHttp(XeroSettings.defaults().withBase(xero.address()));
    private final List<RunWatch> watches = new ArrayList<>();

    Neighbours(Path folder, LlmProvider model) {
        stores = JdbcStores.openSqlite(folder.resolve("pip.db"));
        nodeA = Node.sharing("A", stores.leases(), Clock.systemUTC());
        nodeB = Node.sharing("B", stores.leases(), Clock.systemUTC());
        a = conversations(model, nodeA);
        b = conversations(model, nodeB);
        conversation = a.create(AccountId.LOCAL).id();
    }

    private Conversations conversations(LlmProvider model, Node node) {
        XeroApi api = new XeroApi(
                http, () -> SandboxOptions.DEFAULT_TOKEN, UUID.randomUUID().toString());
        Books books = new Books(api, Clock.systemUTC());
        return new Conversations(stores, _ -> model, _ -> books, Clock.systemUTC(), node);
    }

    Neighbours watched(Conversations... all) {
        for (Conversations each : all) {
            watches.add(each.watch());
        }
        return this;
    }

    String send(Conversations node, String text) {
        return node.send(AccountId.LOCAL, conversation, UUID.randomUUID().toString(), text);
    }

    /** All events of the run as that node tells them, once it has ended. */
    static List<LoggedEvent> events(Conversations node, String run) throws InterruptedException {
        RunFollower follower = node.follow(AccountId.LOCAL, run, 0);
        List<LoggedEvent> events = new ArrayList<>();
        while (!follower.ended()) {
            events.addAll(follower.next(Duration.ofSeconds(1)));
        }
        return events;
    }

    /** All events of the run that are stored. */
    List<LoggedEvent> stored(String run) {
        return stores.events().after(AccountId.LOCAL, run, 0, 10_000);
    }

    @Override
    public void close() throws InterruptedException {
        a.drain(Duration.ofSeconds(1));
        b.drain(Duration.ofSeconds(1));
        watches.forEach(RunWatch::close);
        nodeA.close();
        nodeB.close();
        http.close();
        xero.close();
        stores.close();
    }
}
