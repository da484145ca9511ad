package au.pip.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarriersTest {
    @TempDir
    private Path folder;

    @Test
    void fiveThatWaitInsideSqliteLeaveTheOthersFree() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:ActiveProcessorCount=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        FiveInside.class.getName(),
                        folder.resolve("waiting.db").toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(said.strip()).isEqualTo("free while 5 waited");
    }

    /** Five virtual threads wait for a lock inside SQLite; says whether a sixth one ran meanwhile. */
    static final class FiveInside {
        private FiveInside() {}

        public static void main(String[] arguments) throws Exception {
            Carriers.provide();
            String url = "jdbc:sqlite:" + arguments[0];
            CountDownLatch waiting = new CountDownLatch(5);
            CountDownLatch free = new CountDownLatch(1);
            List<Thread> inside = new ArrayList<>();
            try (Connection holder = DriverManager.getConnection(url);
                    Statement statement = holder.createStatement()) {
                statement.execute("CREATE TABLE t (n INTEGER)");
                List<Connection> connections = new ArrayList<>();
                for (int each = 0; each < 5; each++) {
                    Connection connection = DriverManager.getConnection(url);
                    connections.add(connection);
                    try (Statement patience = connection.createStatement()) {
                        patience.execute("PRAGMA busy_timeout = 20000");
                    }
                }
                statement.execute("BEGIN EXCLUSIVE");
                for (Connection connection : connections) {
                    inside.add(Thread.ofVirtual().start(() -> wait(connection, waiting)));
                }
                waiting.await();
                Thread.sleep(Duration.ofMillis(200));
                Thread.ofVirtual().start(free::countDown);
                boolean ran = free.await(10, TimeUnit.SECONDS);
                long stillInside = inside.stream().filter(Thread::isAlive).count();
                System.out.println((ran ? "free" : "frozen") + " while " + stillInside + " waited");
                statement.execute("COMMIT");
            }
            for (Thread each : inside) {
                each.join();
            }
        }

        private static void wait(Connection connection, CountDownLatch waiting) {
            try (connection;
                    Statement statement = connection.createStatement()) {
                waiting.countDown();
                statement.execute("INSERT INTO t VALUES (1)");
            } catch (java.sql.SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
