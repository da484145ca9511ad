package au.pip.assistant.xero;

import static au.pip.assistant.xero.RenewsInAnotherProcess.ACCOUNT;
import static au.pip.assistant.xero.RenewsInAnotherProcess.BEGIN;
import static au.pip.assistant.xero.RenewsInAnotherProcess.SIGN_IN;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.ChildProcess;
import au.pip.assistant.store.Opening;
import au.pip.assistant.store.Stores;
import au.pip.xero.auth.TokenSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Processes that share a database renew a sign-in once, and one that is killed in the middle of it loses nothing. A
 * database's test extends this and says how two processes open it.
 */
public abstract class RenewalContract {
    private static final String KEY = HexFormat.of().formatHex(new byte[32]).replace('0', '7');

    private final PretendIdentity identity = new PretendIdentity();

    /** How this process and others open the database of a name (small letters): new the first time. */
    protected abstract Opening database(String name) throws Exception;

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void aHundredCallersInEachOfTwoProcessesRenewAnExpiredTokenOnce() throws Exception {
        Opening database = database("renewals");
        try (Stores stores = database.open()) {
            signedIn(stores);
            try (ChildProcess one = child(database, "once");
                    ChildProcess two = child(database, "once")) {
                assertThat(List.of(one.line(), two.line())).containsOnly("ready");
                Instant now = Instant.now();
                stores.leases().take(ACCOUNT, BEGIN, "test", now, now.plusSeconds(60));

                List<String> tokens = new ArrayList<>(one.remainingLines());
                tokens.addAll(two.remainingLines());

                assertThat(tokens).hasSize(2);
                assertThat(tokens.getFirst()).startsWith("e30.").isEqualTo(tokens.getLast());
                assertThat(identity.renewals).isEqualTo(1);
            }
        }
    }

    @Test
    @Tag("slow")
    void aRenewalThatIsKilledLosesNothing() throws Exception {
        killMidway(10);
    }

    @Test
    @Tag("long")
    void twoHundredRenewalsThatAreKilledLoseNothing() throws Exception {
        killMidway(200);
    }

    /** Every token lasts a second, so that the process that is killed is nearly always in the middle of a renewal. */
    private void killMidway(int rounds) throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        identity.expiresIn = 1;
        Opening database = database("killed");
        try (Stores stores = database.open()) {
            signedIn(stores);
        }
        int told = 0;
        for (int round = 0; round < rounds; round++) {
            try (ChildProcess child = child(database, "ever")) {
                assertThat(child.line()).isEqualTo("ready");
                for (int tokens = random.nextInt(1, 5); tokens > 0; tokens--) {
                    assertThat(child.line()).startsWith("e30.");
                    told++;
                }
                LockSupport.parkNanos(random.nextInt(20_000_000));
                child.kill();
                told += child.remainingLines().size();
            }
            try (Stores stores = database.open()) {
                // A killed process keeps its turn for half a minute, which has passed on this clock.
                Clock later = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(40));
                String token = RenewsInAnotherProcess.tokens(stores, identity.base(), KEY, "looks", later)
                        .of(ACCOUNT, SIGN_IN)
                        .token();
                assertThat(token).as("seed " + seed + ", round " + round).startsWith("e30.");
            }
        }
        System.err.printf(
                "%s: %d kills, %d tokens used, %d renewals, %d answers lost and repaired, no sign-in lost (seed %d)%n",
                getClass().getSimpleName(), rounds, told, identity.renewals, identity.repairs, seed);
    }

    private void signedIn(Stores stores) {
        RenewsInAnotherProcess.tokens(stores, identity.base(), KEY, "signs in", Clock.systemUTC())
                .keep(
                        ACCOUNT,
                        SIGN_IN,
                        new TokenSet("old", identity.granted(), Instant.now().minusSeconds(1), Set.of()));
    }

    private ChildProcess child(Opening database, String way) throws Exception {
        List<String> words = new ArrayList<>(
                List.of(database.opener().getName(), identity.base().toString(), KEY, way));
        words.addAll(database.arguments());
        return new ChildProcess(List.of(), RenewsInAnotherProcess.class, words.toArray(String[]::new));
    }
}
