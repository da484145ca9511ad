package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP that clients rely on, against the program as it runs; its model pauses between words. */
class HttpApiTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static PretendBooks pretend;
    private static Program server;
    private static String address;

    @BeforeAll
    static void start() {
        pretend = new PretendBooks();
        server = Program.server(
                folder, pretend.settings(folder.resolve("data"), "PIP_DEMO", "1", "LLM_DEFAULT_MODEL", "offline-slow"));
        address = server.awaitLine("pip ready on (\\S+)");
    }

    @AfterAll
    static void stop() {
        server.close();
        pretend.close();
    }

    private record Reply(int status, JsonNode body) {
        String code() {
            return body.path("code").asString("");
        }
    }

    private static Reply send(String method, String path, String body) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                    .method(method, HttpRequest.BodyPublishers.ofString(body));
            if (!body.isEmpty()) {
                request.header("Content-Type", "application/json");
            }
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Reply(
                    response.statusCode(),
                    response.body().isBlank() ? JSON.missingNode() : JSON.readTree(response.body()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String conversation() {
        return send("POST", "/api/conversations", "{}").body().path("id").asString();
    }

    private static Reply say(String conversation, String id, String text) {
        return send(
                "POST",
                "/api/conversations/" + conversation + "/messages",
                JSON.writeValueAsString(Map.of("id", id, "text", text)));
    }

    private static String run(String conversation, String text) {
        Reply accepted = say(conversation, UUID.randomUUID().toString(), text);
        assertThat(accepted.status()).isEqualTo(202);
        return accepted.body().path("runId").asString();
    }

    /** Lines of the run's events after the given id, to the end or at most so many. */
    private static List<String> events(String run, long after, int most) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/runs/" + run + "/events"))
                .header("Last-Event-ID", String.valueOf(after))
                .build();
        try (Stream<String> lines =
                HTTP.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            return lines.limit(most).toList();
        }
    }

    @Test
    void resumesAfterTheLastEventThatWasSeenWithoutGapOrRepeat() throws Exception {
        String run = run(conversation(), "What can you do?");
        List<String> all = events(run, 0, Integer.MAX_VALUE);
        long last = all.stream().filter(line -> line.startsWith("id: ")).count();
        List<String> first = events(run, 0, 20);
        long seen = first.stream().filter(line -> line.startsWith("id: ")).count() - 1;
        List<String> rest = events(run, seen, Integer.MAX_VALUE);
        assertThat(rest.stream().filter(line -> line.startsWith("id: ")).toList())
                .containsExactlyElementsOf(LongStream.rangeClosed(seen + 1, last)
                        .mapToObj(id -> "id: " + id)
                        .toList());
        assertThat(rest.stream()
                        .filter(line -> line.startsWith("event: "))
                        .toList()
                        .getLast())
                .isEqualTo("event: finished");
        assertThat(events(run, last, Integer.MAX_VALUE)).contains("event: finished");
    }

    @Test
    void followsARunWhileItIsGoing() throws Exception {
        String run = run(conversation(), "Who owes me money?");
        assertThat(events(run, 0, 30)).contains("event: tool-finished", "event: text");
        assertThat(send("GET", "/api/runs/" + run, "").body().path("state").asString())
                .isEqualTo("running");
        assertThat(send("POST", "/api/runs/" + run + "/stop", "").status()).isEqualTo(204);
    }

    @Test
    void stopsARunAndKeepsWhatWasSaid() throws Exception {
        String conversation = conversation();
        String run = run(conversation, "Who owes me money?");
        events(run, 0, 30);
        assertThat(send("POST", "/api/runs/" + run + "/stop", "").status()).isEqualTo(204);
        assertThat(events(run, 0, Integer.MAX_VALUE).getLast()).isEmpty();
        JsonNode stopped = send("GET", "/api/runs/" + run, "").body();
        assertThat(stopped.path("state").asString()).isEqualTo("stopped");
        assertThat(stopped.path("answer").asString()).startsWith("You're owed");
        assertThat(run(conversation, "hello")).isNotEqualTo(run);
    }

    @Test
    void takesAMessageOnceHoweverOftenItIsSent() {
        String conversation = conversation();
        String id = UUID.randomUUID().toString();
        Reply first = say(conversation, id, "hello");
        Reply again = say(conversation, id, "hello");
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(say(conversation, id, "something else").code()).isEqualTo("id_taken");
        assertThat(entries(conversation)
                        .valueStream()
                        .filter(entry -> entry.path("kind").asString().equals("question")))
                .hasSize(1);
    }

    @Test
    void refusesASecondMessageWhileARunIsGoing() {
        String conversation = conversation();
        String run = run(conversation, "Who owes me money?");
        Reply second = say(conversation, UUID.randomUUID().toString(), "and what do I owe?");
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.code()).isEqualTo("run_in_progress");
        send("POST", "/api/runs/" + run + "/stop", "");
    }

    @Test
    void asksTheLatestQuestionAgainInOtherWords() throws Exception {
        String conversation = conversation();
        String stopped = run(conversation, "Who owes me money?");
        String first = entries(conversation).get(0).path("id").asString();
        Reply early = replace(conversation, first, "hello");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.code()).isEqualTo("run_in_progress");
        assertThat(send("POST", "/api/runs/" + stopped + "/stop", "").status()).isEqualTo(204);
        events(stopped, 0, Integer.MAX_VALUE);

        Reply accepted = replace(conversation, first, "hello");
        assertThat(accepted.status()).isEqualTo(202);
        events(accepted.body().path("runId").asString(), 0, Integer.MAX_VALUE);
        JsonNode entries = entries(conversation);
        assertThat(entries).hasSize(4);
        assertThat(entries.get(2).path("id").asString())
                .isEqualTo(accepted.body().path("messageId").asString());
        assertThat(entries.get(2).path("replaces").asString()).isEqualTo(first);
        assertThat(entries.get(0).path("replaces").isNull()).isTrue();

        Reply late = replace(conversation, first, "hello?");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.code()).isEqualTo("not_replaceable");
        assertThat(replace(conversation(), first, "hello?").status()).isEqualTo(404);
        assertThat(replace(conversation, "x", "hello?").status()).isEqualTo(400);
    }

    private static Reply replace(String conversation, String question, String text) {
        return send(
                "POST",
                "/api/conversations/" + conversation + "/messages",
                JSON.writeValueAsString(
                        Map.of("id", UUID.randomUUID().toString(), "text", text, "replaces", question)));
    }

    private static JsonNode entries(String conversation) {
        return send("GET", "/api/conversations/" + conversation + "/entries", "")
                .body()
                .path("items");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "GET;/api/nothing;'';404;not_found",
                "GET;/api/conversations/none;'';404;not_found",
                "GET;/api/conversations/none/entries;'';404;not_found",
                "GET;/api/runs/none;'';404;not_found",
                "GET;/api/runs/none/events;'';404;not_found",
                "POST;/api/runs/none/stop;'';404;not_found",
                "GET;/api/approvals/none;'';404;not_found",
                "POST;/api/approvals/none/approve;'{}';404;not_found",
                "POST;/api/approvals/none/decline;'{}';404;not_found",
                "GET;/api/conversations?limit=many;'';400;invalid",
                "GET;/api/conversations?limit=0;'';400;invalid",
                "GET;/api/conversations?cursor=%00;'';400;invalid",
                "GET;/api/usage?month=soon;'';400;invalid",
                "DELETE;/api/conversations;'';405;wrong_method",
                "POST;/api/conversations/none/messages;not json;400;invalid",
                "POST;/api/conversations/none/messages;{\"id\":5,\"text\":\"x\"};400;invalid",
                "POST;/api/conversations/none/messages;{\"text\":\"x\"};400;invalid",
                "POST;/api/conversations/none/messages;{\"id\":\"x\",\"text\":\"x\"};400;invalid",
                "POST;/api/conversations/none/messages;{\"id\":\"x\",\"text\":\"x\",\"replaces\":7};400;invalid"
            })
    void answersEveryMistakeWithAProblem(String method, String path, String body, int status, String code) {
        Reply reply = send(method, path, body);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(status);
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.body().path("message").asString()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void namesTheFieldThatIsWrong() {
        Reply reply = send("POST", "/api/conversations/none/messages", "{\"id\":\"x\",\"text\":7}");
        assertThat(reply.body().path("message").asString()).contains("'text'");
    }

    @Test
    void refusesMessagesThatAreEmptyOrTooLong() {
        String conversation = conversation();
        assertThat(say(conversation, UUID.randomUUID().toString(), "  \n ").code())
                .isEqualTo("invalid");
        assertThat(say(conversation, UUID.randomUUID().toString(), "x".repeat(20_001))
                        .status())
                .isEqualTo(413);
        assertThat(say(conversation, UUID.randomUUID().toString(), "x".repeat(10_000_000))
                        .status())
                .isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "Host: evil.example, 403",
        "Host: 127.0.0.1.evil.example, 403",
        "Host: 127.0.0.1\\nOrigin: http://evil.example, 403",
        "Host: 127.0.0.1\\nOrigin: null, 403",
        "Host: localhost, 200"
    })
    void answersOnlyThisMachinesOwnPages(String headers, int status) throws Exception {
        URI uri = URI.create(address);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            String request =
                    "GET /api/status HTTP/1.1\r\n" + headers.replace("\\n", "\r\n") + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String reply = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(reply).startsWith("HTTP/1.1 " + status);
            assertThat(reply).contains("Content-Security-Policy: default-src 'none'");
        }
    }

    @Test
    void remembersWhatThePersonAsked() {
        assertThat(send("POST", "/api/memory/items", "{\"says\":\"Our year ends in June.\"}")
                        .status())
                .isEqualTo(200);
        JsonNode items = send("GET", "/api/memory", "").body().path("items");
        assertThat(items).hasSize(1);
        assertThat(items.get(0).path("sentence").asString()).isEqualTo("you: Our year ends in June.");
        String item = "/api/memory/items/" + items.get(0).path("id").asString();
        Reply corrected = send("PUT", item, "{\"about\":\"the business\",\"says\":\"files quarterly\"}");
        assertThat(corrected.body().path("items").get(0).path("sentence").asString())
                .isEqualTo("the business: files quarterly");
        assertThat(send("PUT", item, "{\"says\":\"\"}").status()).isEqualTo(400);
        assertThat(send("PUT", "/api/memory/style", "{\"style\":\"rude\"}").status())
                .isEqualTo(400);
        assertThat(send("PUT", "/api/memory/style", "{\"style\":\"concise\"}")
                        .body()
                        .path("style")
                        .asString())
                .isEqualTo("concise");
        assertThat(send("DELETE", item, "").body().path("items")).isEmpty();
        assertThat(send("DELETE", item, "").code()).isEqualTo("not_found");
    }

    @Test
    void tellsHowItIs() {
        assertThat(send("GET", "/api/health", "").body().path("status").asString())
                .isEqualTo("ok");
        JsonNode status = send("GET", "/api/status", "").body();
        assertThat(status.path("organisation").asString())
                .isEqualTo(pretend.books.organisation().name());
        assertThat(status.path("missing").size()).isZero();
    }
}
