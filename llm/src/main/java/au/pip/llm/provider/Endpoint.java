package au.pip.llm.provider;

import au.pip.llm.LlmException;
import au.pip.llm.ProviderConfig;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The base address of a host. Whether a person wrote the API's first path segment ({@code /v1}, {@code /api}) behind it
 * once, twice or not at all makes no difference.
 *
 * <p>Where people write the version into the address ({@link au.pip.llm.protocol.Protocol#versionInAddress}), one with
 * another version anywhere in its path is taken as it is ({@code …/v1beta/openai}, {@code …/api/v3}), and so is one that
 * was written with the whole path of a call.
 */
final class Endpoint {
    private static final String EXAMPLE = "http://127.0.0.1:8080/v1";
    private static final Pattern VERSION = Pattern.compile("/v\\d+[a-z0-9]*(/|$)");
    private static final Pattern CALL = Pattern.compile("/(chat/completions|responses)$");

    private final String base;
    private final String setting;
    private final boolean configured;
    private final boolean versionInAddress;
    private final boolean wholePath;

    /** @throws LlmException.Configuration when the address is not a usable one; the message does not quote it */
    Endpoint(Host host, ProviderConfig config) {
        this.setting = config.names().endpoint();
        this.configured = config.endpoint() != null;
        URI address = configured ? config.endpoint() : host.address();
        if (address == null) {
            throw new LlmException.Configuration(
                    "No address for %s. Set one with %s, such as %s.".formatted(host.name(), setting, EXAMPLE),
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
        String trimmed = text.endsWith("/") ? text.replaceFirst("/+$", "") : text;
        this.versionInAddress = host.protocol().versionInAddress();
        this.wholePath = versionInAddress && CALL.matcher(trimmed).find();
        this.base = wholePath ? CALL.matcher(trimmed).replaceFirst("") : trimmed;
    }

    private LlmException.Configuration unusable(Host host, String why) {
        return new LlmException.Configuration(
                "The address for %s cannot be used: %s. Set one with %s, such as %s."
                        .formatted(host.name(), why, setting, host.address() == null ? EXAMPLE : host.address()),
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
        boolean asItIs = versionInAddress && root.equals(base) && (wholePath || hasVersion(root));
        return URI.create(root + (asItIs ? path.substring(version.length()) : path));
    }

    private static boolean hasVersion(String root) {
        return VERSION.matcher(URI.create(root).getPath()).find();
    }

    /** Without path or anything else that may be private; names the setting that it comes from, if it does. */
    String shown() {
        return configured ? "%s (%s)".formatted(origin(), setting) : origin().toString();
    }

    /** Scheme, host and port. */
    URI origin() {
        URI address = URI.create(base);
        return URI.create(address.getScheme() + "://" + address.getRawAuthority());
    }
}
