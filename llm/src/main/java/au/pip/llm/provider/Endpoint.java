package au.pip.llm.provider;

import au.pip.llm.LlmException;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The base address of a host. Whether a person wrote the API's first path segment ({@code /v1}, {@code /api}) behind it
 * once, twice or not at all makes no difference.
 */
final class Endpoint {
    private static final String EXAMPLE = "http://127.0.0.1:8080/v1";

    private final String base;

    /** @throws LlmException.Configuration when the address is not a usable one; the message does not quote it */
    Endpoint(Host host, @Nullable URI configured) {
        URI address = configured == null ? host.address() : configured;
        if (address == null) {
            throw new LlmException.Configuration(
                    "No address for %s. Set LLM_ENDPOINT to the like of %s.".formatted(host.name(), EXAMPLE),
                    host.name());
        }
        String scheme = address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
        if (!(scheme.equals("http") || scheme.equals("https")) || address.getHost() == null) {
            throw unusable(host, "it is not an http or https address");
        }
        if (address.getRawUserInfo() != null || address.getRawQuery() != null || address.getRawFragment() != null) {
            throw unusable(host, "it may hold only host, port and path");
        }
        String text = address.toString();
        this.base = text.endsWith("/") ? text.replaceFirst("/+$", "") : text;
    }

    private static LlmException.Configuration unusable(Host host, String why) {
        return new LlmException.Configuration(
                "The endpoint for %s cannot be used: %s. Set LLM_ENDPOINT to the like of %s."
                        .formatted(host.name(), why, host.address() == null ? EXAMPLE : host.address()),
                host.name());
    }

    /** @param path from the root, such as {@code /v1/messages} */
    URI resolve(String path) {
        int second = path.indexOf('/', 1);
        String version = second < 0 ? path : path.substring(0, second);
        String root = base;
        while (root.endsWith(version) || root.endsWith("/v1") || root.endsWith("/")) {
            String tail = root.endsWith(version) ? version : root.endsWith("/v1") ? "/v1" : "/";
            root = root.substring(0, root.length() - tail.length());
        }
        return URI.create(root + path);
    }

    /** Without path or anything else that may be private. */
    String shown() {
        URI address = URI.create(base);
        return address.getScheme() + "://" + address.getRawAuthority();
    }
}
