package au.pip.xero;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bytes of a reply to JSON, whose numbers are exact decimals. */
final class WireJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    /** For a value in the middle of a text. */
    private static final ObjectReader ELEMENTS =
            MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private WireJson() {}

    /**
     * The JSON of a good answer.
     *
     * @throws XeroException.Unavailable when there is nothing or a web page in place of data
     * @throws XeroException.Malformed when it is no JSON, or JSON cut short
     * @throws XeroException.Rejected when Xero says inside a good answer that an element is in error
     */
    static JsonNode read(String endpoint, byte[] body) {
        requireJson(endpoint, body);
        JsonNode json;
        try {
            json = parse(body);
        } catch (JacksonException e) {
            throw XeroException.Malformed.unreadable(endpoint, "it is not whole JSON");
        }
        List<String> errors = elementErrors(json);
        if (!errors.isEmpty()) {
            throw ErrorReplies.rejected(endpoint, errors);
        }
        return json;
    }

    /**
     * What stands beside a list.
     *
     * @param hasList whether the list was there
     */
    record Listed(JsonNode beside, boolean hasList) {}

    /**
     * Reads a good answer with a list, one element in memory after the other. When it throws, elements may have been
     * given already.
     *
     * @param reader gets each object of the list, but none that Xero says to be in error
     * @throws XeroException as {@link #read}
     */
    static Listed each(String endpoint, byte[] body, String list, Consumer<JsonNode> reader) {
        requireJson(endpoint, body);
        List<String> errors = new ArrayList<>();
        Consumer<JsonNode> judged = element -> {
            List<String> wrong = elementErrors(list, element);
            errors.addAll(wrong);
            if (errors.isEmpty() && element.isObject()) {
                reader.accept(element);
            }
        };
        Listed listed;
        try (JsonParser parser = ELEMENTS.createParser(body)) {
            listed = listed(parser, list, judged);
        } catch (JacksonException e) {
            throw XeroException.Malformed.unreadable(endpoint, "it is not whole JSON");
        }
        errors.addAll(elementErrors(listed.beside()));
        if (!errors.isEmpty()) {
            throw ErrorReplies.rejected(endpoint, errors);
        }
        return listed;
    }

    private static Listed listed(JsonParser parser, String list, Consumer<JsonNode> reader) {
        ObjectNode beside = MAPPER.createObjectNode();
        boolean hasList = false;
        if (parser.nextToken() == JsonToken.START_OBJECT) {
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals(list) && value == JsonToken.START_ARRAY) {
                    hasList = true;
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        reader.accept(ELEMENTS.readTree(parser));
                    }
                } else {
                    beside.set(name, ELEMENTS.readTree(parser));
                }
            }
        } else {
            parser.skipChildren();
        }
        if (parser.nextToken() != null) {
            throw new StreamReadException(parser, "there is more behind it");
        }
        return new Listed(beside, hasList);
    }

    /** JSON, whatever it says; throws {@link JacksonException} when it is none. */
    static JsonNode parse(byte[] body) {
        return MAPPER.readTree(body);
    }

    private static void requireJson(String endpoint, byte[] body) {
        int first = firstMark(body);
        if (first < 0) {
            throw ErrorReplies.unavailable(endpoint, "it sent an empty reply");
        }
        if (first == '<') {
            throw ErrorReplies.unavailable(endpoint, "it sent a web page in place of data");
        }
    }

    /** The first byte that is neither white space nor a byte order mark; -1 when there is none. */
    static int firstMark(byte[] body) {
        for (byte b : body) {
            int mark = b & 0xff;
            if (mark > ' ' && mark != 0xef && mark != 0xbb && mark != 0xbf) {
                return mark;
            }
        }
        return -1;
    }

    /**
     * Validation messages of elements that carry {@code StatusAttributeString: "ERROR"} in an answer of status 200 and
     * that Xero does not hold. A record that it holds may carry the mark too, for a number that another also bears: it
     * is as true as any.
     */
    private static List<String> elementErrors(JsonNode json) {
        List<String> errors = new ArrayList<>();
        for (Map.Entry<String, JsonNode> list : json.properties()) {
            for (JsonNode element : list.getValue()) {
                errors.addAll(elementErrors(list.getKey(), element));
            }
        }
        return errors;
    }

    private static List<String> elementErrors(String list, JsonNode element) {
        String id = list.replaceAll("s$", "") + "ID";
        if (!element.path("StatusAttributeString").asString("").equals("ERROR")
                || !element.path(id).asString("").replaceAll("[0-]", "").isEmpty()) {
            return List.of();
        }
        List<String> messages = ErrorBody.messages(element.path("ValidationErrors"));
        return messages.isEmpty() ? List.of("a record is in error") : messages;
    }
}
