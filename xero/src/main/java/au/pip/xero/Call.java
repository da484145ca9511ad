package au.pip.xero;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One call of Xero, as it is made each time that it is tried.
 *
 * @param tenantId the organisation, as Xero names it in {@code xero-tenant-id}; null for calls about the sign-in
 * @param endpoint how messages name it
 * @param path below the base, already encoded, with its leading slash
 * @param headers that stand in for, or beside, the usual ones
 * @param write what is written; null for nothing
 */
record Call(
        String method,
        AccessTokens tokens,
        @Nullable String tenantId,
        String endpoint,
        String path,
        Parameters parameters,
        Map<String, String> headers,
        @Nullable Write write) {
    private static final Pattern HEADER_TEXT = Pattern.compile("[\\x21-\\x7e]+");

    /** Whether it must not be tried again. */
    boolean isLate() {
        return write != null && write.permit().isLate();
    }

    /**
     * To be called right before it is sent, when all waits are over.
     *
     * @throws WriteNotPermitted when it is late
     */
    void requireInTime() {
        if (isLate()) {
            throw new WriteNotPermitted("it is too old");
        }
        if (write != null) {
            write.permit().sending();
        }
    }

    /** Xero's answer says that it did nothing of what was sent last. */
    void notTaken() {
        if (write != null) {
            write.permit().notTaken();
        }
    }

    /** @throws XeroException.Unauthorized when the token cannot be one */
    HttpRequest request(URI base, String token) {
        if (!HEADER_TEXT.matcher(token).matches()) {
            throw ErrorReplies.unauthorized(endpoint, "");
        }
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path + parameters.text()))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .header("User-Agent", "Pip");
        if (tenantId != null) {
            request.header("xero-tenant-id", tenantId);
        }
        String since = parameters.modifiedSince();
        if (since != null) {
            request.header("If-Modified-Since", since);
        }
        headers.forEach(request::setHeader);
        if (write != null) {
            request.method(method, HttpRequest.BodyPublishers.ofString(write.json()))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", write.permit().idempotencyKey());
        }
        return request.build();
    }
}
