package au.pip.llm.protocol;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a provider reported, sorted by what its reader can do about it.
 *
 * @param words the provider's own words; for debugging only, as they may quote the conversation
 * @param retryAfter a wait that the body asks for; null when it does not
 * @param requestId the provider's id of the request, if the body gives it
 * @param field the field of the request that is wrong, if the body names it
 */
public record Failure(
        Kind kind,
        @Nullable String words,
        @Nullable Duration retryAfter,
        @Nullable String requestId,
        @Nullable String field) {
    public enum Kind {
        BAD_CREDENTIALS,
        NOT_ALLOWED,
        NO_SUCH_MODEL,
        NO_SUCH_ADDRESS,
        BAD_REQUEST,
        TOO_LONG,
        /** A filter of the provider refuses the content. */
        REFUSED,
        RATE_LIMIT,
        MONEY,
        OVERLOADED,
        SERVER,
        /** An error without a type that this version knows. */
        UNKNOWN
    }

    public static Failure of(Kind kind, @Nullable String words, @Nullable String requestId) {
        return new Failure(kind, words, null, requestId, null);
    }

    /** @param field taken only if it looks like a path of names, as it will be shown to a person */
    public Failure withField(@Nullable String field) {
        boolean path = field != null && field.matches("[A-Za-z0-9_.\\[\\]-]{1,100}");
        return new Failure(kind, words, retryAfter, requestId, path ? field : null);
    }

    public Failure withRetryAfter(@Nullable Duration retryAfter) {
        return new Failure(kind, words, retryAfter, requestId, field);
    }

    public Failure withKind(Kind kind) {
        return new Failure(kind, words, retryAfter, requestId, field);
    }

    /** What an HTTP status alone says: for bodies that are not the protocol's, such as a gateway's page. */
    public static Failure ofStatus(int status) {
        Kind kind = switch (status) {
            case 401 -> Kind.BAD_CREDENTIALS;
            case 402 -> Kind.MONEY;
            case 403 -> Kind.NOT_ALLOWED;
            case 413 -> Kind.TOO_LONG;
            case 429 -> Kind.RATE_LIMIT;
            case 503, 529 -> Kind.OVERLOADED;
            default -> ofClass(status);
        };
        return of(kind, null, null);
    }

    /** 408 (took too long), 409 (in conflict with another) and 425 (too early) pass, as what is wrong at the server does. */
    private static Kind ofClass(int status) {
        if (status >= 500 || status == 408 || status == 409 || status == 425) {
            return Kind.SERVER;
        }
        return status < 400 || status == 404 || status == 405 || status == 410
                ? Kind.NO_SUCH_ADDRESS
                : Kind.BAD_REQUEST;
    }
}
