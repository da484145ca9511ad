package au.pip.sandbox.xero;

import au.pip.sandbox.books.Books;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A plain client of the pretend Xero. */
final class Client implements AutoCloseable {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final HttpClient http = HttpClient.newHttpClient();
    final SandboxServer server;
    final Books books;

    Client(Books books, SandboxOptions options) throws IOException {
        this.books = books;
        this.server = SandboxServer.start(books, options);
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Bearer sandbox-token")
                .header("xero-tenant-id", books.organisation().tenantId().toString())
                .header("Accept", "application/json");
    }

    HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request("/api.xro/2.0/" + path).build());
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return json(request("/api.xro/2.0/" + path).build());
    }

    JsonNode json(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = send(request);
        if (response.statusCode() != 200) {
            throw new AssertionError(request.uri() + " answered " + response.statusCode() + " " + response.body());
        }
        return MAPPER.readTree(response.body());
    }

    /** The records of a list that a filter lets through. */
    List<JsonNode> where(String name, String filter) throws IOException, InterruptedException {
        return list(
                json(name + "?page=1&pageSize=1000&where=" + encoded(filter)).get(name));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    /** The values of a report row with this label, wherever it stands. */
    static List<String> row(JsonNode answer, String label) {
        List<String> values = new ArrayList<>();
        for (JsonNode section : answer.get("Reports").get(0).get("Rows")) {
            for (JsonNode row : section.path("Rows")) {
                if (row.get("Cells").get(0).get("Value").asString().equals(label)) {
                    row.get("Cells")
                            .forEach(cell -> values.add(cell.get("Value").asString()));
                    return values.subList(1, values.size());
                }
            }
        }
        throw new AssertionError("no row " + label + " in " + answer);
    }

    @Override
    public void close() {
        http.close();
        server.close();
    }
}
