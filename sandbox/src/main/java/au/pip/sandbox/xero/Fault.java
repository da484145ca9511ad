package au.pip.sandbox.xero;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Something that goes wrong with one request.
 *
 * @param retryAfter seconds told with a 429
 * @param delay how long a slow answer takes
 * @param words what is wrong with a record that is not valid
 */
public record Fault(Kind kind, int retryAfter, Duration delay, String words) {
    private static final String NOT_VALID = "The record is not valid, the sandbox says";

    public Fault(Kind kind, int retryAfter, Duration delay) {
        this(kind, retryAfter, delay, NOT_VALID);
    }

    /** Whose requests it waits for. */
    public enum Part {
        /** The records and reports, and {@code /connections}. */
        API("api"),
        /** {@code /connect/token}. */
        TOKEN("token"),
        /** {@code /connect/revocation}. */
        REVOCATION("revocation");

        private final String word;

        Part(String word) {
            this.word = word;
        }

        static Part of(String word) throws BadRequest {
            return Arrays.stream(values())
                    .filter(part -> part.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new BadRequest("on is one of "
                            + Arrays.stream(values()).map(part -> part.word).collect(Collectors.joining(", "))));
        }
    }

    /** What goes wrong. */
    public enum Kind {
        /** Nothing: lets a request pass before the faults behind it. */
        NONE("none"),
        /** 400 with the errors of each element, as for a record that is not valid. */
        INVALID("400"),
        /** 400 as for a question that costs too much in an organisation with very many records. */
        HIGH_VOLUME("400-volume"),
        /** 400 in OAuth's form: the sign-in has ended. */
        INVALID_GRANT("400-grant"),
        /** 401 as for an access token that has run out. */
        TOKEN_EXPIRED("401"),
        /** 401 as for an access token that is none. */
        UNKNOWN_TOKEN("401-unknown"),
        /** 401 as for a scope that was not granted. */
        NO_SCOPE("401-scope"),
        /** 401 in OAuth's form: the app or its secret is wrong. */
        INVALID_CLIENT("401-client"),
        /** 403 as for a user without the right role. */
        FORBIDDEN("403"),
        /** 403 as for an organisation that is not connected. */
        NOT_CONNECTED("403-tenant"),
        /** 404 in plain text. */
        NOT_FOUND("404"),
        /** 412 without a body. */
        PRECONDITION("412"),
        /** 429, the minute's limit. */
        MINUTE_LIMIT("429"),
        /** 429, the day's limit. */
        DAY_LIMIT("429-day"),
        /** 429, too many calls at once. */
        CONCURRENT_LIMIT("429-concurrent"),
        /** 429, the minute's limit of the app over all organisations. */
        APP_LIMIT("429-appminute"),
        SERVER_ERROR("500"),
        /** 503 without a body, as for an organisation that is offline. */
        UNAVAILABLE("503"),
        /** 503 in plain text. */
        OFFLINE("503-text"),
        /** 504 without a body, as from a gateway. */
        GATEWAY("504"),
        /** 502 with a page of HTML, as from a gateway. */
        HTML_PAGE("html"),
        /** 200 with errors inside, as with {@code summarizeErrors=false}. */
        ERRORS_INSIDE("200-errors"),
        /** The right answer, late. */
        SLOW("slow"),
        /** The right answer, its body in pieces. */
        SLOW_BODY("slow-body"),
        /** Half of the right answer, then the connection ends. */
        CUT("cut"),
        /** What was asked for is done, and the connection ends without an answer. */
        LOST("lost");

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

    /** A 400 that says what is wrong in these words; Xero's own often quote what it was sent or what it keeps. */
    public static Fault invalid(String words) {
        return new Fault(Kind.INVALID, 0, Duration.ZERO, words);
    }

    public static Fault of(Kind kind) {
        int retryAfter = switch (kind) {
            case DAY_LIMIT -> 67_000;
            case CONCURRENT_LIMIT -> 1;
            default -> 3;
        };
        return new Fault(kind, retryAfter, Duration.ofSeconds(2));
    }
}
