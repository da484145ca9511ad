package au.pip.proxy;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What goes back.
 *
 * @param headers beside those that every reply has
 * @param cookies for {@code Set-Cookie}
 */
record Reply(int status, Map<String, String> headers, List<String> cookies, String body) {
    static Reply page(int status, String html) {
        return new Reply(status, Map.of("Content-Type", "text/html; charset=utf-8"), List.of(), html);
    }

    static Reply json(int status, String json) {
        return new Reply(status, Map.of("Content-Type", "application/json"), List.of(), json);
    }

    /** 303: whatever the browser sent, it goes on with a GET. */
    static Reply redirect(URI to) {
        return new Reply(303, Map.of("Location", to.toString()), List.of(), "");
    }

    Reply withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, cookies, body);
    }

    Reply withCookie(String cookie) {
        List<String> more = new ArrayList<>(cookies);
        more.add(cookie);
        return new Reply(status, headers, more, body);
    }
}
