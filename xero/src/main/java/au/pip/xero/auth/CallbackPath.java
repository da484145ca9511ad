package au.pip.xero.auth;

import java.net.URI;
import java.util.Arrays;

/**
 * Where a browser comes back to a Pip from Xero or from a proxy: {@link #END}, with what a reverse proxy may have put
 * before it, and with nothing behind it. Whoever sends a browser to another path of a host sends it to a page that may
 * be somebody else's.
 */
public final class CallbackPath {
    public static final String END = "/xero/callback";

    /** Nothing that one reader decodes and another does not (RFC 3986, 2.3). */
    private static final String SEGMENT = "[A-Za-z0-9._~-]+";

    private CallbackPath() {}

    /** Whether an address has such a path, without a dot segment, an encoded character, a query or a fragment. */
    public static boolean isOf(URI address) {
        String path = address.getRawPath();
        return path != null
                && path.endsWith(END)
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && Arrays.stream(path.substring(1).split("/", -1)).allMatch(CallbackPath::isPlain);
    }

    private static boolean isPlain(String segment) {
        return segment.matches(SEGMENT) && !segment.equals(".") && !segment.equals("..");
    }
}
