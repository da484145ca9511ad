package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.node.Jobs;
import au.pip.assistant.node.Node;
import au.pip.assistant.store.StoreException;
import au.pip.assistant.xero.IdleSignIns;
import au.pip.xero.XeroException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A connection that nobody asks about for months. */
class IdleSignInTest {
    private static final AccountId ANN = new AccountId("ann");

    @TempDir
    private Path folder;

    @Test
    void lapsesAfterSixtyDaysUnlessItIsRenewed() throws Exception {
        try (SignInPip pip = new SignInPip(folder)) {
            Connection connection = pip.connect(ANN).getFirst();
            pip.clock.forward(Duration.ofDays(61));

            assertThatExceptionOfType(XeroException.SignInNeeded.class)
                    .isThrownBy(() -> pip.tokens.of(ANN, connection.signInId()).token());
        }
    }

    @Test
    void isRenewedOnceAMonthByOneOfTheNodes() throws Exception {
        try (SignInPip pip = new SignInPip(folder)) {
            Connection connection = pip.connect(ANN).getFirst();
            for (int day = 0; day < 29; day++) {
                work(pip);
                pip.clock.forward(Duration.ofDays(1));
            }
            assertThat(pip.xero.refreshes()).as("before a month has gone").isZero();

            for (int day = 29; day < 130; day++) {
                work(pip);
                pip.clock.forward(Duration.ofDays(1));
            }

            assertThat(pip.xero.refreshes()).as("by four nodes").isEqualTo(4);
            assertThat(pip.tokens.of(ANN, connection.signInId()).token()).isNotEmpty();
            assertThat(pip.organisations.all(ANN)).containsExactly(connection);
        }
    }

    @Test
    void oneThatXeroHasEndedDoesNotKeepOthersFromIt() throws Exception {
        AccountId bob = new AccountId("bob");
        try (SignInPip pip = new SignInPip(folder)) {
            pip.connect(ANN);
            pip.xero.endSignIns();
            pip.connect(bob);
            pip.clock.forward(Duration.ofDays(31));

            work(pip);

            assertThat(pip.xero.refreshes()).isEqualTo(1);
            assertThat(pip.organisations.all(ANN).getFirst().state()).isEqualTo(Connection.State.RECONNECT);
            assertThat(pip.organisations.all(bob).getFirst().state()).isEqualTo(Connection.State.CONNECTED);
        }
    }

    @Test
    void tokensThatNoConnectionNamesAreNotKeptAlive() throws Exception {
        AccountId bob = new AccountId("bob");
        try (SignInPip pip = new SignInPip(folder)) {
            pip.stores.fail("ConnectionStore.all", 2);
            assertThatExceptionOfType(StoreException.class).isThrownBy(() -> pip.connect(ANN));
            pip.connect(bob);

            work(pip);
            assertThat(kept(pip)).as("a sign-in may be at work on them").containsExactly(true, true);
            pip.clock.forward(Duration.ofDays(31));
            work(pip);

            assertThat(kept(pip)).as("ann's, bob's").containsExactly(false, true);
            assertThat(pip.xero.refreshes()).as("bob's").isEqualTo(1);
        }
    }

    /** Of each secret, by account, whether it is more than what a removed one leaves. */
    private static List<Boolean> kept(SignInPip pip) {
        return pip.stores.secrets().page(null, 10).items().stream()
                .map(each -> !each.secret().sealed().equals("removed"))
                .toList();
    }

    /** Four nodes look for jobs at once. */
    private static void work(SignInPip pip) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int node = 0; node < 4; node++) {
            IdleSignIns work = new IdleSignIns(pip.stores.secrets(), pip.tokens("node-" + node), pip.clock);
            Jobs jobs =
                    new Jobs(Node.sole("node-" + node), pip.stores.jobs(), Map.of(IdleSignIns.KIND, work), pip.clock);
            threads.add(Thread.ofVirtual().start(jobs::doDue));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
