package au.pip.llm;

import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stops a chat. The message is a sentence for a person: the cause and the next step; it never holds a credential
 * or the provider's raw reply.
 */
public abstract sealed class LlmException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Request time-out, bad gateway, gateway time-out, and Cloudflare's word for the same: 524. */
    private static final Set<Integer> GAVE_UP = Set.of(408, 502, 504, 524);

    /**
     * Where it happened.
     *
     * @param provider the provider's name; empty where the fault lies in a setting that concerns none
     * @param status the HTTP status; 0 when there was no HTTP answer, 200 when it came in the middle of a stream
     * @param requestId the provider's id of the request
     */
    public record Origin(
            String provider, int status, @Nullable String requestId) {}

    private final transient Origin origin;
    private final boolean retryable;
    private final transient @Nullable Duration retryAfter;

    private LlmException(String message, Origin origin, boolean retryable, @Nullable Duration retryAfter) {
        this(message, origin, retryable, retryAfter, null);
    }

    private LlmException(
            String message,
            Origin origin,
            boolean retryable,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        super(message, cause);
        this.origin = origin;
        this.retryable = retryable;
        this.retryAfter = retryAfter;
    }

    public Origin origin() {
        return origin;
    }

    /** Whether the same request may work later, without anything being changed. */
    public boolean retryable() {
        return retryable;
    }

    /** How long the provider asks to wait; null when it does not say. */
    public @Nullable Duration retryAfter() {
        return retryAfter;
    }

    /**
     * Whether the provider may have worked on the request, and so bill it, though it has counted nothing. A refusal is
     * free; of what was sent and not answered nobody knows, and so of what a server or a gateway gave up waiting for.
     */
    public boolean maybeBilled() {
        return switch (this) {
            case TimedOut late -> late.phase() != TimedOut.Phase.CONNECT;
            case BrokenStream broken -> true;
            case MalformedResponse strange -> true;
            case Configuration setting -> false;
            case Authentication refused -> false;
            case PermissionDenied denied -> false;
            case ModelNotFound missing -> false;
            case WrongAddress address -> false;
            case InvalidRequest rejected -> false;
            case ContentRefused content -> false;
            case ContextTooLong tooLong -> false;
            case BudgetExhausted budget -> false;
            case RateLimited limited -> false;
            case QuotaExceeded money -> false;
            case Overloaded overloaded -> false;
            case ServerError failed -> GAVE_UP.contains(failed.origin().status());
            case Unreachable nobody -> false;
        };
    }

    /** A setting is missing or wrong; nothing was sent. */
    public static final class Configuration extends LlmException {
        private static final long serialVersionUID = 1L;

        public Configuration(String message, String provider) {
            super(message, new Origin(provider, 0, null), false, null);
        }
    }

    /** The credentials were refused. */
    public static final class Authentication extends LlmException {
        private static final long serialVersionUID = 1L;

        public Authentication(String message, Origin origin) {
            super(message, origin, false, null);
        }
    }

    /** The credentials are good, but not for this. */
    public static final class PermissionDenied extends LlmException {
        private static final long serialVersionUID = 1L;

        public PermissionDenied(String message, Origin origin) {
            super(message, origin, false, null);
        }
    }

    /** The provider has no such model, or not for this key. */
    public static final class ModelNotFound extends LlmException {
        private static final long serialVersionUID = 1L;

        private final String model;

        public ModelNotFound(String message, Origin origin, String model) {
            super(message, origin, false, null);
            this.model = model;
        }

        public String model() {
            return model;
        }
    }

    /** What answers at the address has no such API. */
    public static final class WrongAddress extends LlmException {
        private static final long serialVersionUID = 1L;

        public WrongAddress(String message, Origin origin) {
            super(message, origin, false, null);
        }
    }

    /** The provider rejects the request as it is; with status 0 it was not even sent. */
    public static final class InvalidRequest extends LlmException {
        private static final long serialVersionUID = 1L;

        private final @Nullable String field;

        public InvalidRequest(String message, Origin origin, @Nullable String field) {
            super(message, origin, false, null);
            this.field = field;
        }

        /** The field of the request that is wrong, by the provider's name for it; null when it does not say. */
        public @Nullable String field() {
            return field;
        }
    }

    /** The provider's filter refuses to process this; a model's own refusal is {@link StopReason#REFUSED}. */
    public static final class ContentRefused extends LlmException {
        private static final long serialVersionUID = 1L;

        public ContentRefused(String message, Origin origin) {
            super(message, origin, false, null);
        }
    }

    /** A {@link au.pip.llm.compose.SpendGuard} does not allow the call; nothing was sent. */
    public static final class BudgetExhausted extends LlmException {
        private static final long serialVersionUID = 1L;

        /** @param message says which budget, and when or how it goes on */
        public BudgetExhausted(String message, String provider) {
            super(message, new Origin(provider, 0, null), false, null);
        }
    }

    /** The conversation is longer than the model can see. */
    public static final class ContextTooLong extends LlmException {
        private static final long serialVersionUID = 1L;

        public ContextTooLong(String message, Origin origin) {
            super(message, origin, false, null);
        }
    }

    /** Too many requests or tokens a minute; waiting helps. */
    public static final class RateLimited extends LlmException {
        private static final long serialVersionUID = 1L;

        public RateLimited(String message, Origin origin, @Nullable Duration retryAfter) {
            super(message, origin, true, retryAfter);
        }
    }

    /** The money or quota is used up; waiting does not help. */
    public static final class QuotaExceeded extends LlmException {
        private static final long serialVersionUID = 1L;

        public QuotaExceeded(String message, Origin origin) {
            super(message, origin, false, null);
        }
    }

    /** The provider has too much to do. */
    public static final class Overloaded extends LlmException {
        private static final long serialVersionUID = 1L;

        public Overloaded(String message, Origin origin, @Nullable Duration retryAfter) {
            super(message, origin, true, retryAfter);
        }
    }

    /** The provider failed. */
    public static final class ServerError extends LlmException {
        private static final long serialVersionUID = 1L;

        public ServerError(String message, Origin origin) {
            this(message, origin, null);
        }

        public ServerError(String message, Origin origin, @Nullable Duration retryAfter) {
            super(message, origin, true, retryAfter);
        }
    }

    /** Nobody answers at the address. */
    public static final class Unreachable extends LlmException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String message, String provider) {
            this(message, provider, null);
        }

        /** @param cause why, as the system says it: what a name, a port or a certificate lacks */
        public Unreachable(String message, String provider, @Nullable Throwable cause) {
            super(message, new Origin(provider, 0, null), true, null, cause);
        }
    }

    /** The connection, the answer or the next piece of it took too long. */
    public static final class TimedOut extends LlmException {
        private static final long serialVersionUID = 1L;

        /** What was waited for. */
        public enum Phase {
            CONNECT,
            FIRST_TOKEN,
            IDLE
        }

        private final Phase phase;

        public TimedOut(String message, Origin origin, Phase phase) {
            super(message, origin, true, null);
            this.phase = phase;
        }

        public Phase phase() {
            return phase;
        }
    }

    /** The reply broke off, or the provider reported an error in the middle of it. */
    public static final class BrokenStream extends LlmException {
        private static final long serialVersionUID = 1L;

        public BrokenStream(String message, Origin origin) {
            super(message, origin, true, null);
        }
    }

    /** The answer is not what the protocol says. */
    public static final class MalformedResponse extends LlmException {
        private static final long serialVersionUID = 1L;

        public MalformedResponse(String message, Origin origin) {
            super(message, origin, true, null);
        }
    }
}
