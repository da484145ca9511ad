package au.pip.sandbox.identity;

import au.pip.sandbox.wire.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an app asked a person's browser to bring back.
 *
 * @param redirect where the browser goes back to, one that the app has registered
 * @param challenge null for an app that may go without PKCE
 */
record Asked(
        App app,
        String redirect,
        @Nullable String state,
        Set<String> scopes,
        @Nullable String challenge,
        Instant at) {
    Reply allowed(String code) {
        Map<String, String> answer = new LinkedHashMap<>();
        answer.put("code", code);
        answer.put("scope", String.join(" ", scopes));
        return back(redirect, state, answer);
    }

    static Reply back(String redirect, @Nullable String state, Map<String, String> answer) {
        Map<String, String> all = new LinkedHashMap<>(answer);
        if (state != null) {
            all.put("state", state);
        }
        String query = all.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return Reply.text(302, "")
                .with("Location", redirect + (redirect.contains("?") ? "&" : "?") + query)
                .with("Cache-Control", "no-store");
    }
}
