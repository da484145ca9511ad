package au.pip.xero.auth;

import java.net.URI;

/**
 * Where Xero's identity service is.
 *
 * @param authorize where a person's browser goes to sign in
 * @param token where codes and refresh tokens are exchanged
 * @param revocation where a refresh token is given back
 */
public record XeroAddresses(URI authorize, URI token, URI revocation) {
    /** Xero's own (its OpenAPI description's {@code securitySchemes}; the revocation as its SDKs have it). */
    public static XeroAddresses standard() {
        return of(URI.create("https://login.xero.com"), URI.create("https://identity.xero.com"));
    }

    /**
     * @param login what stands before {@code /identity/connect/authorize}
     * @param identity what stands before {@code /connect/token} and {@code /connect/revocation}
     */
    public static XeroAddresses of(URI login, URI identity) {
        return new XeroAddresses(
                below(login, "/identity/connect/authorize"),
                below(identity, "/connect/token"),
                below(identity, "/connect/revocation"));
    }

    private static URI below(URI base, String path) {
        return URI.create(base.toString().replaceAll("/+$", "") + path);
    }
}
