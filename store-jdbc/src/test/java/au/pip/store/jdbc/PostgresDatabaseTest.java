package au.pip.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.AccountId;
import au.pip.assistant.Lease;
import au.pip.assistant.store.LeaseStore;
import au.pip.assistant.store.StoreException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class PostgresDatabaseTest {
    private final PostgresServer server = PostgresServer.newest();
    private final String url = server.preparedDatabase();
    private final Database database = PostgresOpening.open(url);

    @AfterEach
    void drop() {
        database.close();
        server.drop(url);
    }

    @Test
    void undoesAWriteThatThrows() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> database.write(handle -> {
                    remember(handle, "half");
                    throw new IllegalStateException("stop");
                }));
        assertThat(remembered()).isEmpty();

        database.write(handle -> remember(handle, "whole"));
        assertThat(remembered()).containsExactly("whole");
    }

    @Test
    void leasesAreTakenWhileEverybodyElseWaitsForOneRow() throws Exception {
        database.write(handle -> remember(handle, "wanted"));
        CountDownLatch inside = new CountDownLatch(16);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Connection paused =
                        DriverManager.getConnection("jdbc:" + url.replace("postgres@", ""), "postgres", "");
                Statement statement = paused.createStatement()) {
            paused.setAutoCommit(false);
            statement.execute("SELECT 1 FROM memory WHERE account_id = 'wanted' FOR UPDATE");
            List<Future<Integer>> waiting = new ArrayList<>();
            for (int writer = 0; writer < 20; writer++) {
                waiting.add(threads.submit(() -> database.write(handle -> {
                    inside.countDown();
                    return handle.execute("UPDATE memory SET text = 'x' WHERE account_id = 'wanted'");
                })));
            }
            inside.await();

            LeaseStore leases = new JdbcLeaseStore(database);
            Instant now = Instant.now();
            Future<Optional<Lease>> beat =
                    threads.submit(() -> leases.take(AccountId.SERVER, "node/x", "x", now, now.plusSeconds(6)));
            assertThat(beat.get(5, TimeUnit.SECONDS)).isPresent();
            assertThat(waiting).noneMatch(Future::isDone);

            paused.rollback();
            for (Future<Integer> each : waiting) {
                assertThat(each.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void aSessionThatStopsInTheMiddleIsEndedByTheServer() {
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("30s");
        assertThat(setting("lock_timeout")).isEqualTo("10s");
        assertThat(database.<String>readMoment(handle -> shown(handle, "idle_in_transaction_session_timeout")))
                .isEqualTo("0");
        assertThat(setting("idle_in_transaction_session_timeout")).isEqualTo("30s");
    }

    private String setting(String name) {
        return database.read(handle -> shown(handle, name));
    }

    private static String shown(Handle handle, String name) {
        return handle.createQuery("SELECT current_setting(:name)")
                .bind("name", name)
                .mapTo(String.class)
                .one();
    }

    @Test
    void tellsNoStoredValueWhenAStatementFails() {
        database.write(handle -> remember(handle, "once"));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> database.write(handle -> remember(handle, "once")))
                .satisfies(failure -> {
                    for (Throwable each = failure; each != null; each = each.getCause()) {
                        assertThat(each.toString()).doesNotContain("once").contains("memory_pkey");
                    }
                });
    }

    @Test
    void doesAWriteAgainThatADeadlockEnded() throws Exception {
        database.write(handle -> remember(handle, "one") + remember(handle, "other"));
        CyclicBarrier bothHoldOne = new CyclicBarrier(2);
        AtomicInteger attempts = new AtomicInteger();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writes = List.of(List.of("one", "other"), List.of("other", "one")).stream()
                    .map(accounts -> {
                        AtomicBoolean first = new AtomicBoolean(true);
                        return threads.submit(() -> database.write(handle -> {
                            attempts.incrementAndGet();
                            update(handle, accounts.getFirst());
                            if (first.getAndSet(false)) {
                                await(bothHoldOne);
                            }
                            return update(handle, accounts.getLast());
                        }));
                    })
                    .toList();
            for (Future<Integer> write : writes) {
                assertThat(write.get()).isEqualTo(1);
            }
        }

        assertThat(attempts).hasValue(3);
    }

    @Test
    void anInterruptInTheMiddleOfWorkIsKeptForLater() throws Exception {
        for (Thread.Builder kind : List.of(Thread.ofVirtual(), Thread.ofPlatform())) {
            CountDownLatch inside = new CountDownLatch(1);
            AtomicBoolean stillInterrupted = new AtomicBoolean();
            Thread worker = kind.start(() -> {
                database.write(handle -> {
                    remember(handle, kind.toString());
                    inside.countDown();
                    return handle.execute("SELECT pg_sleep(0.3)");
                });
                stillInterrupted.set(Thread.interrupted());
            });
            inside.await();
            worker.interrupt();
            worker.join();
            assertThat(stillInterrupted).isTrue();
        }
        assertThat(remembered()).hasSize(2);
    }

    @Test
    void tellsThatTheServerStoppedAndWorksWhenItIsBack() throws Exception {
        database.write(handle -> remember(handle, "before"));
        CountDownLatch inside = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> broken = threads.submit(() -> database.write(handle -> {
                remember(handle, "lost");
                inside.countDown();
                return handle.execute("SELECT pg_sleep(60)");
            }));
            inside.await();

            // A crash of one backend: the server ends all of them, recovers and takes connections again.
            long backend = database.read(handle -> handle.createQuery(
                            "SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'SELECT pg_sleep%'")
                    .mapTo(Long.class)
                    .one());
            ProcessHandle.of(backend).orElseThrow().destroyForcibly();

            assertThatExceptionOfType(ExecutionException.class)
                    .isThrownBy(broken::get)
                    .havingCause()
                    .isInstanceOf(StoreException.class)
                    .withMessageContaining("try again");
        }
        awaitTheServer();

        assertThat(remembered()).containsExactly("before");
        database.write(handle -> remember(handle, "after"));
        assertThat(remembered()).containsExactly("after", "before");
    }

    private void awaitTheServer() {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                remembered();
                return;
            } catch (StoreException notYet) {
                assertThat(notYet.getMessage()).contains("try again");
                assertThat(System.nanoTime()).as("the server comes back").isLessThan(deadline);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    @Test
    void tellsThatTheDiskIsFull() {
        PostgresServer.change(url, """
                CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full';
                END $$
                """, "CREATE TRIGGER full_disk BEFORE INSERT ON memory EXECUTE FUNCTION fail()");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> database.write(handle -> remember(handle, "too much")))
                .withMessage("The disk of PostgreSQL on 127.0.0.1:" + server.port()
                        + " is full, so nothing of this was stored: free some space there, then try again.");

        PostgresServer.change(url, "DROP TRIGGER full_disk ON memory");
        database.write(handle -> remember(handle, "fits"));
    }

    @Test
    void tellsThatTheServerHasBecomeAStandby() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> database.write(handle -> {
                    handle.execute("SET TRANSACTION READ ONLY");
                    return remember(handle, "never");
                }))
                .withMessageContaining("may only be read, as a standby is: name the primary server");
    }

    @Test
    void closingWaitsForTheWriteThatIsGoingOnAndRefusesLaterWork() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Database closed = PostgresOpening.open(url);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> writing = threads.submit(() -> closed.write(handle -> {
                inside.countDown();
                await(go);
                return remember(handle, "in time");
            }));
            inside.await();
            Future<?> closing = threads.submit(closed::close);
            go.countDown();
            assertThat(writing.get()).isEqualTo(1);
            closing.get();
        }

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> closed.write(handle -> remember(handle, "late")))
                .withMessageContaining("is closed");
        closed.close();
        assertThat(remembered()).containsExactly("in time");
    }

    private static int remember(Handle handle, String account) {
        return handle.createUpdate("INSERT INTO memory (account_id, text, updated_at) VALUES (:account, '', 0)")
                .bind("account", account)
                .execute();
    }

    private static int update(Handle handle, String account) {
        return handle.createUpdate("UPDATE memory SET text = text || '!' WHERE account_id = :account")
                .bind("account", account)
                .execute();
    }

    private List<String> remembered() {
        return database.read(handle -> handle.createQuery("SELECT account_id FROM memory ORDER BY account_id")
                .mapTo(String.class)
                .list());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception stop) {
            throw new IllegalStateException(stop);
        }
    }
}
