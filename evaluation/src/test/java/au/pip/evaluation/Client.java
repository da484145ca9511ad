package au.pip.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that talks with a Pip server over HTTP. */
record Client(String address) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    record Reply(int status, JsonNode body) {
        String code() {
            return body.path("code").asString("");
        }
    }

    /** @param headers name and value in turn */
    Reply send(String method, String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        String text = response.body();
        return new Reply(response.statusCode(), text.isBlank() ? JSON.missingNode() : JSON.readTree(text));
    }

    String conversation() throws Exception {
        return send("POST", "/api/conversations", "{}").body().path("id").asString();
    }

    /** The run that answers. */
    String say(String conversation, String text) throws Exception {
        String body = JSON.writeValueAsString(Map.of("id", UUID.randomUUID().toString(), "text", text));
        return send("POST", "/api/conversations/" + conversation + "/messages", body)
                .body()
                .path("runId")
                .asString();
    }

    String state(String run) throws Exception {
        return send("GET", "/api/runs/" + run, "").body().path("state").asString();
    }

    /** Waits until the run no longer goes on, a minute at most. */
    void rest(String run) throws Exception {
        for (int wait = 0; wait < 1200 && state(run).equals("running"); wait++) {
            Thread.sleep(50);
        }
    }

    /** Lines of the run's events after the given one, to the end or at most so many; then the connection is cut. */
    List<String> events(String run, long after, int most) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/runs/" + run + "/events"))
                .header("Last-Event-ID", String.valueOf(after))
                .build();
        try (Stream<String> lines =
                HTTP.send(request, HttpResponse.BodyHandlers.ofLines()).body()) {
            return lines.limit(most).toList();
        }
    }

    /** What comes back for a request written out, whatever headers it has. */
    String raw(String request) {
        URI uri = URI.create(address);
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream().write(request.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
