package au.pip.store.jdbc;

import java.sql.Types;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.mapper.ColumnMapper;
import org.jdbi.v3.core.spi.JdbiPlugin;

/** Makes every string that is bound, and every string column that is read, a {@link StoredText}. */
final class StoredTextPlugin implements JdbiPlugin {
    private static final ColumnMapper<String> READING = (row, column, context) -> {
        String written = row.getString(column);
        return written == null ? null : StoredText.read(written);
    };

    @Override
    public void customizeJdbi(Jdbi jdbi) {
        jdbi.registerArgument(new Writing());
        jdbi.registerColumnMapper(String.class, READING);
    }

    private static final class Writing extends AbstractArgumentFactory<String> {
        Writing() {
            super(Types.VARCHAR);
        }

        @Override
        protected Argument build(String text, ConfigRegistry config) {
            String written = StoredText.written(text);
            return (position, statement, context) -> statement.setString(position, written);
        }
    }
}
