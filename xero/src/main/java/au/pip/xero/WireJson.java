package au.pip.xero;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/** Bytes of a reply to JSON, whose numbers are exact decimals. */
final class WireJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private WireJson() {}

    /**
     * The JSON of a good answer.
     *
     * @throws XeroException.Unavailable when there is nothing or a web page in place of data
     * @throws XeroException.Malformed when it is no JSON, or JSON cut short
     * @throws XeroException.Rejected when Xero says inside a good answer that an element is in error
     */
    static JsonNode read(String endpoint, byte[] body) {
        int first = firstMark(body);
        if (first < 0) {
            throw ErrorReplies.unavailable(endpoint, "it sent an empty reply");
        }
        if (first == '<') {
            throw ErrorReplies.unavailable(endpoint, "it sent a web page in place of data");
        }
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

    /** JSON, whatever it says; throws {@link JacksonException} when it is none. */
    static JsonNode parse(byte[] body) {
        return MAPPER.readTree(body);
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
            String id = list.getKey().replaceAll("s$", "") + "ID";
            for (JsonNode element : list.getValue()) {
                String held = element.path(id).asString("").replaceAll("[0-]", "");
                if (held.isEmpty()
                        && element.path("StatusAttributeString").asString("").equals("ERROR")) {
                    List<String> messages = ErrorBody.messages(element.path("ValidationErrors"));
                    errors.addAll(messages.isEmpty() ? List.of("a record is in error") : messages);
                }
            }
        }
        return errors;
    }
}
