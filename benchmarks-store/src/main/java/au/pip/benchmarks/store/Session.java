package au.pip.benchmarks.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A connection and its prepared statements. One thread at a time. */
final class Session implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    Session(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** Valid until it is asked for again. */
    PreparedStatement prepare(String sql, Object... values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int place = 0; place < values.length; place++) {
            if (values[place] instanceof Long number) {
                statement.setLong(place + 1, number);
            } else {
                statement.setString(place + 1, (String) values[place]);
            }
        }
        return statement;
    }

    void execute(String sql, Object... values) throws SQLException {
        int changed = prepare(sql, values).executeUpdate();
        if (changed > 1) {
            throw new IllegalStateException(changed + " rows changed by " + sql);
        }
    }

    void require(String sql, Object... values) throws SQLException {
        if (!finds(sql, values)) {
            throw new IllegalStateException("nothing found by " + sql);
        }
    }

    void refuse(String sql, Object... values) throws SQLException {
        if (finds(sql, values)) {
            throw new IllegalStateException("something found by " + sql);
        }
    }

    private boolean finds(String sql, Object... values) throws SQLException {
        try (ResultSet rows = prepare(sql, values).executeQuery()) {
            return rows.next();
        }
    }

    long number(String sql, Object... values) throws SQLException {
        try (ResultSet rows = prepare(sql, values).executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
