package au.pip.xero.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.xero.XeroException;
import au.pip.xero.auth.FakeIdentity.Reply;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RenewingTokensTest {
    private static final Instant NOW = Instant.now();
    private static final String INVALID_GRANT = "{\"error\":\"invalid_grant\"}";

    private final FakeIdentity identity = new FakeIdentity();

    @AfterEach
    void close() {
        identity.close();
    }

    @Test
    void leavesATokenThatIsGoodAlone() {
        MemoryVault vault = vault(NOW.plusSeconds(400));

        assertThat(tokens(vault).token()).isEqualTo("access-0");
        assertThat(identity.seen).isEmpty();
    }

    @Test
    void oneRenewalServesAHundredCallersOfAnExpiredToken() {
        identity.on(Reply.tokens("access-1", "refresh-1"), Reply.json(400, INVALID_GRANT));
        RenewingTokens tokens = tokens(vault(NOW.minusSeconds(1)));

        List<CompletableFuture<String>> callers = IntStream.range(0, 100)
                .mapToObj(caller -> CompletableFuture.supplyAsync(tokens::token, Thread::startVirtualThread))
                .toList();

        assertThat(callers).extracting(CompletableFuture::join).containsOnly("access-1");
        assertThat(identity.seen).hasSize(1);
    }

    @Test
    void twoProcessesOverOneVaultRenewOnce() {
        identity.on(Reply.tokens("access-1", "refresh-1"), Reply.json(400, INVALID_GRANT));
        MemoryVault vault = vault(NOW.minusSeconds(1));
        List<RenewingTokens> processes = List.of(tokens(vault), tokens(vault));

        List<CompletableFuture<String>> callers = IntStream.range(0, 100)
                .mapToObj(caller ->
                        CompletableFuture.supplyAsync(processes.get(caller % 2)::token, Thread::startVirtualThread))
                .toList();

        assertThat(callers).extracting(CompletableFuture::join).containsOnly("access-1");
        assertThat(identity.seen).hasSize(1);
    }

    @Test
    void callersGoOnWithAGoodTokenWhileItIsRenewed() {
        CountDownLatch gate = new CountDownLatch(1);
        identity.on(identity.after(gate, Reply.tokens("access-1", "refresh-1")));
        MemoryVault vault = vault(NOW.plusSeconds(120));
        RenewingTokens tokens = tokens(vault);

        assertThat(tokens.token()).isEqualTo("access-0");
        assertThat(tokens.token()).isEqualTo("access-0");
        await(() -> identity.seen.size() == 1);
        gate.countDown();
        await(() -> vault.read().tokens().access().equals("access-1"));

        assertThat(tokens.token()).isEqualTo("access-1");
        assertThat(identity.seen).hasSize(1);
    }

    @Test
    void aLostAnswerIsRepairedWithTheSameOldToken() {
        identity.on(Reply.cut(), Reply.json(503, ""), Reply.tokens("access-1", "refresh-1"));
        MemoryVault vault = vault(NOW.minusSeconds(1));

        assertThat(tokens(vault).token()).isEqualTo("access-1");

        assertThat(identity.seen)
                .hasSize(3)
                .allSatisfy(seen -> assertThat(seen.form()).contains("refresh_token=refresh-0"));
        assertThat(vault.read().tokens().refresh()).isEqualTo("refresh-1");
    }

    @Test
    void givesUpAfterThreeTriesAndKeepsTheTokens() {
        identity.on(Reply.json(503, ""));
        MemoryVault vault = vault(NOW.minusSeconds(1));

        assertThatExceptionOfType(XeroException.Unavailable.class)
                .isThrownBy(() -> tokens(vault).token());

        assertThat(identity.seen).hasSize(3);
        assertThat(vault.read().tokens().refresh()).isEqualTo("refresh-0");
    }

    @Test
    void leavesXeroAloneForAWhileAfterARenewalFailedAndTheTokenIsStillGood() {
        identity.on(Reply.json(401, "{\"error\":\"invalid_client\"}"));
        RenewingTokens tokens = tokens(vault(NOW.plusSeconds(120)));

        assertThat(tokens.token()).isEqualTo("access-0");
        await(() -> identity.seen.size() == 1);
        for (int call = 0; call < 50; call++) {
            assertThat(tokens.token()).isEqualTo("access-0");
            pause();
        }

        assertThat(identity.seen).hasSize(1);
    }

    @Test
    void aSignInThatXeroEndedEndsOnceAndIsNotAskedAgain() {
        identity.on(Reply.json(400, INVALID_GRANT));
        MemoryVault vault = vault(NOW.minusSeconds(1));
        RenewingTokens tokens = tokens(vault);

        for (int call = 0; call < 5; call++) {
            assertThatExceptionOfType(XeroException.SignInNeeded.class).isThrownBy(tokens::token);
        }

        assertThat(identity.seen).hasSize(1);
        assertThat(vault.ends).isEqualTo(1);
    }

    @Test
    void aRefusalOfATokenThatAnotherReplacedIsNoEnd() {
        CountDownLatch gate = new CountDownLatch(1);
        identity.on(identity.after(gate, Reply.json(400, INVALID_GRANT)));
        MemoryVault vault = vault(NOW.minusSeconds(1));

        CompletableFuture<String> caller =
                CompletableFuture.supplyAsync(tokens(vault)::token, Thread::startVirtualThread);
        await(() -> identity.seen.size() == 1);
        vault.storedByAnother(MemoryVault.tokens("access-2", "refresh-2", NOW.plusSeconds(1800)));
        gate.countDown();

        assertThat(caller.join()).isEqualTo("access-2");
        assertThat(vault.ends).isZero();
    }

    @Test
    void anAppThatXeroDoesNotAcceptEndsNoSignIn() {
        identity.on(Reply.json(401, "{\"error\":\"invalid_client\"}"));
        MemoryVault vault = vault(NOW.minusSeconds(1));

        assertThatExceptionOfType(XeroException.AppRefused.class)
                .isThrownBy(() -> tokens(vault).token());

        assertThat(vault.ends).isZero();
        assertThat(vault.read().tokens().refresh()).isEqualTo("refresh-0");
    }

    @Test
    void anInterruptEndsTheWaitingAndNotTheRenewal() throws Exception {
        CountDownLatch gate = new CountDownLatch(1);
        identity.on(identity.after(gate, Reply.tokens("access-1", "refresh-1")));
        MemoryVault vault = vault(NOW.minusSeconds(1));
        RenewingTokens tokens = tokens(vault);
        CompletableFuture<String> end = new CompletableFuture<>();

        Thread caller = Thread.startVirtualThread(() -> {
            try {
                end.complete(tokens.token());
            } catch (CancellationException e) {
                end.complete("stopped, flag " + Thread.currentThread().isInterrupted());
            }
        });
        await(() -> identity.seen.size() == 1);
        caller.interrupt();

        assertThat(end.get(5, TimeUnit.SECONDS)).isEqualTo("stopped, flag true");
        gate.countDown();
        assertThat(tokens.token()).isEqualTo("access-1");
        assertThat(identity.seen).hasSize(1);
    }

    @Test
    void givesAnotherTokenForOneThatWasRefusedBeforeItsTime() {
        identity.on(Reply.tokens("access-1", "refresh-1"), Reply.json(400, INVALID_GRANT));
        RenewingTokens tokens = tokens(vault(NOW.plusSeconds(1800)));

        assertThat(tokens.insteadOf("access-0")).isEqualTo("access-1");
        assertThat(tokens.insteadOf("access-0")).as("renewed already").isEqualTo("access-1");
        assertThat(identity.seen).hasSize(1);
    }

    private static MemoryVault vault(Instant until) {
        return new MemoryVault(MemoryVault.tokens("access-0", "refresh-0", until));
    }

    private RenewingTokens tokens(MemoryVault vault) {
        return new RenewingTokens(vault, new OwnApp(identity.addresses(), "app", null), InstantSource.fixed(NOW));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
