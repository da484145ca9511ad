package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.output.ValidateOutput;

/** The tables, by the migrations in {@code db/migration}. */
final class Schema {
    private final String database;
    private final Flyway flyway;

    /** @param database what to call it in a sentence */
    Schema(String database, DataSource source, Dialect dialect) {
        this.database = database;
        this.flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration")
                .placeholders(dialect.words())
                .ignoreMigrationPatterns("*:pending")
                .loggers("slf4j")
                .load();
    }

    /** Refuses a schema that other migrations than ours made, a newer program's above all. Changes nothing. */
    void requireOurs() {
        List<ValidateOutput> foreign = flyway.validateWithResult().invalidMigrations;
        if (foreign.isEmpty()) {
            return;
        }
        boolean newer = foreign.stream()
                .anyMatch(
                        each -> each.errorDetails.errorCode == CoreErrorCode.APPLIED_VERSIONED_MIGRATION_NOT_RESOLVED);
        String sentence = newer
                ? database + " was made by a newer Pip: start that version, or name another file."
                : database + " has tables that this Pip did not make: start the version that made them, or name another"
                        + " file.";
        throw new StoreException(sentence, new FlywayException(foreign.getFirst().errorDetails.errorMessage));
    }

    void bringUpToDate() {
        if (flyway.info().pending().length > 0) {
            flyway.migrate();
        }
    }
}
