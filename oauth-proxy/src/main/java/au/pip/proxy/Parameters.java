package au.pip.proxy;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The parameters of a query or a form. A name that stands there twice is refused: two readers might take one each. */
final class Parameters {
    private static final int MOST = 30;

    private final Map<String, String> values;

    private Parameters(Map<String, String> values) {
        this.values = values;
    }

    /** @param text {@code name=value&…}; null when there is none */
    static Parameters of(@Nullable String text) throws Refused {
        Map<String, String> values = new HashMap<>();
        if (text == null || text.isEmpty()) {
            return new Parameters(values);
        }
        for (String pair : text.split("&", MOST + 1)) {
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1));
            if (values.put(name, value) != null) {
                throw Refused.badRequest("A parameter is there twice.");
            }
        }
        if (values.size() > MOST) {
            throw Refused.badRequest("There are too many parameters.");
        }
        return new Parameters(values);
    }

    Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** @param name also stands in the refusal, so it is one that this program knows */
    String get(String name) throws Refused {
        return find(name).orElseThrow(() -> Refused.badRequest("The parameter " + name + " is missing."));
    }

    private static String decoded(String text) throws Refused {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badPercent) {
            throw Refused.badRequest("The parameters are not well formed.");
        }
    }
}
