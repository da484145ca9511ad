package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.evaluation.Program.Ended;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code kill -9} in the middle of an answer. */
@Tag("slow")
class CrashTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String QUESTION = "Who owes me money?";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void keepsTheMessageMarksTheRunInterruptedAndGoesOn() throws Exception {
        try (PretendBooks pretend = new PretendBooks()) {
            String conversation;
            String run;
            try (Program server = slow(pretend)) {
                String address = server.awaitLine("pip ready on (\\S+)");
                conversation =
                        post(address + "/api/conversations", "{}").path("id").asString();
                run = send(address, conversation, QUESTION);
                awaitText(address, run);
                server.kill();
            }
            try (Program server = Program.server(folder, pretend.settings(folder.resolve("data"), "PIP_DEMO", "1"))) {
                String address = server.awaitLine("pip ready on (\\S+)");
                JsonNode entries = get(address + "/api/conversations/" + conversation + "/entries")
                        .path("items");
                assertThat(entries.size()).isEqualTo(2);
                assertThat(entries.get(0).path("text").asString()).isEqualTo(QUESTION);
                assertThat(entries.get(1).path("state").asString()).isEqualTo("interrupted");
                assertThat(entries.get(1).path("text").asString()).startsWith("You're owed ");
                assertThat(get(address + "/api/runs/" + run).path("error").asString())
                        .contains("send it again");
                Ended again = Program.ask(
                        folder, Map.of(), "--json", "--server", address, "--conversation", conversation, QUESTION);
                assertThat(again.status()).as(again.toString()).isZero();
                assertThat(JSON.readTree(again.out()).path("state").asString()).isEqualTo("completed");
            }
        }
    }

    private Program slow(PretendBooks pretend) {
        return Program.server(
                folder, pretend.settings(folder.resolve("data"), "PIP_DEMO", "1", "LLM_DEFAULT_MODEL", "offline-slow"));
    }

    private String send(String address, String conversation, String text) throws Exception {
        String body = JSON.writeValueAsString(Map.of("id", UUID.randomUUID().toString(), "text", text));
        return post(address + "/api/conversations/" + conversation + "/messages", body)
                .path("runId")
                .asString();
    }

    /** Reads events until some words of the answer have come. */
    private void awaitText(String address, String run) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/runs/" + run + "/events"))
                .build();
        HttpResponse<Stream<String>> response = http.send(request, HttpResponse.BodyHandlers.ofLines());
        try (Stream<String> lines = response.body()) {
            assertThat(lines.filter(line -> line.equals("event: text")).limit(4).count())
                    .isEqualTo(4);
        }
    }

    private JsonNode post(String url, String body) throws Exception {
        return JSON.readTree(http.send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body());
    }

    private JsonNode get(String url) throws Exception {
        return JSON.readTree(
                http.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofString())
                        .body());
    }
}
