package au.pip.llm.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;

/**
 * What {@link ByteServer} was sent.
 *
 * @param headers by name in lower case
 */
public record ReceivedRequest(String method, String path, Map<String, String> headers, byte[] body) {
    public String text() {
        return new String(body, UTF_8);
    }
}
