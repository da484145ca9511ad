package au.pip.xero;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Refusals to exceptions: one sentence each, with the cause and the next step. */
final class ErrorReplies {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("h:mm a z", Locale.forLanguageTag("en-AU"));
    private static final DateTimeFormatter DAY_AND_TIME =
            DateTimeFormatter.ofPattern("h:mm a z 'on' d MMM", Locale.forLanguageTag("en-AU"));

    private ErrorReplies() {}

    /** The exception for a status that is neither 2xx nor a limit. */
    static XeroException of(String endpoint, int status, byte[] body) {
        ErrorBody error = ErrorBody.of(body);
        return switch (status) {
            case 401 ->
                error.detail().equals("AuthorizationUnsuccessful")
                        ? forbidden(endpoint)
                        : unauthorized(endpoint, error.detail());
            case 403 ->
                error.detail().equals("AuthenticationUnsuccessful") ? notConnected(endpoint) : forbidden(endpoint);
            case 404 -> notFound(endpoint);
            default -> {
                if (error.oauthError().equals("invalid_grant")
                        || error.oauthError().equals("invalid_token")) {
                    yield unauthorized(endpoint, "");
                }
                // Given up, still at work on the same, too early: none of them says what became of the call.
                if (status >= 500 || status == 408 || status == 409 || status == 425) {
                    yield unavailable(endpoint, "it answered with status " + status);
                }
                if (status >= 300 && status < 400) {
                    yield unavailable(endpoint, "it pointed to another address, which Pip does not follow");
                }
                if (error.type().equals("HighVolumeException")) {
                    yield tooMany(endpoint, error.messages());
                }
                yield rejected(endpoint, error.messages().isEmpty() ? List.of("status " + status) : error.messages());
            }
        };
    }

    static XeroException.Unauthorized unauthorized(String endpoint, String detail) {
        String cause = detail.equals("TokenExpired") ? "its sign-in has expired" : "its sign-in is no longer accepted";
        return new XeroException.Unauthorized(
                "Xero did not let Pip in for " + endpoint + ": " + cause + ". " + XeroException.CONNECT, endpoint);
    }

    static XeroException.NotFound notFound(String endpoint) {
        return new XeroException.NotFound(
                "Xero has nothing at " + endpoint + " in this organisation. Check the number or id, or search for it.",
                endpoint);
    }

    static XeroException.Rejected rejected(String endpoint, List<String> reasons) {
        return new XeroException.Rejected(
                "Xero rejected the question to " + endpoint + ": " + String.join("; ", reasons)
                        + ". Change the question and ask again.",
                endpoint,
                reasons);
    }

    /** Xero refuses what would look through too much (https://developer.xero.com/documentation/api/efficient-data-retrieval). */
    private static XeroException.Rejected tooMany(String endpoint, List<String> reasons) {
        return new XeroException.Rejected(
                "This organisation holds so many records that Xero does not look through " + endpoint
                        + " for this question. Ask about a shorter time, or about a customer or supplier by name.",
                endpoint,
                reasons);
    }

    /** For a write; nothing was written. */
    static XeroException.Rejected notTaken(DraftKind kind, List<String> reasons) {
        return new XeroException.Rejected(
                "Xero did not take this " + kind.noun() + ": " + String.join("; ", reasons)
                        + ". Nothing was written. Change it, and approve it again.",
                kind.endpoint(),
                reasons);
    }

    /** For a write; nothing was written. */
    static XeroException.Forbidden mayNotWrite(DraftKind kind) {
        return new XeroException.Forbidden(
                "Xero does not let this connection make this " + kind.noun() + ", so nothing was written: either it was"
                        + " connected without the permission (scope) " + kind.scope() + ", or the Xero user who"
                        + " connected has a role that may not. Set XERO_WRITES=drafts where Pip runs and connect Xero"
                        + " again, or ask the organisation's adviser to change that role.",
                kind.endpoint(),
                XeroException.Forbidden.Cause.PERMISSION);
    }

    static XeroException.Unavailable unavailable(String endpoint, String cause) {
        return new XeroException.Unavailable(
                "Xero is not working for " + endpoint + " right now: " + cause
                        + ". Try again in a few minutes; https://status.xero.com tells more.",
                endpoint);
    }

    static XeroException.RateLimited limited(
            String endpoint, XeroLimit limit, Instant now, Instant resetAt, ZoneId zone) {
        ZonedDateTime reset = resetAt.atZone(zone);
        boolean today = reset.toLocalDate().equals(now.atZone(zone).toLocalDate());
        String when = (today ? TIME : DAY_AND_TIME).format(reset);
        String whose = limit == XeroLimit.OWN_PACE || limit == XeroLimit.OWN_DAY ? "The " : "Xero's ";
        return new XeroException.RateLimited(
                whose + limit.words() + " is used up; it resets at " + when + ". Ask again then.",
                endpoint,
                resetAt,
                limit);
    }

    private static XeroException.Forbidden forbidden(String endpoint) {
        return new XeroException.Forbidden(
                "Xero does not show " + endpoint + " to this connection: either it was connected without the permission"
                        + " (scope) for it, or the Xero user who connected has a role that may not see it. Connect Xero"
                        + " again and grant every permission, or ask the organisation's adviser to change that role.",
                endpoint,
                XeroException.Forbidden.Cause.PERMISSION);
    }

    private static XeroException.Forbidden notConnected(String endpoint) {
        return new XeroException.Forbidden(
                "Xero does not show " + endpoint + ": this organisation is not connected, or the permission (scope) or"
                        + " the role of the Xero user who connected does not reach it. Connect Xero again and choose"
                        + " the organisation, or ask its adviser to change that role.",
                endpoint,
                XeroException.Forbidden.Cause.ORGANISATION);
    }
}
