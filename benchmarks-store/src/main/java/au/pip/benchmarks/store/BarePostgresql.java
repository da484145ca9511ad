package au.pip.benchmarks.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** As many connections as our pool has; each transaction takes one. */
final class BarePostgresql implements BareConnections {
    private final Pool pool;

    BarePostgresql(String jdbcUrl, int connections) throws SQLException {
        this.pool = new Pool(connections, () -> DriverManager.getConnection(jdbcUrl));
    }

    @Override
    public <T> T read(Work<T> work) {
        return pool.lend(work);
    }

    @Override
    public void write(Writing work) {
        pool.lend(session -> {
            Connection connection = session.connection();
            connection.setAutoCommit(false);
            work.with(session);
            connection.commit();
            connection.setAutoCommit(true);
            return true;
        });
    }

    @Override
    public String locked() {
        return "FOR NO KEY UPDATE";
    }

    @Override
    public String indexed() {
        return "array_to_tsvector(string_to_array(?, ' '))";
    }

    @Override
    public void close() {
        pool.close();
    }
}
