package au.pip.sandbox.xero;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Something that goes wrong with one request.
 *
 * @param retryAfter seconds told with a 429
 * @param delay how long a slow answer takes
 */
public record Fault(Kind kind, int retryAfter, Duration delay) {
    /** What goes wrong. */
    public enum Kind {
        /** 401 as for an access token that has run out. */
        TOKEN_EXPIRED("401"),
        /** 403 as for a user without the right role. */
        FORBIDDEN("403"),
        /** 429, the minute's limit. */
        MINUTE_LIMIT("429"),
        /** 429, the day's limit. */
        DAY_LIMIT("429-day"),
        SERVER_ERROR("500"),
        /** 503 without a body, as for an organisation that is offline. */
        UNAVAILABLE("503"),
        /** 502 with a page of HTML, as from a gateway. */
        HTML_PAGE("html"),
        /** The right answer, late. */
        SLOW("slow"),
        /** Half of the right answer, then the connection ends. */
        CUT("cut");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }

        static Kind of(String word) throws BadRequest {
            return Arrays.stream(values())
                    .filter(kind -> kind.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new BadRequest("kind is one of "
                            + Arrays.stream(values()).map(Kind::word).collect(Collectors.joining(", "))));
        }
    }

    public static Fault of(Kind kind) {
        return new Fault(kind, kind == Kind.DAY_LIMIT ? 67_000 : 3, Duration.ofSeconds(2));
    }
}
