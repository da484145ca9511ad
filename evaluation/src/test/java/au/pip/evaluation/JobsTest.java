package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.Job;
import au.pip.assistant.node.JobWork;
import au.pip.assistant.node.Jobs;
import au.pip.assistant.node.Node;
import au.pip.assistant.node.Upkeep;
import au.pip.assistant.store.BudgetStore;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Unit;
import au.pip.assistant.store.CodeStore.Code;
import au.pip.assistant.store.Stores;
import au.pip.store.jdbc.JdbcStores;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobsTest {
    @TempDir
    Path folder;

    private final Hands clock = new Hands();
    private final List<String> done = new CopyOnWriteArrayList<>();
    private Stores stores;

    /** A clock that is moved by hand. */
    private static final class Hands extends Clock {
        private volatile Instant now = Instant.parse("2026-11-27T10:15:00Z");

        void forward(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @BeforeEach
    void open() {
        stores = JdbcStores.openSqlite(folder.resolve("pip.db"));
    }

    @AfterEach
    void close() {
        stores.close();
    }

    private Jobs node(String name, JobWork work) {
        return new Jobs(Node.sole(name), stores.jobs(), Map.of("count", work), clock);
    }

    private Jobs node(String name) {
        return node(name, (_, job) -> done.add(name + " did " + job.id()));
    }

    @Test
    void doesAnHourlyJobOnceOnHoweverManyNodes() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int node = 0; node < 8; node++) {
            Jobs jobs = node("node " + node);
            threads.add(Thread.ofVirtual().start(jobs::doDue));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(done).singleElement().asString().endsWith("did count 2026-11-27T10:00Z");
    }

    @Test
    void doesItAgainInTheNextHour() {
        Jobs jobs = node("A");
        assertThat(jobs.doDue()).isEqualTo(1);
        clock.forward(Duration.ofMinutes(44));
        assertThat(jobs.doDue()).isZero();
        clock.forward(Duration.ofMinutes(2));
        assertThat(jobs.doDue()).isEqualTo(1);
    }

    @Test
    void triesAFailedJobAgainLaterAndGivesItUpAtLast() {
        Jobs jobs = node("A", (_, job) -> {
            done.add(job.id());
            throw new IllegalStateException("planted");
        });
        jobs.doDue();
        assertThat(done).hasSize(1);
        jobs.doDue();
        assertThat(done).as("before its time").hasSize(1);
        clock.forward(Duration.ofMinutes(1));
        jobs.doDue();
        assertThat(done).hasSize(2);
        for (int minute = 0; minute < 40; minute++) {
            clock.forward(Duration.ofMinutes(1));
            jobs.doDue();
        }
        assertThat(done).hasSize(5);
    }

    @Test
    void takesOverTheJobOfANodeThatDied() {
        Instant now = clock.instant();
        stores.jobs().add(AccountId.SERVER, new Job("left", "count", "{}", now, 0));
        assertThat(stores.jobs().claim("count", "a node that died", now, now.plusSeconds(60)))
                .isPresent();
        Jobs jobs = node("A");
        jobs.doDue();
        assertThat(done).noneMatch(each -> each.endsWith("left"));
        clock.forward(Duration.ofSeconds(61));
        jobs.doDue();
        assertThat(done).filteredOn(each -> each.endsWith("left")).hasSize(1);
    }

    @Test
    void upkeepPutsAwayWhatWasLeftOver() {
        AccountId ann = new AccountId("ann");
        stores.accounts().create(new Account(ann, "Ann", clock.instant()));
        stores.codes().put(ann, new Code("invitation", "expired", "{}", clock.instant()));
        stores.codes()
                .put(ann, new Code("invitation", "good", "{}", clock.instant().plus(Duration.ofDays(9))));
        stores.budgets().reserve(ann, "left", List.of(hold(ann, 70)), clock.instant());
        stores.leases()
                .take(
                        AccountId.SERVER,
                        "node/dead",
                        "dead",
                        clock.instant(),
                        clock.instant().plusSeconds(6));
        clock.forward(Duration.ofDays(2));
        stores.budgets().reserve(ann, "going", List.of(hold(ann, 20)), clock.instant());

        new Upkeep(stores, clock).perform(AccountId.SERVER, new Job("upkeep", Upkeep.KIND, "{}", clock.instant(), 1));

        assertThat(stores.budgets().balance(ann, "month 2026-11")).isEqualTo(new BudgetStore.Balance(70, 20));
        assertThat(stores.codes().forget(clock.instant())).isZero();
        assertThat(stores.codes().consume(ann, "invitation", "good", clock.instant()))
                .contains("{}");
        assertThat(stores.leases().find(AccountId.SERVER, "node/dead")).isEmpty();
    }

    private static Hold hold(AccountId owner, long amount) {
        return new Hold(owner, "month 2026-11", Unit.TOKEN, amount, 1_000);
    }
}
