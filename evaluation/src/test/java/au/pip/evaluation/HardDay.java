package au.pip.evaluation;

import au.pip.sandbox.xero.SandboxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that goes wrong at the pretend Xero, and what a person reads of it. {@code hard-days.json} lists them, for
 * the browser's test too.
 *
 * @param faults queries of {@code /sandbox/faults}
 * @param identity queries of {@code /sandbox/identity}; the sign-in is of no use afterwards
 * @param says parts of what is told, in order; none when the question is answered all the same
 */
record HardDay(String name, List<String> faults, List<String> identity, List<String> says) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static List<HardDay> all() {
        try (InputStream file = Objects.requireNonNull(HardDay.class.getResourceAsStream("hard-days.json"))) {
            return StreamSupport.stream(new JsonMapper().readTree(file).spliterator(), false)
                    .map(each -> new HardDay(
                            each.path("name").asString(),
                            texts(each.path("faults")),
                            texts(each.path("identity")),
                            texts(each.path("says"))))
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean isGotOver() {
        return says.isEmpty();
    }

    void begin(String sandbox, UUID tenant) throws Exception {
        for (String query : identity) {
            control("POST", sandbox + "/sandbox/identity?" + query.replace("{tenant}", tenant.toString()));
        }
        for (String query : faults) {
            control("POST", sandbox + "/sandbox/faults?" + query);
        }
    }

    /** Nothing more goes wrong. */
    static void end(String sandbox) throws Exception {
        for (String part : new String[] {"api", "token"}) {
            control("DELETE", sandbox + "/sandbox/faults?on=" + part);
        }
    }

    private static void control(String method, String address) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + SandboxOptions.DEFAULT_TOKEN)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new AssertionError(address + " answered " + response.statusCode() + ": " + response.body());
        }
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
