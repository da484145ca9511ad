package au.pip.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.store.StoreException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteDatabaseTest {
    private static final String REMEMBERED = "SELECT account_id FROM memory ORDER BY account_id";

    @TempDir
    private Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = SqliteOpening.open(folder.resolve("pip.db"), Duration.ofSeconds(1));
    }

    @AfterEach
    void close() {
        database.close();
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

    /** As one is that was begun by a call which then failed, such as for want of memory. */
    @Test
    void aTransactionThatWasLeftOpenFailsOneWriteAndNoLaterOnes() throws Exception {
        Connection connection =
                new SqliteFile(folder.resolve("pip.db"), false).writing(1000).getConnection();
        Handle handle = Jdbi.open(connection);
        try (SqliteWriter writer = new SqliteWriter(folder.resolve("pip.db"), handle)) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("BEGIN IMMEDIATE");
                statement.execute("INSERT INTO memory (account_id, text, updated_at) VALUES ('left', '', 0)");
            }
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> writer.write(last -> remember(last, "refused")))
                    .withMessageContaining("within a transaction");

            writer.write(last -> remember(last, "next"));
        }
        assertThat(remembered()).containsExactly("next");
    }

    @Test
    void tellsNoStoredValueWhenAStatementFails() {
        database.write(handle -> remember(handle, "once"));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> database.write(handle -> remember(handle, "once")))
                .satisfies(failure -> {
                    for (Throwable each = failure; each != null; each = each.getCause()) {
                        assertThat(each.toString()).doesNotContain("once").contains("memory.account_id");
                    }
                });
    }

    @Test
    void writersThatWaitLeaveEveryOtherThreadFree() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = writing(threads, "first", go);
            List<Future<Integer>> waiting = new ArrayList<>();
            for (int writer = 0; writer < 100; writer++) {
                String account = "writer " + writer;
                waiting.add(threads.submit(() -> database.write(handle -> remember(handle, account))));
            }

            Future<List<String>> reading = threads.submit(this::remembered);
            assertThat(reading.get(5, TimeUnit.SECONDS)).isEmpty();
            assertThat(waiting).noneMatch(Future::isDone);

            go.countDown();
            first.get();
            for (Future<Integer> each : waiting) {
                each.get();
            }
        }
        assertThat(remembered()).hasSize(101);
    }

    @Test
    void oneThatFailsTakesNoneOfThoseWithItThatWaitBesideIt() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> first = writing(threads, "first", go);
            List<Future<Integer>> sound = new ArrayList<>();
            List<Future<Integer>> failing = new ArrayList<>();
            for (int writer = 0; writer < 30; writer++) {
                String account = "writer " + writer;
                if (writer % 10 == 3) {
                    failing.add(threads.submit(() -> database.write(handle -> {
                        remember(handle, account);
                        throw new IllegalStateException(account);
                    })));
                } else if (writer % 10 == 7) {
                    failing.add(threads.submit(() -> database.write(handle -> {
                        remember(handle, account);
                        return remember(handle, account);
                    })));
                } else {
                    sound.add(threads.submit(() -> database.write(handle -> remember(handle, account))));
                }
            }
            go.countDown();
            first.get();
            for (Future<Integer> each : sound) {
                assertThat(each.get()).isEqualTo(1);
            }
            for (Future<Integer> each : failing) {
                assertThatExceptionOfType(ExecutionException.class)
                        .isThrownBy(each::get)
                        .withCauseInstanceOf(RuntimeException.class);
            }
        }
        assertThat(remembered())
                .hasSize(25)
                .noneMatch(account -> account.endsWith("3"))
                .noneMatch(account -> account.endsWith("7"));
    }

    @Test
    void aStatementIsGoodAgainAfterItFailed() {
        database.write(handle -> remember(handle, "once"));
        for (int again = 0; again < 3; again++) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> database.write(handle -> remember(handle, "once")));
        }
        database.write(handle -> remember(handle, "twice"));
        assertThat(remembered()).containsExactlyInAnyOrder("once", "twice");
    }

    @Test
    void aStatementMayBeUsedInsideItself() {
        database.write(handle -> remember(handle, "Ann") + remember(handle, "Ben"));
        List<String> pairs = database.read(handle -> handle.createQuery(REMEMBERED)
                .map((outer, _) -> outer.getString(1) + " and "
                        + String.join(", ", handle.createQuery(REMEMBERED).mapTo(String.class)))
                .list());
        assertThat(pairs).containsExactly("Ann and Ann, Ben", "Ben and Ann, Ben");
    }

    @Test
    void closingWaitsForTheWriteThatIsGoingOnAndRefusesLaterWork() throws Exception {
        CountDownLatch go = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> writing = writing(threads, "in time", go);
            Future<?> closing = threads.submit(() -> database.close());
            go.countDown();
            assertThat(writing.get()).isEqualTo(1);
            closing.get();
        }

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> database.write(handle -> remember(handle, "late")))
                .withMessageContaining("is closed");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(this::remembered)
                .withMessageContaining("is closed");
        database.close();
        open();
        assertThat(remembered()).containsExactly("in time");
    }

    /** A write that has begun and goes on until told. */
    private Future<Integer> writing(ExecutorService threads, String account, CountDownLatch go)
            throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        Future<Integer> writing = threads.submit(() -> database.write(handle -> {
            inside.countDown();
            awaitQuietly(go);
            return remember(handle, account);
        }));
        inside.await();
        return writing;
    }

    private static int remember(Handle handle, String account) {
        return handle.createUpdate("INSERT INTO memory (account_id, text, updated_at) VALUES (:account, '', 0)")
                .bind("account", account)
                .execute();
    }

    private List<String> remembered() {
        return database.read(
                handle -> handle.createQuery(REMEMBERED).mapTo(String.class).list());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
