package au.pip.llm.provider;

import au.pip.llm.LlmException;
import au.pip.llm.LlmException.Origin;
import au.pip.llm.LlmException.TimedOut.Phase;
import au.pip.llm.SettingNames;
import au.pip.llm.protocol.Failure;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Turns what went wrong into sentences that name the host and the next step. */
final class Failures {
    private final Host host;
    private final Endpoint endpoint;
    private final SettingNames names;

    Failures(Host host, Endpoint endpoint, SettingNames names) {
        this.host = host;
        this.endpoint = endpoint;
        this.names = names;
    }

    /** @param retryAfter what headers or body ask for; null when they do not */
    LlmException of(Failure failure, String model, Origin origin, @Nullable Duration retryAfter) {
        String who = host.label();
        return switch (failure.kind()) {
            case BAD_CREDENTIALS ->
                new LlmException.Authentication(
                        "%s refused the key. Check the one given with %s.".formatted(who, names.key()), origin);
            case NOT_ALLOWED ->
                new LlmException.PermissionDenied(
                        "%s does not allow this key to do that. Check the key's rights and the model %s."
                                .formatted(who, model),
                        origin);
            case NO_SUCH_MODEL ->
                new LlmException.ModelNotFound(
                        "%s has no model '%s'. %s (%s)."
                                .formatted(
                                        who, model, host.hints().missingModel().replace("%s", model), names.model()),
                        origin,
                        model);
            case NO_SUCH_ADDRESS ->
                new LlmException.WrongAddress(
                        "There is no %s at %s. Check that address.".formatted(who, endpoint.shown()), origin);
            case BAD_REQUEST ->
                new LlmException.InvalidRequest(
                        "%s rejected the request for %s%s. Try another model; its words are in the debug log of au.pip.llm."
                                .formatted(
                                        who,
                                        model,
                                        failure.field() == null ? "" : ", because of its field " + failure.field()),
                        origin,
                        failure.field());
            case REFUSED ->
                new LlmException.ContentRefused(
                        "%s's filter refused this conversation. Ask in other words, or choose another provider."
                                .formatted(who),
                        origin);
            case TOO_LONG ->
                new LlmException.ContextTooLong(
                        "The conversation is too long for %s. Start a new one, or choose a model with a longer context."
                                .formatted(model),
                        origin);
            case RATE_LIMIT ->
                new LlmException.RateLimited(
                        "%s takes no more requests for now. %s".formatted(who, wait(retryAfter)), origin, retryAfter);
            case MONEY ->
                new LlmException.QuotaExceeded(
                        "The credit or spending limit at %s is used up. Add credit or raise the limit there."
                                .formatted(who),
                        origin);
            case OVERLOADED ->
                new LlmException.Overloaded(
                        "%s has too much to do. %s".formatted(who, wait(retryAfter)), origin, retryAfter);
            case SERVER ->
                new LlmException.ServerError("%s failed. %s".formatted(who, wait(retryAfter)), origin, retryAfter);
            case UNKNOWN ->
                new LlmException.BrokenStream(
                        who + " reported an error in the middle of the reply. Try again.", origin);
        };
    }

    private static String wait(@Nullable Duration retryAfter) {
        if (retryAfter == null) {
            return "Try again in a moment.";
        }
        long seconds = Math.max(1, retryAfter.toSeconds());
        return "Try again in %d second%s.".formatted(seconds, seconds == 1 ? "" : "s");
    }

    /**
     * What a broken connection means.
     *
     * @param origin null before there was an answer
     * @param phase what was waited for
     */
    LlmException of(IOException cause, @Nullable Origin origin, Phase phase) {
        Origin where = origin == null ? new Origin(host.name(), 0, null) : origin;
        if (cause instanceof HttpConnectTimeoutException) {
            return new LlmException.TimedOut(
                    "%s did not take the connection at %s in time. %s"
                            .formatted(
                                    host.label(), endpoint.shown(), host.hints().unreachable()),
                    where,
                    Phase.CONNECT);
        }
        if (origin == null && (nobody(cause) || cause instanceof SSLException)) {
            String how = cause instanceof SSLException ? " safely (TLS)" : "";
            return new LlmException.Unreachable(
                    "%s cannot be reached%s at %s. %s"
                            .formatted(
                                    host.label(),
                                    how,
                                    endpoint.shown(),
                                    host.hints().unreachable()),
                    host.name(),
                    cause);
        }
        if (cause instanceof HttpTimeoutException) {
            return new LlmException.TimedOut(host.label() + " took too long to answer. Try again.", where, phase);
        }
        return new LlmException.BrokenStream(
                "The connection to " + host.label() + " broke off before the reply was whole. Try again.", where);
    }

    private static boolean nobody(IOException cause) {
        return cause instanceof ConnectException
                || cause instanceof java.net.UnknownHostException
                || cause instanceof java.net.NoRouteToHostException
                || cause.getCause() instanceof UnresolvedAddressException;
    }

    LlmException.BrokenStream cut(Origin origin) {
        return new LlmException.BrokenStream(
                "The reply of " + host.label() + " ended before it was whole. Try again.", origin);
    }

    LlmException.MalformedResponse malformed(Origin origin) {
        return new LlmException.MalformedResponse(
                "What answers at %s does not speak as %s does. Check that address."
                        .formatted(endpoint.shown(), host.label()),
                origin);
    }
}
