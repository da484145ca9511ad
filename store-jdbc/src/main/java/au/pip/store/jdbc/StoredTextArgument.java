package au.pip.store.jdbc;

import au.pip.assistant.store.spi.StoredText;
import java.sql.Types;
import org.jdbi.v3.core.argument.AbstractArgumentFactory;
import org.jdbi.v3.core.argument.Argument;
import org.jdbi.v3.core.config.ConfigRegistry;

/** Writes every string that is bound as a {@link StoredText}; {@link Columns} reads them. */
final class StoredTextArgument extends AbstractArgumentFactory<String> {
    StoredTextArgument() {
        super(Types.VARCHAR);
    }

    @Override
    protected Argument build(String text, ConfigRegistry config) {
        String written = StoredText.written(text);
        return (position, statement, context) -> statement.setString(position, written);
    }
}
