package au.pip.store.jdbc;

import au.pip.store.jdbc.SearchIndex.Said;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Makes the entries findable that were there before the search index, in one transaction with it. */
final class SearchFilling implements JavaMigration {
    private static final int AT_ONCE = 100;

    private final Dialect dialect;

    SearchFilling(Dialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("4");
    }

    @Override
    public String getDescription() {
        return "search filling";
    }

    @Override
    public @Nullable Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) {
        Handle handle = dialect.speaking(Jdbi.create(context.getConnection())).open();
        try (Stream<Said> entries = handle
                .createQuery("SELECT account_id, conversation_id, sequence, text FROM entry")
                .setFetchSize(AT_ONCE)
                .map(Columns.read(row -> new Said(
                        row.text("account_id"), row.text("conversation_id"), row.number("sequence"), row.text("text"))))
                .stream()) {
            List<Said> batch = new ArrayList<>();
            entries.forEach(entry -> {
                batch.add(entry);
                if (batch.size() == AT_ONCE) {
                    SearchIndex.add(handle, batch);
                    batch.clear();
                }
            });
            SearchIndex.add(handle, batch);
        }
    }
}
