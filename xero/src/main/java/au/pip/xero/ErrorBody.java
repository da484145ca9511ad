package au.pip.xero;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * What a refusal says about itself, whichever form it has: {@code ErrorNumber}, {@code Message} and {@code Elements};
 * {@code Title} and {@code Detail}; OAuth's {@code error}; plain text; a web page; nothing.
 *
 * @param type Xero's word for a 400, such as {@code ValidationException}; "" when there is none
 * @param detail Xero's reason for 401 and 403, such as {@code TokenExpired}; "" when there is none
 * @param oauthError such as {@code invalid_grant}; "" when there is none
 * @param messages what Xero says is wrong, cleaned and shortened
 */
record ErrorBody(String type, String detail, String oauthError, List<String> messages) {
    private static final int MOST_MESSAGES = 10;
    private static final int MOST_LETTERS = 200;

    static ErrorBody of(byte[] body) {
        int first = WireJson.firstMark(body);
        if (first == '{' || first == '[') {
            try {
                return of(WireJson.parse(body));
            } catch (JacksonException e) {
                return of(MissingNode.getInstance());
            }
        }
        boolean sentence = first > 0 && first != '<' && body.length <= MOST_LETTERS;
        return new ErrorBody(
                "", "", "", sentence ? List.of(cleaned(new String(body, StandardCharsets.UTF_8))) : List.of());
    }

    private static ErrorBody of(JsonNode json) {
        List<String> messages = new ArrayList<>();
        for (JsonNode element : json.path("Elements")) {
            messages.addAll(messages(element.path("ValidationErrors")));
        }
        if (messages.isEmpty()) {
            add(messages, json.path("Message").asString(""));
        }
        if (messages.isEmpty()) {
            add(messages, json.path("error_description").asString(""));
        }
        return new ErrorBody(
                json.path("Type").asString(""),
                json.path("Detail").asString(""),
                json.path("error").asString(""),
                List.copyOf(messages.subList(0, Math.min(MOST_MESSAGES, messages.size()))));
    }

    /** The distinct texts of a {@code ValidationErrors} list. */
    static List<String> messages(JsonNode validationErrors) {
        List<String> messages = new ArrayList<>();
        for (JsonNode error : validationErrors) {
            add(messages, error.path("Message").asString(""));
        }
        return messages;
    }

    private static void add(List<String> messages, String text) {
        String message = cleaned(text);
        if (!message.isEmpty() && !messages.contains(message)) {
            messages.add(message);
        }
    }

    private static String cleaned(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replaceAll("(?i)bearer \\S+", "…")
                .strip()
                .replaceAll("\\.$", "");
        return line.length() <= MOST_LETTERS ? line : line.substring(0, MOST_LETTERS) + "…";
    }
}
