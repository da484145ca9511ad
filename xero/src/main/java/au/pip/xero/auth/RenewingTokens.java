package au.pip.xero.auth;

import au.pip.xero.AccessTokens;
import au.pip.xero.XeroException;
import au.pip.xero.auth.TokenVault.Kept;
import au.pip.xero.auth.TokenVault.Turn;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Access tokens of one sign-in, renewed before they run out, by one at a time in all processes that share the vault.
 *
 * <p>While the token is good, callers go on with it and a renewal goes on beside them; when it is not, they wait. A
 * caller's interrupt ends its waiting with {@link CancellationException} and never a renewal, whose answer would be
 * lost with it.
 */
public final class RenewingTokens implements AccessTokens {
    private static final Duration EARLY = Duration.ofMinutes(5);
    /** A token that ends sooner may end on its way to Xero. */
    private static final Duration SHORTEST = Duration.ofSeconds(20);
    /** Longer than a renewal with all its tries takes. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(90);

    /** While the old token is good, a renewal that failed is not begun again sooner. */
    private static final Duration AGAIN_AFTER_FAILURE = Duration.ofSeconds(30);

    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final TokenVault vault;
    private final XeroAuth auth;
    private final InstantSource clock;
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable CompletableFuture<TokenSet> going;
    private volatile long begunAt;

    public RenewingTokens(TokenVault vault, XeroAuth auth, InstantSource clock) {
        this.vault = vault;
        this.auth = auth;
        this.clock = clock;
    }

    /**
     * @throws XeroException.SignInNeeded when the person has to sign in again
     * @throws XeroException when the token has run out and Xero cannot be asked for another
     */
    @Override
    public String token() {
        TokenSet tokens = vault.read().tokens();
        if (tokens.lasts(EARLY, clock.instant())) {
            return tokens.access();
        }
        if (!tokens.lasts(SHORTEST, clock.instant())) {
            return await(renewal(null)).access();
        }
        if (!hasJustFailed()) {
            var _ = renewal(null);
        }
        return tokens.access();
    }

    @Override
    public String insteadOf(String refused) {
        String token = await(renewal(refused)).access();
        // One that was going on already may have found this very token good.
        return token.equals(refused) ? await(renewal(refused)).access() : token;
    }

    private boolean hasJustFailed() {
        CompletableFuture<TokenSet> last = going;
        return last != null
                && last.isCompletedExceptionally()
                && System.nanoTime() - begunAt < AGAIN_AFTER_FAILURE.toNanos();
    }

    /** The renewal that is going on, or a new one. */
    private CompletableFuture<TokenSet> renewal(@Nullable String refused) {
        lock.lock();
        try {
            CompletableFuture<TokenSet> before = going;
            if (before != null && !before.isDone()) {
                return before;
            }
            CompletableFuture<TokenSet> next = CompletableFuture.supplyAsync(
                    () -> renewed(refused),
                    task -> Thread.ofVirtual().name("xero-renewal").start(task));
            begunAt = System.nanoTime();
            going = next;
            return next;
        } finally {
            lock.unlock();
        }
    }

    private static TokenSet await(CompletableFuture<TokenSet> renewal) {
        try {
            return renewal.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped while waiting for a token of Xero's");
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case Error error -> throw error;
                case RuntimeException exception -> exception;
                case null, default -> new IllegalStateException(e);
            };
        }
    }

    private TokenSet renewed(@Nullable String refused) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (System.nanoTime() < end) {
            Kept kept = vault.read();
            if (isGood(kept.tokens(), refused)) {
                return kept.tokens();
            }
            Optional<Turn> turn = vault.turn();
            if (turn.isPresent()) {
                try (Turn _ = turn.get()) {
                    Kept latest = vault.read();
                    Optional<TokenSet> after = isGood(latest.tokens(), refused)
                            ? Optional.of(latest.tokens())
                            : renewed(latest, turn.get());
                    if (after.isPresent()) {
                        return after.get();
                    }
                }
            } else {
                LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            }
        }
        throw new XeroException.Unavailable(
                "The sign-in to Xero is being renewed, and nothing has come of it for a minute. Try again in a minute.",
                "connect/token");
    }

    private boolean isGood(TokenSet tokens, @Nullable String refused) {
        return tokens.lasts(EARLY, clock.instant()) && !tokens.access().equals(refused);
    }

    /** Empty when somebody else stored other tokens meanwhile, or is about to. */
    private Optional<TokenSet> renewed(Kept before, Turn turn) {
        for (int tried = 1; ; tried++) {
            try {
                TokenSet after = auth.renew(before.tokens());
                return vault.replace(before, after) ? Optional.of(after) : Optional.empty();
            } catch (XeroException.SignInNeeded ended) {
                if (vault.end(before)) {
                    throw ended;
                }
                return Optional.empty();
            } catch (XeroException.Unreachable | XeroException.Unavailable passing) {
                // The answer may be lost after Xero gave it; the old token then works once more.
                if (tried == TRIES) {
                    throw passing;
                }
            }
            LockSupport.parkNanos(PAUSE.multipliedBy(tried).toNanos());
            if (!turn.prolong()) {
                return Optional.empty();
            }
        }
    }
}
