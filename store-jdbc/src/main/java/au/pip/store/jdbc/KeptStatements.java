package au.pip.store.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jdbi.v3.core.statement.DefaultStatementBuilder;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The statements of one SQLite connection, each compiled once: SQLite compiles a statement whenever it is prepared,
 * which takes longer than most of ours take to run, and its driver keeps none. Whoever uses a statement has it alone;
 * a second use at the same time gets one of its own. One that its driver has ended, as some failures do, is not kept.
 */
final class KeptStatements extends DefaultStatementBuilder {
    /** More than Pip has; so that SQL which is made up as it goes cannot fill the memory. */
    private static final int MOST = 200;

    private final Map<String, PreparedStatement> kept = new HashMap<>();
    private final IdentityHashMap<Statement, String> inUse = new IdentityHashMap<>();

    @Override
    public PreparedStatement create(Connection connection, String sql, StatementContext context) throws SQLException {
        PreparedStatement before = kept.remove(sql);
        PreparedStatement statement = before == null ? super.create(connection, sql, context) : before;
        inUse.put(statement, sql);
        return statement;
    }

    @Override
    public void close(Connection connection, String template, Statement used) throws SQLException {
        String sql = inUse.remove(used);
        if (sql == null
                || used.isClosed()
                || kept.size() >= MOST
                || kept.containsKey(sql)
                || !(used instanceof PreparedStatement statement)) {
            super.close(connection, template, used);
            return;
        }
        try {
            statement.clearBatch();
            statement.clearParameters();
        } catch (SQLException ended) {
            super.close(connection, template, used);
            return;
        }
        kept.put(sql, statement);
    }
}
