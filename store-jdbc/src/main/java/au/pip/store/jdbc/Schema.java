package au.pip.store.jdbc;

import au.pip.assistant.store.StoreException;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * The tables, by the migrations in {@code db/migration} and in the dialect's own folder. All that are missing are made
 * in one transaction.
 */
final class Schema {
    private final String database;
    private final Flyway flyway;

    /** @param database what to call it in a sentence */
    Schema(String database, DataSource source, Dialect dialect) {
        this.database = database;
        this.flyway = Flyway.configure()
                .dataSource(source)
                .locations("classpath:db/migration", "classpath:" + dialect.migrations())
                .javaMigrations(new SearchFilling(dialect))
                .placeholders(dialect.migrationWords())
                .group(true)
                .loggers("slf4j")
                .load();
    }

    /**
     * Answers whether the schema is complete; changes nothing.
     *
     * @throws StoreException when other migrations than ours made it, a newer program's above all
     */
    boolean isUpToDate() {
        MigrationInfoService migrations = flyway.info();
        for (MigrationInfo applied : migrations.applied()) {
            if (!applied.getState().isResolved()) {
                throw refused(" was made by a newer Pip: start that version, or name another file.", applied);
            }
            if (!applied.isChecksumMatching()) {
                throw refused(
                        " has tables that this Pip did not make: start the version that made them, or name another"
                                + " file.",
                        applied);
            }
        }
        return migrations.pending().length == 0;
    }

    private StoreException refused(String why, MigrationInfo migration) {
        return new StoreException(database + why, new FlywayException("migration " + migration.getScript()));
    }

    /**
     * What to say when the tables are not this version's and are not to be changed.
     *
     * @param kept where an upgrade keeps a copy of what was before, as a part of a sentence
     */
    StoreException notUpToDate(String kept) {
        String why = version().isPresent()
                ? " has the tables of an older Pip, and nothing was changed: start the server of this version, which"
                        + " keeps a copy of them first (" + kept + ") and brings them up to date. The older version's"
                        + " ./pip db backup works until then."
                : " has no tables of Pip's yet: start the server first, which makes them.";
        return new StoreException(database + why, new FlywayException("migration " + next() + " is missing"));
    }

    /** The version that the tables have; empty when there are none. */
    Optional<String> version() {
        return Optional.ofNullable(flyway.info().current()).map(Schema::version);
    }

    /** The version of the first migration that is missing. */
    String next() {
        return version(flyway.info().pending()[0]);
    }

    private static String version(MigrationInfo migration) {
        return String.valueOf(migration.getVersion());
    }

    void bringUpToDate() {
        flyway.migrate();
    }
}
