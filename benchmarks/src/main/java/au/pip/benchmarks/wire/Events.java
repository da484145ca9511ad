package au.pip.benchmarks.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

/** How an event is written. */
final class Events {
    private Events() {}

    /** An event with a name. */
    static byte[] named(String name, String json) {
        return ("event: " + name + "\ndata: " + json + "\n\n").getBytes(UTF_8);
    }

    /** An event of data only. */
    static byte[] data(String json) {
        return ("data: " + json + "\n\n").getBytes(UTF_8);
    }

    /** A JSON string, quotes included. */
    static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 8).append('"');
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            switch (character) {
                case '"', '\\' -> json.append('\\').append(character);
                case '\n' -> json.append("\\n");
                default -> json.append(character);
            }
        }
        return json.append('"').toString();
    }
}
