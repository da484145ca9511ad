package au.pip.xero;

import java.time.Instant;
import java.util.List;

/**
 * What stops a call to Xero. The message is a sentence for a person: the cause and the next step. It never holds a
 * token or a raw reply.
 *
 * <p>A call stopped by an interrupt of its thread throws {@link java.util.concurrent.CancellationException} instead.
 */
public abstract sealed class XeroException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The next step when a sign-in is at its end. */
    static final String CONNECT = "Connect Xero again: ./pip xero connect, or at the top of Pip's page.";

    private final String endpoint;

    private XeroException(String message, String endpoint) {
        super(message);
        this.endpoint = endpoint;
    }

    /** What was asked, such as {@code Invoices} or {@code Reports/ProfitAndLoss}. */
    public String endpoint() {
        return endpoint;
    }

    /** The sign-in has expired or was withdrawn. */
    public static final class Unauthorized extends XeroException {
        private static final long serialVersionUID = 1L;

        Unauthorized(String message, String endpoint) {
            super(message, endpoint);
        }
    }

    /** Xero has ended the sign-in, or there is none: the person signs in again, and nothing is tried until then. */
    public static final class SignInNeeded extends XeroException {
        private static final long serialVersionUID = 1L;

        public SignInNeeded(String message, String endpoint) {
            super(message, endpoint);
        }

        /** @param who has ended it, as a sentence's subject */
        public static SignInNeeded endedBy(String who, String endpoint) {
            return new SignInNeeded(
                    who + " takes this sign-in no more: it was withdrawn, or not used for 60 days. " + CONNECT,
                    endpoint);
        }
    }

    /** Xero knows no such app, or does not let it do this: whoever runs Pip has to look at its settings. */
    public static final class AppRefused extends XeroException {
        private static final long serialVersionUID = 1L;
        private final String error;

        public AppRefused(String message, String endpoint, String error) {
            super(message, endpoint);
            this.error = error;
        }

        /** OAuth's word, such as {@code invalid_client} (RFC 6749, 5.2). */
        public String error() {
            return error;
        }
    }

    /** The sign-in is good, but not for this: a permission, a role or the organisation is missing. */
    public static final class Forbidden extends XeroException {
        private static final long serialVersionUID = 1L;
        private final Cause cause;

        /** What Xero says is missing; it tells a permission from a role in neither case. */
        public enum Cause {
            PERMISSION,
            /** It may be the organisation that is not connected any more. */
            ORGANISATION
        }

        Forbidden(String message, String endpoint, Cause cause) {
            super(message, endpoint);
            this.cause = cause;
        }

        public Cause cause() {
            return cause;
        }
    }

    /** The organisation holds no such record. */
    public static final class NotFound extends XeroException {
        private static final long serialVersionUID = 1L;

        NotFound(String message, String endpoint) {
            super(message, endpoint);
        }
    }

    /** Xero does not accept the question as it is. */
    public static final class Rejected extends XeroException {
        private static final long serialVersionUID = 1L;
        private final transient List<String> reasons;

        Rejected(String message, String endpoint, List<String> reasons) {
            super(message, endpoint);
            this.reasons = List.copyOf(reasons);
        }

        /** Xero's own messages, cleaned and shortened; may be empty. They may quote the books: untrusted text. */
        public List<String> reasons() {
            return reasons;
        }
    }

    /** One of Xero's limits, or Pip's own pace below them, is used up. */
    public static final class RateLimited extends XeroException {
        private static final long serialVersionUID = 1L;
        private final transient Instant resetAt;
        private final transient XeroLimit which;

        RateLimited(String message, String endpoint, Instant resetAt, XeroLimit which) {
            super(message, endpoint);
            this.resetAt = resetAt;
            this.which = which;
        }

        /** When it is worth asking again. */
        public Instant resetAt() {
            return resetAt;
        }

        public XeroLimit which() {
            return which;
        }
    }

    /** Xero answered, but is not working: 5xx, a web page or nothing in place of data. */
    public static final class Unavailable extends XeroException {
        private static final long serialVersionUID = 1L;

        public Unavailable(String message, String endpoint) {
            super(message, endpoint);
        }
    }

    /** Nobody answered at the address, not in time, or the connection broke off. */
    public static final class Unreachable extends XeroException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String message, String endpoint) {
            super(message, endpoint);
        }
    }

    /** The reply is not what Xero documents, so that no figure can rest on it. */
    public static final class Malformed extends XeroException {
        private static final long serialVersionUID = 1L;

        public Malformed(String message, String endpoint) {
            super(message, endpoint);
        }

        public static Malformed unreadable(String endpoint, String cause) {
            return new Malformed(
                    "Xero's reply to " + endpoint + " cannot be used: " + cause
                            + ". Ask again; if it stays, report it as a defect of Pip.",
                    endpoint);
        }
    }
}
