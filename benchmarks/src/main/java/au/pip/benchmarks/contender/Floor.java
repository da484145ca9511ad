package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Protocol;
import au.pip.benchmarks.wire.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Iterator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a careful person writes by hand in an hour: the JDK's client, its lines, and a Jackson tree for each event. No
 * retries, no errors sorted, no cost.
 */
abstract sealed class Floor implements Contender permits FloorAnthropic, FloorOpenAiChat, FloorOpenAiResponses {
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final String DATA = "data:";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;

    Floor(Protocol protocol, URI server) {
        this.address = server.resolve(protocol.path());
    }

    /** What one stream has said so far. */
    interface Reading {
        /** @return the text that the event adds; empty for none */
        String read(JsonNode event);

        Reply reply();
    }

    abstract void write(ObjectNode body);

    abstract HttpRequest.Builder authorised(HttpRequest.Builder request);

    abstract Reading reading();

    @Override
    public final Reply stream(FirstText firstText) throws IOException, InterruptedException {
        ObjectNode body = MAPPER.createObjectNode();
        write(body);
        HttpRequest request = authorised(HttpRequest.newBuilder(address))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(MAPPER.writeValueAsBytes(body)))
                .build();
        HttpResponse<Stream<String>> response = client.send(request, HttpResponse.BodyHandlers.ofLines());
        Reading reading = reading();
        TextWatch watch = new TextWatch(firstText);
        try (Stream<String> lines = response.body()) {
            for (Iterator<String> line = lines.iterator(); line.hasNext(); ) {
                String next = line.next();
                if (next.startsWith(DATA) && !next.endsWith("[DONE]")) {
                    watch.saw(reading.read(MAPPER.readTree(next.substring(DATA.length()))), lines::close);
                }
            }
        }
        return reading.reply();
    }

    @Override
    public final void close() {
        client.close();
    }
}
