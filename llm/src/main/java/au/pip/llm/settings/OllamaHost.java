package au.pip.llm.settings;

import au.pip.llm.LlmException;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code OLLAMA_HOST} as Ollama itself reads it: {@code host}, {@code host:port}, {@code :port} or a whole address. Without
 * a scheme it is http at port 11434; with one, the scheme's own port. The addresses on which a server listens everywhere
 * are called at the loopback.
 */
final class OllamaHost {
    private static final Pattern FORM = Pattern.compile(
            "(?:(?<scheme>https?)://)?(?<host>\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._-]*)(?::(?<port>\\d{1,5}))?(?<path>/[^\\s?#]*)?",
            Pattern.CASE_INSENSITIVE);
    private static final String DEFAULT_PORT = "11434";

    private OllamaHost() {}

    /** @throws LlmException.Configuration for any other form */
    static URI parse(String value) {
        Matcher form = FORM.matcher(value.strip());
        if (!form.matches()) {
            throw new LlmException.Configuration(
                    "OLLAMA_HOST is not an address. Set it to the like of 127.0.0.1:11434.", "ollama");
        }
        String scheme = form.group("scheme");
        String port = form.group("port");
        if (port == null && scheme == null) {
            port = DEFAULT_PORT;
        }
        String path = form.group("path") == null ? "" : form.group("path");
        return URI.create((scheme == null ? "http" : scheme.toLowerCase(Locale.ROOT))
                + "://"
                + reachable(form.group("host"))
                + (port == null ? "" : ":" + port)
                + path);
    }

    private static String reachable(String host) {
        return switch (host) {
            case "", "0.0.0.0" -> "127.0.0.1";
            case "[::]" -> "[::1]";
            default -> host;
        };
    }
}
