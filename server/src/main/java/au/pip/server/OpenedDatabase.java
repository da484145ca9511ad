package au.pip.server;

import au.pip.assistant.care.CareException;
import au.pip.assistant.care.HalfArrived;
import au.pip.assistant.care.Place;
import au.pip.assistant.store.Stores;
import au.pip.store.dynamodb.DynamoSettings;
import au.pip.store.dynamodb.DynamoStores;
import au.pip.store.jdbc.JdbcStores;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A database in use, with the locks that go with its use. */
public final class OpenedDatabase implements AutoCloseable {
    private final DatabaseSettings settings;
    private final Stores stores;
    private final @Nullable DataDirectory locks;

    private OpenedDatabase(DatabaseSettings settings, Stores stores, @Nullable DataDirectory locks) {
        this.settings = settings;
        this.stores = stores;
        this.locks = locks;
    }

    /**
     * For a server. A SQLite file and the data folder are this server's alone; PostgreSQL and DynamoDB are shared.
     *
     * @throws StartupException when another uses them, or the database is only half brought here
     * @throws au.pip.assistant.store.StoreException when the database cannot be used
     */
    static OpenedDatabase serving(DatabaseSettings settings, Path dataDirectory) {
        OpenedDatabase database = opened(
                settings,
                settings instanceof DatabaseSettings.Sqlite sqlite
                        ? DataDirectory.open(dataDirectory, sqlite.file())
                        : null,
                true);
        try {
            HalfArrived.refuse(database.place());
            return database;
        } catch (CareException half) {
            database.close();
            throw new StartupException(String.valueOf(half.getMessage()));
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    /**
     * For who only looks, while a server may be using it. A SQLite file or a table of DynamoDB has to be there.
     *
     * @throws StartupException when there is no such file
     * @throws au.pip.assistant.store.StoreException when the database cannot be used
     */
    public static OpenedDatabase beside(DatabaseSettings settings) {
        requireFile(settings);
        return opened(
                settings,
                settings instanceof DatabaseSettings.Sqlite sqlite ? DataDirectory.beside(sqlite.file()) : null,
                false);
    }

    /**
     * For who has it alone, as far as that can be known: no other program of Pip has the SQLite file open.
     *
     * @throws StartupException when another does
     * @throws au.pip.assistant.store.StoreException when the database cannot be used
     */
    public static OpenedDatabase alone(DatabaseSettings settings) {
        return alone(settings, true);
    }

    /**
     * The same, of a database that is there: nothing is made.
     *
     * @throws StartupException when it is a SQLite file that is not there, or another has it open
     * @throws au.pip.assistant.store.StoreException when the database cannot be used
     */
    public static OpenedDatabase thereAlone(DatabaseSettings settings) {
        requireFile(settings);
        return alone(settings, false);
    }

    private static OpenedDatabase alone(DatabaseSettings settings, boolean make) {
        return opened(
                settings,
                settings instanceof DatabaseSettings.Sqlite sqlite ? DataDirectory.alone(sqlite.file()) : null,
                make);
    }

    private static void requireFile(DatabaseSettings settings) {
        if (settings instanceof DatabaseSettings.Sqlite sqlite && !Files.exists(sqlite.file())) {
            throw new StartupException("There is no database " + sqlite.file()
                    + ": set DATABASE_URL (or PIP_DATA_DIR) to the one that you mean.");
        }
    }

    private static OpenedDatabase opened(DatabaseSettings settings, @Nullable DataDirectory locks, boolean make) {
        try {
            return new OpenedDatabase(settings, stores(settings, make), locks);
        } catch (RuntimeException e) {
            if (locks != null) {
                locks.close();
            }
            throw e;
        }
    }

    /** @param make whether a table that is not there is made, if the settings allow it */
    private static Stores stores(DatabaseSettings settings, boolean make) {
        return switch (settings) {
            case DatabaseSettings.Sqlite sqlite -> JdbcStores.openSqlite(sqlite.file());
            case DatabaseSettings.Postgresql postgresql -> JdbcStores.openPostgres(postgresql.url());
            case DatabaseSettings.Dynamodb dynamodb ->
                DynamoStores.open(new DynamoSettings(
                        dynamodb.region(), dynamodb.table(), dynamodb.endpoint(), make && dynamodb.createTable()));
        };
    }

    public Stores stores() {
        return stores;
    }

    public DatabaseSettings settings() {
        return settings;
    }

    public Place place() {
        return new Place(stores.rows(), settings.toString());
    }

    @Override
    public void close() {
        stores.close();
        if (locks != null) {
            locks.close();
        }
    }
}
