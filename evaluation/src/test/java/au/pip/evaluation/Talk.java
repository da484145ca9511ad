package au.pip.evaluation;

import au.pip.api.RunView;
import au.pip.assistant.AccountId;
import au.pip.assistant.books.Books;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.RunFollower;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.llm.LlmProvider;
import au.pip.llm.contract.ByteServer;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.sandbox.model.ScriptedModel.Step;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.store.jdbc.JdbcStores;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Conversations over a real store that can be made to fail, and any model; Xero is what a test makes it. */
final class Talk implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    /** A Xero that knows nothing until a test tells it. */
    final ByteServer xero = ByteServer.start();

    final FaultyStores stores;
    final Conversations conversations;
    final String conversation;
    private final XeroHttp http;

    Talk(Path folder, LlmProvider model) {
        this(folder, model, null, UUID.randomUUID().toString());
    }

    /** @param other a Xero to ask instead; null for this one's own */
    Talk(Path folder, LlmProvider model, String other, String tenant) {
        stores = new FaultyStores(JdbcStores.openSqlite(folder.resolve("pip.db")));
        http = new XeroHttp(XeroSettings.defaults().withBase(other == null ? xero.address() : URI.create(other)));
        Books books = new Books(new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, tenant), Clock.systemUTC());
        conversations = new Conversations(stores, _ -> model, _ -> books, Clock.systemUTC());
        conversation = conversations.create(AccountId.LOCAL).id();
    }

    static ScriptedModel says(String... texts) {
        List<Step> plan = new ArrayList<>();
        for (String text : texts) {
            plan.add(new Step.Say(text));
        }
        return new ScriptedModel(plan, Duration.ZERO);
    }

    String send(String text) {
        return conversations.send(
                AccountId.LOCAL, conversation, UUID.randomUUID().toString(), text);
    }

    /** All events of the run, once it has ended. */
    List<LoggedEvent> events(String run) {
        RunFollower follower = conversations.follow(AccountId.LOCAL, run, 0);
        List<LoggedEvent> events = new ArrayList<>();
        try {
            while (!follower.ended()) {
                events.addAll(follower.next(Duration.ofSeconds(1)));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return events;
    }

    static String text(List<LoggedEvent> events) {
        return events.stream()
                .filter(event -> event.type().equals("text"))
                .map(event -> JSON.readTree(event.body()).path("text").asString())
                .reduce("", String::concat);
    }

    /** The state that the last event tells. */
    static String state(List<LoggedEvent> events) {
        LoggedEvent last = events.getLast();
        return last.type().equals("finished")
                ? JSON.readTree(last.body()).path("state").asString()
                : "not finished";
    }

    RunView view(String run) {
        return conversations.view(AccountId.LOCAL, run);
    }

    @Override
    public void close() {
        http.close();
        xero.close();
        stores.close();
    }
}
