package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import au.pip.evaluation.Program.Ended;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Where HTTP may go wrong: cut streams, other sites, addresses, and what only one server may use. */
@Tag("slow")
class HttpEdgeTest {
    @TempDir
    static Path folder;

    private static PretendBooks pretend;
    private static Program server;
    private static Client client;

    @BeforeAll
    static void start() {
        pretend = new PretendBooks();
        server = Program.server(folder, settings("data"));
        client = new Client(server.awaitLine("pip ready on (\\S+)"));
    }

    @AfterAll
    static void stop() {
        server.close();
        pretend.close();
    }

    private static Map<String, String> settings(String data, String... more) {
        Map<String, String> settings = pretend.settings(folder.resolve(data), more);
        settings.put("LLM_PROVIDER", "offline");
        settings.put("LLM_DEFAULT_MODEL", "offline-slow");
        settings.put("DATABASE_URL", "sqlite:" + folder.resolve("shared.db"));
        return settings;
    }

    @Test
    void resumesARunThatIsStillGoingWithoutGapOrRepeat() throws Exception {
        String run = client.say(client.conversation(), "Who owes me money?");
        List<String> first = client.events(run, 0, 30);
        long seen = ids(first).size() - 1L;
        assertThat(client.state(run)).isEqualTo("running");
        List<String> rest = client.events(run, seen, Integer.MAX_VALUE);
        assertThat(client.state(run)).isEqualTo("completed");
        assertThat(ids(rest))
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(seen + 1, seen + ids(rest).size())
                                .boxed()
                                .toList());
        assertThat(rest).contains("event: finished");
        assertThat(ids(client.events(run, 0, Integer.MAX_VALUE)))
                .hasSize((int) seen + ids(rest).size());
    }

    private static List<Long> ids(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("id: "))
                .map(line -> Long.valueOf(line.substring(4)))
                .toList();
    }

    @Test
    void refusesAPostFromAnotherSiteAndDoesNothing() throws Exception {
        int before = conversations();
        String host = client.address().substring("http://".length());
        String reply = client.raw("POST /api/conversations HTTP/1.1\nHost: " + host
                + "\nOrigin: http://evil.example\nContent-Type: application/json\nContent-Length: 2"
                + "\nConnection: close\n\n{}");
        assertThat(reply).startsWith("HTTP/1.1 403").contains("not_local");
        assertThat(conversations()).isEqualTo(before);
        String own = client.raw("POST /api/conversations HTTP/1.1\nHost: " + host + "\nOrigin: http://" + host
                + "\nContent-Type: application/json\nContent-Length: 2\nConnection: close\n\n{}");
        assertThat(own).startsWith("HTTP/1.1 201");
    }

    private static int conversations() throws Exception {
        return client.send("GET", "/api/conversations?limit=100", "")
                .body()
                .path("items")
                .size();
    }

    @ParameterizedTest
    @CsvSource({
        "/api/usage?month=1999-12, 400, invalid",
        "/api/usage?month=2200-01, 400, invalid",
        "/api/usage?month=-999999999-01, 400, invalid",
        "/api/conversations?limit=101, 400, invalid",
        "/api/conversations?cursor=nonsense, 400, invalid",
        "/api/search, 400, invalid",
        "/api/search?q=%20%3F, 400, invalid",
        "/api/search?q=rent&limit=0, 400, invalid",
        "/api/search?q=rent&limit=101, 400, invalid",
        "/api/search?q=rent&cursor=nonsense, 400, invalid"
    })
    void refusesWhatNoListHas(String path, int status, String code) throws Exception {
        Client.Reply reply = client.send("GET", path, "");
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
    }

    @Test
    void findsWhatWasSaidPageByPage() throws Exception {
        String conversation = client.conversation();
        String run = client.say(conversation, "Zanzibar, hello?");
        client.events(run, 0, Integer.MAX_VALUE);
        client.events(client.say(conversation, "Once more to ZANZIBAR\u0301!"), 0, Integer.MAX_VALUE);
        Client.Reply first = client.send("GET", "/api/search?q=zanzi&limit=1", "");
        JsonNode found = first.body().path("items").get(0);
        assertThat(found.path("conversationId").asString()).isEqualTo(conversation);
        assertThat(found.path("title").asString()).isEqualTo("Zanzibar, hello?");
        assertThat(found.path("kind").asString()).isEqualTo("question");
        assertThat(found.path("before").asString()).isEqualTo("Once more to ");
        assertThat(found.path("hit").asString()).isEqualTo("ZANZIBAR\u0301");
        assertThat(found.path("after").asString()).isEqualTo("!");
        String next = first.body().path("next").asString();
        Client.Reply second = client.send("GET", "/api/search?q=zanzi&limit=1&cursor=" + next, "");
        assertThat(second.body().path("items").get(0).path("hit").asString()).isEqualTo("Zanzibar");
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(client.send("GET", "/api/search?q=zanzi%20nowhere", "")
                        .body()
                        .path("items")
                        .size())
                .isZero();
    }

    @Test
    void refusesMoreThanAHundredEntriesAndAStrangeLastEventId() throws Exception {
        String conversation = client.conversation();
        assertThat(client.send("GET", "/api/conversations/" + conversation + "/entries?limit=101", "")
                        .code())
                .isEqualTo("invalid");
        String run = client.say(conversation, "hello");
        Client.Reply reply = client.send("GET", "/api/runs/" + run + "/events", "", "Last-Event-ID", "soon");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body().path("message").asString()).contains("Last-Event-ID");
    }

    @Test
    void saysThatItSpeaksJsonOnly() throws Exception {
        Client.Reply reply = client.send("GET", "/api/status", "", "Accept", "image/png");
        assertThat(reply.status()).isEqualTo(406);
        assertThat(reply.code()).isEqualTo("not_acceptable");
    }

    @Test
    void tellsTheVersionItWasBuiltAs() throws Exception {
        String built = Files.readString(Path.of("..", "pom.xml"));
        String version =
                client.send("GET", "/api/health", "").body().path("version").asString();
        assertThat(version).matches("\\d+\\.\\d+\\.\\d+");
        assertThat(built).contains("<version>" + version);
    }

    @Test
    void refusesASecondServerOverTheSameDatabase() {
        try (Program second = Program.server(folder, settings("elsewhere"))) {
            Ended ended = second.awaitEnd();
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.line()).contains("already using the database", "shared.db", "DATABASE_URL");
        }
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.2", "2130706433", "example.com"})
    void servesUnderThisMachinesOwnNamesOnly(String host) {
        try (Program second = Program.server(folder, settings("other", "PIP_HOST", host))) {
            Ended ended = second.awaitEnd();
            assertThat(ended.status()).isEqualTo(1);
            assertThat(ended.line()).contains("PIP_HOST is " + host, "127.0.0.1, ::1 or localhost");
        }
    }

    @Test
    void tellsAUsableAddressOfVersionSix() throws Exception {
        assumeThat(NetworkInterface.getByInetAddress(InetAddress.getByName("::1")))
                .isNotNull();
        Map<String, String> settings = settings("six", "PIP_HOST", "::1");
        settings.put("DATABASE_URL", "sqlite:" + folder.resolve("six.db"));
        try (Program second = Program.server(folder, settings)) {
            Client six = new Client(second.awaitLine("pip ready on (\\S+)"));
            assertThat(six.address()).startsWith("http://[::1]:");
            assertThat(six.send("GET", "/api/health", "").status()).isEqualTo(200);
        }
    }
}
