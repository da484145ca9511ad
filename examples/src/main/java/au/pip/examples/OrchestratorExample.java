package au.pip.examples;

import au.pip.api.FigureView;
import au.pip.api.RunView;
import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.books.Books;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.RunFollower;
import au.pip.assistant.store.Stores;
import au.pip.llm.AuthConfig;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.ProviderConfig;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.model.OfflineModel;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import au.pip.store.jdbc.JdbcStores;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/**
 * The orchestrator without a server: pretend books over HTTP, a store in a temporary folder, a question and a follow-up,
 * and what stands behind each figure.
 */
final class OrchestratorExample {
    private OrchestratorExample() {}

    static void run(PrintStream out) throws Exception {
        Path folder = Files.createTempDirectory("pip-example");
        LlmProvider model = new LlmProviders(List.of(OfflineModel.entry()))
                .create(ProviderConfig.of(OfflineModel.NAME, AuthConfig.none()));
        au.pip.sandbox.books.Books pretend = au.pip.sandbox.books.Books.generate(
                new BooksSpec(1, Company.SOLE_TRADER, LocalDate.now(ZoneId.of("Australia/Sydney"))));
        try (SandboxServer sandbox = SandboxServer.start(pretend, SandboxOptions.defaults());
                XeroHttp http = new XeroHttp(XeroSettings.defaults().withBase(URI.create(sandbox.url())));
                Stores stores = JdbcStores.openSqlite(folder.resolve("example.db"))) {
            String tenant = pretend.organisation().tenantId().toString();
            Books books = new Books(new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, tenant), Clock.systemUTC());
            Conversations conversations = new Conversations(stores, _ -> model, _ -> books, Clock.systemUTC());
            Conversation conversation = conversations.create(AccountId.LOCAL);
            for (String question : List.of("What was my profit last month?", "and the month before?")) {
                ask(conversations, conversation, question, out);
            }
        } finally {
            delete(folder);
        }
    }

    private static void ask(Conversations conversations, Conversation conversation, String question, PrintStream out)
            throws InterruptedException {
        String run = conversations.send(
                AccountId.LOCAL, conversation.id(), UUID.randomUUID().toString(), question);
        RunFollower follower = conversations.follow(AccountId.LOCAL, run, 0);
        while (!follower.ended()) {
            follower.next(Duration.ofSeconds(1));
        }
        RunView answer = conversations.view(AccountId.LOCAL, run);
        out.println("> " + question + "\n" + answer.answer());
        for (FigureView figure : answer.figures()) {
            out.println("  " + figure.text() + " " + figure.status()
                    + figure.facts().stream()
                            .findFirst()
                            .map(fact -> ": " + fact.measure() + ", " + fact.period())
                            .orElse(""));
        }
        out.println("  (%d tokens in, %d out, US$%s)\n"
                .formatted(answer.usage().freshInput(), answer.usage().output(), answer.costUsd()));
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
