package au.pip.proxy;

import au.pip.xero.auth.CallbackPath;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where an instance wants the browser back: to a Pip's {@link CallbackPath}, by {@code https}, or by {@code http} on the
 * person's own machine (RFC 8252, 7.3), with any port. The text is kept as it came, so that what is compared, shown and
 * sent is what was checked.
 */
record ReturnAddress(String text) {
    static final int LONGEST = 1000;

    private static final String ASCII = "[!-~]{1," + LONGEST + "}";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    /**
     * Checks a return address.
     *
     * @param own the proxy's own address, which nobody is sent back to
     */
    static ReturnAddress of(String text, URI own) throws Refused {
        URI uri = parsed(text);
        if (uri == null || uri.getHost() == null || uri.getHost().contains("%") || uri.getPort() > 65535) {
            throw refused("is not a web address of at most " + LONGEST + " characters");
        }
        if (uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw refused("holds a user name or a fragment");
        }
        if (!isWeb(uri)) {
            throw refused("has to begin with https://, or with http:// and this machine (127.0.0.1, [::1], localhost)");
        }
        if (origin(uri).equals(origin(own))) {
            throw refused("is this proxy's own");
        }
        if (!CallbackPath.isOf(uri)) {
            throw refused(
                    "has to end with " + CallbackPath.END + ": nothing behind it, and before it plain folders only");
        }
        return new ReturnAddress(text);
    }

    /** The host for a person to recognise, with its port when it is not the usual one. */
    String host() {
        URI uri = URI.create(text);
        return host(uri) + (uri.getPort() < 0 ? "" : ":" + uri.getPort());
    }

    boolean isLoopback() {
        return LOOPBACK.contains(host(URI.create(text)));
    }

    /** The address with an answer as its query. */
    URI with(Map<String, String> answer) {
        String added = answer.entrySet().stream()
                .map(each -> each.getKey() + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return URI.create(text + "?" + added);
    }

    private static @Nullable URI parsed(String text) {
        try {
            return text.matches(ASCII) ? new URI(text) : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static boolean isWeb(URI uri) {
        return switch (scheme(uri)) {
            case "https" -> true;
            case "http" -> LOOPBACK.contains(host(uri));
            default -> false;
        };
    }

    /** A host with a full stop at its end is the same one (RFC 1034, 3.1). */
    private static String origin(URI uri) {
        int usual = scheme(uri).equals("https") ? 443 : 80;
        return scheme(uri) + "://" + host(uri).replaceFirst("\\.$", "") + ":"
                + (uri.getPort() < 0 ? usual : uri.getPort());
    }

    private static String scheme(URI uri) {
        return uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    }

    private static String host(URI uri) {
        return uri.getHost().toLowerCase(Locale.ROOT);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static Refused refused(String what) {
        return Refused.badRequest("The return address (return_to) " + what + ".");
    }
}
