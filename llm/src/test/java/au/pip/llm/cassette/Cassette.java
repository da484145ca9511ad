package au.pip.llm.cassette;

import static java.nio.charset.StandardCharsets.UTF_8;

import au.pip.llm.json.Json;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What was sent and answered in one {@link Scenario}, without secrets, and what our reader made of it.
 *
 * @param about what a reader should know of the model or its server; may be empty
 * @param recorded the day, whose prices count
 * @param api the name of the provider's API; null for its usual one
 * @param model the model asked for
 * @param readings one a turn, as {@link Reading} writes them
 */
record Cassette(
        String about,
        LocalDate recorded,
        String provider,
        @Nullable String api,
        String model,
        Scenario scenario,
        List<Exchange> exchanges,
        List<JsonNode> readings) {
    record Exchange(Request request, Answer answer) {}

    /**
     * @param path from the root of the host, query included
     * @param headers by name in lower case
     * @param body null without one
     */
    record Request(
            String method,
            String path,
            Map<String, String> headers,
            @Nullable JsonNode body) {}

    /** @param pieces the body in the pieces in which it was delivered */
    record Answer(int status, Map<String, String> headers, List<Piece> pieces) {}

    /**
     * @param text in base64 when {@code encoded}: of bytes that are not whole characters of UTF-8
     */
    record Piece(String text, boolean encoded) {
        static Piece of(byte[] bytes) {
            try {
                return new Piece(
                        UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString(), false);
            } catch (CharacterCodingException cut) {
                return new Piece(Base64.getEncoder().encodeToString(bytes), true);
            }
        }

        byte[] bytes() {
            return encoded ? Base64.getDecoder().decode(text) : text.getBytes(UTF_8);
        }
    }

    /** The file's content: JSON with a piece a line, so that a person can review it. */
    String write() {
        ObjectNode file = Json.object();
        file.put("about", about);
        file.put("recorded", recorded.toString());
        file.put("provider", provider);
        file.put("api", api);
        file.put("model", model);
        file.put("scenario", scenario.word());
        ArrayNode list = file.putArray("exchanges");
        exchanges.forEach(exchange -> write(exchange, list.addObject()));
        file.putArray("readings").addAll(readings);
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter()
                .withArrayIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"))
                .withObjectIndenter(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE.withLinefeed("\n"));
        return Json.MAPPER.writer().with(lines).writeValueAsString(file) + "\n";
    }

    private static void write(Exchange exchange, ObjectNode node) {
        ObjectNode request = node.putObject("request");
        request.put("method", exchange.request().method());
        request.put("path", exchange.request().path());
        exchange.request().headers().forEach(request.putObject("headers")::put);
        JsonNode body = exchange.request().body();
        if (body != null) {
            request.set("body", body);
        }
        ObjectNode answer = node.putObject("answer");
        answer.put("status", exchange.answer().status());
        exchange.answer().headers().forEach(answer.putObject("headers")::put);
        ArrayNode pieces = answer.putArray("pieces");
        for (Piece piece : exchange.answer().pieces()) {
            if (piece.encoded()) {
                pieces.addObject().put("base64", piece.text());
            } else {
                pieces.add(piece.text());
            }
        }
    }

    /** @throws IllegalArgumentException when it is no cassette */
    static Cassette parse(String content) {
        JsonNode file = Json.MAPPER.readTree(content);
        List<Exchange> exchanges = new ArrayList<>();
        file.path("exchanges").forEach(exchange -> exchanges.add(parseExchange(exchange)));
        if (exchanges.isEmpty()) {
            throw new IllegalArgumentException("a cassette without exchanges");
        }
        return new Cassette(
                text(file, "about"),
                LocalDate.parse(text(file, "recorded")),
                text(file, "provider"),
                Json.text(file, "api"),
                text(file, "model"),
                Scenario.of(text(file, "scenario")),
                exchanges,
                List.copyOf(file.path("readings").values()));
    }

    private static Exchange parseExchange(JsonNode node) {
        JsonNode request = node.path("request");
        JsonNode answer = node.path("answer");
        List<Piece> pieces = new ArrayList<>();
        for (JsonNode piece : answer.path("pieces")) {
            pieces.add(
                    piece.isString() ? new Piece(piece.stringValue(), false) : new Piece(text(piece, "base64"), true));
        }
        return new Exchange(
                new Request(text(request, "method"), text(request, "path"), headers(request), request.get("body")),
                new Answer(answer.path("status").asInt(), headers(answer), pieces));
    }

    private static Map<String, String> headers(JsonNode message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.path("headers").forEachEntry((name, value) -> headers.put(name, value.asString()));
        return headers;
    }

    private static String text(JsonNode node, String field) {
        JsonNode value = node.get(field);
        if (value == null || !value.isString()) {
            throw new IllegalArgumentException("a cassette without " + field);
        }
        return value.stringValue();
    }
}
