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
     * For who only looks, while a server may be using it, perhaps an older one. The database has to be there with this
     * version's tables: none are made and none are upgraded.
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
        return alone(settings, "set DATABASE_URL to another file");
    }

    /**
     * The same.
     *
     * @param otherwise what else to do when another has it open, as a part of a sentence
     */
    public static OpenedDatabase alone(DatabaseSettings settings, String otherwise) {
        return alone(settings, otherwise, true);
    }

    /**
     * The same, of a database that is there with this version's tables: nothing is made and nothing upgraded.
     *
     * @param otherwise what else to do when another has it open, as a part of a sentence
     * @throws StartupException when it is a SQLite file that is not there, or another has it open
     * @throws au.pip.assistant.store.StoreException when the database cannot be used
     */
    public static OpenedDatabase thereAlone(DatabaseSettings settings, String otherwise) {
        requireFile(settings);
        return alone(settings, otherwise, false);
    }

    private static OpenedDatabase alone(DatabaseSettings settings, String otherwise, boolean make) {
        return opened(
                settings,
                settings instanceof DatabaseSettings.Sqlite sqlite
                        ? DataDirectory.alone(sqlite.file(), otherwise)
                        : null,
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
            return new OpenedDatabase(settings, make ? made(settings) : asItIs(settings), locks);
        } catch (RuntimeException e) {
            if (locks != null) {
                locks.unmake();
            }
            throw e;
        }
    }

    private static Stores made(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.Sqlite sqlite -> JdbcStores.openSqlite(sqlite.file());
            case DatabaseSettings.Postgresql postgresql -> JdbcStores.openPostgres(postgresql.url());
            case DatabaseSettings.Dynamodb dynamodb -> DynamoStores.open(table(dynamodb));
        };
    }

    private static Stores asItIs(DatabaseSettings settings) {
        return switch (settings) {
            case DatabaseSettings.Sqlite sqlite -> JdbcStores.openSqliteAsItIs(sqlite.file());
            case DatabaseSettings.Postgresql postgresql -> JdbcStores.openPostgresAsItIs(postgresql.url());
            case DatabaseSettings.Dynamodb dynamodb -> DynamoStores.openAsItIs(table(dynamodb));
        };
    }

    private static DynamoSettings table(DatabaseSettings.Dynamodb dynamodb) {
        return new DynamoSettings(dynamodb.region(), dynamodb.table(), dynamodb.endpoint(), dynamodb.createTable());
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

    /** Whether it is a SQLite file that a server, a restore or a move has to itself, as others have to know. */
    public boolean isTaken() {
        return locks != null && locks.isTaken();
    }

    @Override
    public void close() {
        stores.close();
        if (locks != null) {
            locks.close();
        }
    }
}
