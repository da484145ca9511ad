package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.LeaseStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Lets one at a time, of all processes, change which organisations an account has. */
final class AccountTurn {
    private static final String NAME = "xero-organisations";
    /** Longer than the few writes take that are done in it. */
    private static final Duration LASTS = Duration.ofSeconds(10);

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofMillis(25);

    private final LeaseStore leases;
    private final String node;
    private final InstantSource clock;

    AccountTurn(LeaseStore leases, String node, InstantSource clock) {
        this.leases = leases;
        this.node = node;
        this.clock = clock;
    }

    /** @throws IllegalStateException when others go on changing them for so long that something must be amiss */
    <T> T alone(AccountId account, Supplier<T> work) {
        String holder = node + "/" + UUID.randomUUID();
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!take(account, holder)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("the account's organisations are being changed, and it does not end");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        try {
            return work.get();
        } finally {
            leases.release(account, NAME, holder);
        }
    }

    private boolean take(AccountId account, String holder) {
        Instant now = clock.instant();
        return leases.take(account, NAME, holder, now, now.plus(LASTS)).isPresent();
    }
}
