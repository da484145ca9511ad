package au.pip.xero.auth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Who the app is, in one of the two ways of RFC 6749, 2.3.1: with a secret in the {@code Authorization} header, without
 * one by its id in the form.
 */
record AppKeys(String id, @Nullable String secret) {
    /** Null without a secret. */
    @Nullable
    String basic() {
        if (secret == null) {
            return null;
        }
        String pair = encoded(id) + ":" + encoded(secret);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    void addTo(Map<String, String> form) {
        if (secret == null) {
            form.put("client_id", id);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "AppKeys[" + id + "]";
    }
}
