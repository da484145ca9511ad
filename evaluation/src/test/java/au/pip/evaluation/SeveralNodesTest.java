package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Stores;
import au.pip.evaluation.Databases.Kind;
import au.pip.server.OpenedDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two servers on one database, each a process of its own. A answers slowly, B at once. */
@Tag("slow")
@Timeout(300)
class SeveralNodesTest {
    private static final int ALL = 100_000;
    private static final String QUESTION = "Who owes me money?";
    /** What is promised for the runs of a node that is lost. */
    private static final Duration PROMISE = Duration.ofSeconds(10);

    private static Databases databases;
    private static PretendBooks pretend;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() throws IOException {
        databases = new Databases();
        pretend = new PretendBooks();
    }

    @AfterAll
    static void end() {
        pretend.close();
        databases.close();
    }

    private Program server(String name, String model, String database) {
        return Program.server(
                folder.resolve(name),
                pretend.settings(
                        folder.resolve(name),
                        "LLM_PROVIDER",
                        "offline",
                        "LLM_DEFAULT_MODEL",
                        model,
                        "DATABASE_URL",
                        database));
    }

    private Program slowA(String database) {
        return server("a", "offline-slow", database);
    }

    private Program quickB(String database) {
        return server("b", "offline", database);
    }

    private static Client client(Program program) {
        return new Client(program.awaitLine("pip ready on (\\S+)"));
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "DYNAMODB"})
    void shareConversationsRunsAndJobs(Kind kind) throws Exception {
        String database = databases.fresh(kind, folder);
        try (Program processA = slowA(database);
                Program processB = quickB(database)) {
            Client a = client(processA);
            Client b = client(processB);
            String conversation = a.conversation();

            String run = a.say(conversation, QUESTION);
            List<String> seen = b.events(run, 0, ALL);
            assertThat(seen).isEqualTo(a.events(run, 0, ALL));
            assertInOrderOnce(seen);
            assertThat(seen).contains("event: finished");
            assertThat(b.state(run)).isEqualTo("completed");

            String next = b.say(conversation, "And how much GST do I owe this quarter?");
            assertThat(a.events(next, 0, ALL)).contains("event: finished");
            assertThat(a.state(next)).isEqualTo("completed");

            String going = a.say(conversation, QUESTION);
            awaitText(b, going);
            b.send("POST", "/api/runs/" + going + "/stop", "");
            assertThat(b.events(going, 0, ALL)).contains("event: finished");
            assertThat(b.state(going)).isEqualTo("stopped");

            try (OpenedDatabase beside = Databases.open(database)) {
                await(PROMISE, () -> !upkeeps(beside.stores()).isEmpty());
                assertThat(upkeeps(beside.stores())).containsOnly(1L);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "DYNAMODB"})
    void interruptTheRunsOfOneThatIsKilledAndGoOn(Kind kind) throws Exception {
        String database = databases.fresh(kind, folder);
        try (Program processA = slowA(database);
                Program processB = quickB(database)) {
            Client a = client(processA);
            Client b = client(processB);
            String conversation = a.conversation();
            String run = a.say(conversation, QUESTION);
            awaitText(b, run);
            CompletableFuture<List<String>> followed = CompletableFuture.supplyAsync(() -> events(b, run));

            processA.kill();
            await(PROMISE, () -> b.state(run).equals("interrupted"));

            List<String> seen = followed.get();
            assertInOrderOnce(seen);
            assertThat(seen.stream().filter("event: finished"::equals)).hasSize(1);
            String again = b.say(conversation, QUESTION);
            assertThat(b.events(again, 0, ALL)).contains("event: finished");
            assertThat(b.state(again)).isEqualTo("completed");
            assertThat(entries(b, conversation)).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "DYNAMODB"})
    void areNotHarmedByOneThatComesBackFromALongPause(Kind kind) throws Exception {
        String database = databases.fresh(kind, folder);
        try (Program processA = slowA(database);
                Program processB = quickB(database)) {
            Client a = client(processA);
            Client b = client(processB);
            String conversation = a.conversation();
            String run = a.say(conversation, QUESTION);
            awaitText(b, run);

            processA.signal("STOP");
            await(PROMISE, () -> b.state(run).equals("interrupted"));
            List<String> ended = b.events(run, 0, ALL);
            String answer =
                    b.send("GET", "/api/runs/" + run, "").body().path("answer").asString();
            String again = b.say(conversation, QUESTION);
            assertThat(b.events(again, 0, ALL)).contains("event: finished");

            processA.signal("CONT");
            await(PROMISE, () -> processA.errors().contains("away for longer than its lease"));
            String third = a.say(conversation, "And how much GST do I owe this quarter?");
            assertThat(a.events(third, 0, ALL)).contains("event: finished");
            assertThat(a.state(third)).isEqualTo("completed");
            assertThat(b.events(run, 0, ALL)).isEqualTo(ended);
            assertThat(a.state(run)).isEqualTo("interrupted");
            assertThat(a.send("GET", "/api/runs/" + run, "")
                            .body()
                            .path("answer")
                            .asString())
                    .isEqualTo(answer);
            assertThat(entries(a, conversation)).isEqualTo(6);
        }
    }

    /** Reads the run's events until some words of the answer have come. */
    private static void awaitText(Client client, String run) throws Exception {
        await(Duration.ofSeconds(30), () -> client.events(run, 0, 30).contains("event: text"));
    }

    private static List<String> events(Client client, String run) {
        try {
            return client.events(run, 0, ALL);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertInOrderOnce(List<String> lines) {
        long[] ids = lines.stream()
                .filter(line -> line.startsWith("id: "))
                .mapToLong(line -> Long.parseLong(line.substring("id: ".length())))
                .toArray();
        assertThat(ids)
                .isNotEmpty()
                .isEqualTo(LongStream.rangeClosed(1, ids.length).toArray());
    }

    private static int entries(Client client, String conversation) throws Exception {
        return client.send("GET", "/api/conversations/" + conversation + "/entries", "")
                .body()
                .path("items")
                .size();
    }

    /** How often the hourly job was claimed, for each hour that it was done in. */
    private static List<Long> upkeeps(Stores stores) {
        List<Long> claims = new ArrayList<>();
        stores.rows().read(row -> {
            if (row.noun() == Noun.JOB
                    && row.text("kind").equals("upkeep")
                    && row.text("state").equals("done")) {
                claims.add(row.number("attempts"));
            }
        });
        return claims;
    }

    private static void await(Duration most, Callable<Boolean> reached) throws Exception {
        long end = System.nanoTime() + most.toNanos();
        while (!reached.call()) {
            assertThat(System.nanoTime()).as("it did not come within " + most).isLessThan(end);
            Thread.sleep(50);
        }
    }
}
