package au.pip.sandbox.identity;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The registered apps, and which of them calls. */
final class Apps {
    private final Map<String, App> byId = new LinkedHashMap<>();

    Apps(List<App> apps) {
        for (App app : apps) {
            if (byId.put(app.id(), app) != null) {
                throw new IllegalArgumentException("two apps have the id " + app.id());
            }
        }
    }

    @Nullable
    App named(@Nullable String id) {
        return id == null ? null : byId.get(id);
    }

    /**
     * The app that calls: by {@code Authorization: Basic} when it has a secret, by {@code client_id} in the form when it
     * has none (RFC 6749, 2.3.1).
     *
     * @throws Refusal when it is none, or its secret is wrong or in another place
     */
    App calling(@Nullable String authorization, Form form) throws Refusal {
        if (authorization == null) {
            return checked(form.text("client_id"), null);
        }
        String[] pair = basic(authorization).split(":", 2);
        if (pair.length != 2) {
            throw Refusal.client();
        }
        return checked(Form.decoded(pair[0]), Form.decoded(pair[1]));
    }

    private App checked(@Nullable String id, @Nullable String secret) throws Refusal {
        App app = named(id);
        if (app == null || !app.hasSecret(secret)) {
            throw Refusal.client();
        }
        return app;
    }

    private static String basic(String authorization) throws Refusal {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            throw Refusal.client();
        }
        try {
            byte[] pair = Base64.getDecoder().decode(authorization.substring(6).strip());
            return new String(pair, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            throw Refusal.client();
        }
    }
}
