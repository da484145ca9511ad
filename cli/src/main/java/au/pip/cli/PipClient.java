package au.pip.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.pip.api.ApprovalView;
import au.pip.api.ConversationView;
import au.pip.api.DecisionView;
import au.pip.api.EntryView;
import au.pip.api.FoundView;
import au.pip.api.OrganisationsView;
import au.pip.api.PageView;
import au.pip.api.Problem;
import au.pip.api.RunAccepted;
import au.pip.api.RunView;
import au.pip.api.SendMessage;
import au.pip.api.SignInStarted;
import au.pip.api.SignInView;
import au.pip.api.StatusView;
import au.pip.api.UsageReport;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;

/**
 * The server's HTTP interface, typed. Every method throws {@link RefusedException} when the server says no, and
 * {@link CliException} when no Pip server answers.
 */
final class PipClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** A message is sent again under the same id, which the server takes once. */
    private static final int SENDS = 3;

    private static final Duration LONGEST_WRITE = Duration.ofMinutes(4);

    private static final int LONG_TEXT = 200_000;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final URI server;
    private final String whenGone;

    /** A server that somebody else runs; with or without a slash at its end. */
    PipClient(URI server) {
        this(server, "Start one with ./pip serve, or add --demo for the pretend books.");
    }

    /** @param whenGone what a person can do when no server answers there */
    PipClient(URI server, String whenGone) {
        this.whenGone = whenGone;
        this.server = URI.create(server.toString().replaceFirst("/+$", ""));
    }

    URI server() {
        return server;
    }

    StatusView status() {
        return read(call(get("/api/status")), new TypeReference<>() {});
    }

    /** @param month such as 2026-11; null for the running one */
    UsageReport usage(@Nullable String month) {
        return read(
                call(get("/api/usage" + (month == null ? "" : "?month=" + segment(month)))), new TypeReference<>() {});
    }

    ConversationView newConversation() {
        return read(call(post("/api/conversations", "{}")), new TypeReference<>() {});
    }

    /** All entries of a conversation, oldest first. */
    List<EntryView> entries(String conversationId) {
        List<EntryView> entries = new ArrayList<>();
        String cursor = null;
        do {
            String path = "/api/conversations/" + segment(conversationId) + "/entries?limit=100"
                    + (cursor == null ? "" : "&cursor=" + segment(cursor));
            PageView<EntryView> page = read(call(get(path)), new TypeReference<>() {});
            entries.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return entries;
    }

    /**
     * Up to so many entries that have these words, the latest first. What follows them is in {@link PageView#next}; the
     * server may give less than asked for at a time.
     */
    PageView<FoundView> search(String words, int most) {
        List<FoundView> found = new ArrayList<>();
        String cursor = null;
        do {
            String path = "/api/search?q=" + segment(words) + "&limit=" + (most - found.size())
                    + (cursor == null ? "" : "&cursor=" + segment(cursor));
            PageView<FoundView> page = read(call(get(path)), new TypeReference<>() {});
            found.addAll(page.items());
            cursor = page.next();
        } while (cursor != null && found.size() < most);
        return new PageView<>(found, cursor);
    }

    /** Safe to call again with the same message: the server answers the same run. */
    RunAccepted send(String conversationId, SendMessage message) {
        String path = "/api/conversations/" + segment(conversationId) + "/messages";
        HttpRequest request = post(path, Json.MAPPER.writeValueAsString(message));
        for (int attempt = 1; ; attempt++) {
            try {
                return read(exchange(request, BodyHandlers.ofString(UTF_8)), new TypeReference<>() {});
            } catch (ConnectException e) {
                throw noServer(e);
            } catch (IOException e) {
                if (message.text().length() > LONG_TEXT) {
                    throw new CliException(
                            CliException.FAILED,
                            "the server closed the connection while a question of "
                                    + message.text().length()
                                    + " characters was sent: it is too long. Ask a shorter one.",
                            e);
                }
                if (attempt == SENDS) {
                    throw lost(e);
                }
            }
        }
    }

    RunView run(String runId) {
        return read(call(get("/api/runs/" + segment(runId))), new TypeReference<>() {});
    }

    /** Asks the run to stop; its events tell when it has. */
    void stop(String runId) {
        HttpResponse<String> response = call(post("/api/runs/" + segment(runId) + "/stop", "{}"));
        if (response.statusCode() >= 300) {
            throw refused(response.statusCode(), response.body());
        }
    }

    /**
     * The run's events after the given one, or from the first.
     *
     * @throws IOException when the connection cannot be made or was cut before the answer began
     */
    InputStream events(String runId, @Nullable String lastEventId) throws IOException {
        HttpRequest.Builder request =
                to("/api/runs/" + segment(runId) + "/events").header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<InputStream> response = exchange(request.GET().build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            try (InputStream body = response.body()) {
                throw refused(response.statusCode(), new String(body.readNBytes(100_000), UTF_8));
            }
        }
        return response.body();
    }

    OrganisationsView organisations() {
        return read(call(get("/api/xero/organisations")), new TypeReference<>() {});
    }

    /** Questions are about it from then on; what there is then. */
    OrganisationsView choose(String organisationId) {
        return read(
                call(post("/api/xero/organisations/" + segment(organisationId) + "/choice", "{}")),
                new TypeReference<>() {});
    }

    /** Xero is asked anew about it from then on. */
    OrganisationsView refresh(String organisationId) {
        return read(
                call(post("/api/xero/organisations/" + segment(organisationId) + "/refresh", "{}")),
                new TypeReference<>() {});
    }

    /** What is left then. */
    OrganisationsView disconnect(String organisationId) {
        HttpRequest request = to("/api/xero/organisations/" + segment(organisationId))
                .header("Accept", "application/json")
                .DELETE()
                .build();
        return read(call(request), new TypeReference<>() {});
    }

    SignInStarted signIn() {
        return read(call(post("/api/xero/sign-ins", "{}")), new TypeReference<>() {});
    }

    SignInView signIn(String id) {
        return read(call(get("/api/xero/sign-ins/" + segment(id))), new TypeReference<>() {});
    }

    <T> T get(String path, TypeReference<T> type) {
        return read(call(get(path)), type);
    }

    /** @param body sent as JSON; null for none */
    <T> T send(String method, String path, @Nullable Object body, TypeReference<T> type) {
        HttpRequest.Builder request = to(path).header("Accept", "application/json");
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        HttpRequest.BodyPublisher bytes =
                body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.MAPPER.writeValueAsString(body));
        return read(call(request.method(method, bytes).build()), type);
    }

    /** All drafts that wait for the person, the latest first. */
    List<ApprovalView> approvals() {
        List<ApprovalView> all = new ArrayList<>();
        String cursor = null;
        do {
            String path = "/api/approvals?limit=100" + (cursor == null ? "" : "&cursor=" + segment(cursor));
            PageView<ApprovalView> page = read(call(get(path)), new TypeReference<>() {});
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    ApprovalView approval(String id) {
        return read(call(get("/api/approvals/" + segment(id))), new TypeReference<>() {});
    }

    /** By the person's word only. */
    DecisionView approve(String id) {
        return decide(id, "approve");
    }

    DecisionView decline(String id) {
        return decide(id, "decline");
    }

    /** Xero may take its time, and what it did must be told. */
    private DecisionView decide(String id, String word) {
        HttpRequest request = to("/api/approvals/" + segment(id) + "/" + word)
                .timeout(LONGEST_WRITE)
                .header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{}"))
                .build();
        return read(call(request), new TypeReference<>() {});
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest get(String path) {
        return to(path).header("Accept", "application/json").GET().build();
    }

    private HttpRequest post(String path, String body) {
        return to(path).header("Accept", "application/json")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(server + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> call(HttpRequest request) {
        try {
            return exchange(request, BodyHandlers.ofString(UTF_8));
        } catch (ConnectException e) {
            throw noServer(e);
        } catch (IOException e) {
            throw lost(e);
        }
    }

    private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
        try {
            return http.send(request, handler);
        } catch (InterruptedException e) {
            throw new CliException(CliException.INTERRUPTED, "interrupted.", e);
        }
    }

    private <T> T read(HttpResponse<String> response, TypeReference<T> type) {
        if (response.statusCode() >= 300) {
            throw refused(response.statusCode(), response.body());
        }
        try {
            return Json.MAPPER.readValue(response.body(), type);
        } catch (JacksonException e) {
            throw notPip(response.statusCode(), e);
        }
    }

    private CliException refused(int status, String body) {
        try {
            Problem problem = Json.MAPPER.readValue(body, Problem.class);
            if (problem != null && problem.message() != null) {
                return new RefusedException(status, Printable.of(problem.message()));
            }
        } catch (JacksonException e) {
            // Whatever answered, it does not speak as Pip does.
        }
        return notPip(status, null);
    }

    private CliException notPip(int status, @Nullable Throwable cause) {
        return new CliException(
                CliException.NO_SERVER,
                "what answers at " + server + " (HTTP " + status + ") does not speak as a Pip server does. "
                        + "Check the address, or the server's log.",
                cause);
    }

    private CliException noServer(IOException cause) {
        return new CliException(CliException.NO_SERVER, "no Pip server answers at " + server + ". " + whenGone, cause);
    }

    private CliException lost(IOException cause) {
        return new CliException(
                CliException.NO_SERVER,
                "the server at " + server + " did not answer to the end. See whether it still runs, then ask again.",
                cause);
    }

    static String segment(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
