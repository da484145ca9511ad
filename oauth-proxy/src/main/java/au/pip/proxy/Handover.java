package au.pip.proxy;

import au.pip.xero.auth.Pkce;
import au.pip.xero.auth.Scopes;
import au.pip.xero.auth.TokenSet;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tokens on their way from Xero to the instance: sealed, in memory, for five minutes at most and for one asking. They
 * are found by the hash of their code, and opened with the code itself.
 */
final class Handover {
    static final Duration LONGEST = Duration.ofMinutes(5);

    private record Waiting(String sealed, String challenge, String returnTo, Instant ends) {}

    private final Map<String, Waiting> byCode = new LinkedHashMap<>();
    private final Seal seal;
    private final int most;
    private final InstantSource clock;

    Handover(Seal seal, int most, InstantSource clock) {
        this.seal = seal;
        this.most = most;
        this.clock = clock;
    }

    /** The code for which the tokens are given out. */
    synchronized String put(TokenSet tokens, SignIn signIn) throws Refused {
        forgetOld();
        if (isFull()) {
            throw Refused.busy();
        }
        String code = RandomWord.next();
        byCode.put(
                hash(code),
                new Waiting(
                        seal.seal(purpose(code), text(tokens)),
                        signIn.challenge(),
                        signIn.returnTo().text(),
                        clock.instant().plus(LONGEST)));
        return code;
    }

    /** The tokens, if all three are right. Right or wrong, the code is good no more. */
    synchronized Optional<TokenSet> take(String code, String verifier, String returnTo) {
        forgetOld();
        return Optional.ofNullable(byCode.remove(hash(code)))
                .filter(waiting -> Pkce.proves(verifier, waiting.challenge()))
                .filter(waiting -> SameWord.are(returnTo, waiting.returnTo()))
                .flatMap(waiting -> seal.open(purpose(code), waiting.sealed()))
                .map(Handover::tokens);
    }

    synchronized boolean isFull() {
        return byCode.size() >= most;
    }

    synchronized int size() {
        return byCode.size();
    }

    /** All live equally long, so the oldest stand first. */
    synchronized void forgetOld() {
        Instant now = clock.instant();
        Iterator<Waiting> waiting = byCode.values().iterator();
        while (waiting.hasNext() && !now.isBefore(waiting.next().ends())) {
            waiting.remove();
        }
    }

    private static String purpose(String code) {
        return "tokens " + code;
    }

    private static String text(TokenSet tokens) {
        String refresh = tokens.refresh();
        return String.join(
                "\n",
                encoded(tokens.access()),
                refresh == null ? "" : encoded(refresh),
                Long.toString(tokens.expiresAt().toEpochMilli()),
                encoded(Scopes.text(tokens.scopes())));
    }

    private static TokenSet tokens(String text) {
        List<String> lines = List.of(text.split("\n", -1));
        Set<String> scopes = new LinkedHashSet<>(List.of(decoded(lines.get(3)).split(" ", -1)));
        scopes.remove("");
        return new TokenSet(
                decoded(lines.get(0)),
                lines.get(1).isEmpty() ? null : decoded(lines.get(1)),
                Instant.ofEpochMilli(Long.parseLong(lines.get(2))),
                scopes);
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }

    private static String hash(String code) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
