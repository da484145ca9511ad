package au.pip.llm.cassette;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import au.pip.llm.AuthConfig;
import au.pip.llm.ProviderConfig;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Has a server on this machine answer with the bytes that a provider's server once did: for tests without a network. */
public final class Replay {
    /** How the recorded bodies are cut. */
    public enum Cut {
        AS_RECORDED,
        EACH_BYTE
    }

    private static final String KEY = "a-key-for-replays";

    private Replay() {}

    /**
     * Has the server give the recorded answers, in order and the last one again and again.
     *
     * @param cassette the content of a file of {@code ./pip llm record}
     * @return what to make the provider of that is answered so
     */
    public static ProviderConfig serve(String cassette, ByteServer server, Cut cut) {
        return serve(Cassette.parse(cassette), server, cut);
    }

    private static ProviderConfig serve(Cassette cassette, ByteServer server, Cut cut) {
        Map<String, List<Answer>> answers = new LinkedHashMap<>();
        for (Cassette.Exchange exchange : cassette.exchanges()) {
            answers.computeIfAbsent(exchange.request().path(), path -> new ArrayList<>())
                    .add(answer(exchange.answer(), cut));
        }
        answers.forEach((path, all) -> server.on(path, all.toArray(Answer[]::new)));
        return ProviderConfig.of(cassette.provider(), auth(cassette))
                .withApi(cassette.api())
                .withDefaultModel(cassette.model())
                .withEndpoint(server.address());
    }

    /** The cassette that today's code makes of the recorded answers. */
    static Cassette of(Cassette cassette, Cut cut) throws Exception {
        try (ByteServer server = ByteServer.start()) {
            Clock thatDay = Clock.fixed(cassette.recorded().atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
            return new Recorder(serve(cassette, server, cut), thatDay).record(cassette.scenario(), cassette.about());
        }
    }

    private static AuthConfig auth(Cassette cassette) {
        boolean withKey = cassette.exchanges().getFirst().request().headers().values().stream()
                .anyMatch(value -> value.endsWith(Scrubber.KEY));
        return withKey ? AuthConfig.apiKey(KEY) : AuthConfig.none();
    }

    private static Answer answer(Cassette.Answer recorded, Cut cut) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + recorded.status() + " Status\r\n");
        recorded.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        List<Answer.Step> steps = new ArrayList<>();
        steps.add(write(head + "Transfer-Encoding: chunked\r\n\r\n"));
        for (Cassette.Piece piece : recorded.pieces()) {
            byte[] bytes = piece.bytes();
            int size = cut == Cut.EACH_BYTE ? 1 : bytes.length;
            for (int start = 0; start < bytes.length; start += size) {
                steps.add(chunk(bytes, start, size));
            }
        }
        steps.add(write("0\r\n\r\n"));
        return new Answer(steps);
    }

    private static Answer.Step write(String text) {
        return new Answer.Step.Write(text.getBytes(ISO_8859_1));
    }

    private static Answer.Step chunk(byte[] bytes, int start, int size) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream();
        chunk.writeBytes((Integer.toHexString(size) + "\r\n").getBytes(ISO_8859_1));
        chunk.write(bytes, start, size);
        chunk.writeBytes("\r\n".getBytes(ISO_8859_1));
        return new Answer.Step.Write(chunk.toByteArray());
    }

    /**
     * The cassettes below a folder.
     *
     * @throws IllegalStateException when there are none: a test of nothing must not pass
     */
    static List<Path> cassettesIn(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                List<Path> found = files.filter(file -> file.toString().endsWith(".json"))
                        .sorted()
                        .toList();
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        throw new IllegalStateException("no cassettes in " + folder);
    }
}
