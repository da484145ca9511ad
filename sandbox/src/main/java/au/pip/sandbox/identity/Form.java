package au.pip.sandbox.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a query or a form; an empty value is no value (RFC 6749, 3.1). */
final class Form {
    private final Map<String, List<String>> values = new LinkedHashMap<>();

    private Form() {}

    static Form of(@Nullable String raw) throws Refusal {
        Form form = new Form();
        if (raw == null || raw.isEmpty()) {
            return form;
        }
        for (String pair : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (!value.isEmpty()) {
                form.values
                        .computeIfAbsent(decoded(pair.substring(0, equals)), name -> new ArrayList<>())
                        .add(value);
            }
        }
        return form;
    }

    /** Null when it is not there. */
    @Nullable
    String text(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? null : all.getFirst();
    }

    /** @throws Refusal when it is not there */
    String needed(String name) throws Refusal {
        String text = text(name);
        if (text == null) {
            throw Refusal.request();
        }
        return text;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    static String decoded(String text) throws Refusal {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            throw Refusal.request();
        }
    }
}
