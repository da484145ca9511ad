package au.pip.benchmarks.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.locks.ReentrantLock;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** One connection that writes, behind a fair lock, and four that read. */
final class BareSqlite implements BareConnections {
    private static final int READERS = 4;

    private final Session writer;
    private final ReentrantLock turn = new ReentrantLock(true);
    private final Pool readers;

    BareSqlite(Path file) throws SQLException {
        String url = "jdbc:sqlite:" + file;
        SQLiteConfig writing = new SQLiteConfig();
        writing.enforceForeignKeys(true);
        writing.setSynchronous(SynchronousMode.FULL);
        writing.setGetGeneratedKeys(false);
        this.writer = new Session(writing.createConnection(url));
        SQLiteConfig reading = new SQLiteConfig();
        reading.setReadOnly(true);
        this.readers = new Pool(READERS, () -> reading.createConnection(url));
    }

    @Override
    public <T> T read(Work<T> work) {
        return readers.lend(work);
    }

    @Override
    public void write(Writing work) {
        turn.lock();
        try {
            // The statements themselves: the driver's own transactions begin the next one inside the last's commit.
            writer.prepare("BEGIN IMMEDIATE").execute();
            work.with(writer);
            writer.prepare("COMMIT").execute();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        } finally {
            turn.unlock();
        }
    }

    @Override
    public String locked() {
        return "";
    }

    @Override
    public String indexed() {
        return "?";
    }

    @Override
    public void close() {
        readers.close();
        try {
            writer.close();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
