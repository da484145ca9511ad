package au.pip.assistant.xero;

import java.net.URI;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sign-in whose browser is at Xero.
 *
 * @param browser the hash of the secret that this browser keeps
 */
record Pending(String signInId, String browser, URI callback) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    String text() {
        ObjectNode json = JSON.createObjectNode();
        json.put("sign_in", signInId);
        json.put("browser", browser);
        json.put("callback", callback.toString());
        return JSON.writeValueAsString(json);
    }

    static Pending read(String text) {
        JsonNode json = JSON.readTree(text);
        return new Pending(
                json.path("sign_in").asString(""),
                json.path("browser").asString(""),
                URI.create(json.path("callback").asString("")));
    }
}
