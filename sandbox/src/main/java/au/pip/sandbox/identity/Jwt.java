package au.pip.sandbox.identity;

import au.pip.sandbox.wire.Wire;
import java.util.Base64;
import java.util.Map;

/** Tokens shaped as Xero's are: three parts, of which the second says what the token is. */
final class Jwt {
    private Jwt() {}

    /** With a signature of random bits: the pretend Xero knows its tokens, and nobody else is to believe them. */
    static String of(Map<String, Object> claims) {
        return part(Map.of("alg", "RS256", "kid", "PIPSANDBOX", "typ", "JWT")) + "." + part(claims) + "."
                + Opaque.text();
    }

    private static String part(Map<String, Object> fields) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Wire.bytes(fields));
    }
}
