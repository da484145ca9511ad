package au.pip.xero.auth;

import au.pip.xero.XeroException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;

/** A vault as those over a database are, in memory. */
final class MemoryVault implements TokenVault {
    private final Semaphore turns = new Semaphore(1);
    private Kept kept;
    private boolean ended;
    int ends;

    MemoryVault(TokenSet tokens) {
        kept = new Kept(tokens, 1);
    }

    static TokenSet tokens(String access, String refresh, Instant until) {
        return new TokenSet(access, refresh, until, Set.of("accounting.settings.read"));
    }

    @Override
    public synchronized Kept read() {
        if (ended) {
            throw new XeroException.SignInNeeded("Connect Xero again.", "connect/token");
        }
        return kept;
    }

    @Override
    public Optional<Turn> turn() {
        return turns.tryAcquire() ? Optional.of(new Held()) : Optional.empty();
    }

    private final class Held implements Turn {
        @Override
        public boolean prolong() {
            return true;
        }

        @Override
        public void close() {
            turns.release();
        }
    }

    @Override
    public synchronized boolean replace(Kept before, TokenSet after) {
        if (ended || before.version() != kept.version()) {
            return false;
        }
        kept = new Kept(after, kept.version() + 1);
        return true;
    }

    @Override
    public synchronized boolean end(Kept last) {
        if (last.version() != kept.version()) {
            return false;
        }
        ended = true;
        ends++;
        return true;
    }

    /** As another process does that was quicker. */
    synchronized void storedByAnother(TokenSet tokens) {
        kept = new Kept(tokens, kept.version() + 1);
    }
}
