package au.pip.store.jdbc;

import au.pip.assistant.store.Stores;
import java.nio.file.Path;

/** Opens the database that it is told, and says so. */
final class Upgrades {
    private Upgrades() {}

    public static void main(String[] arguments) {
        System.out.println("opening");
        try (Stores stores = opened(arguments[0])) {
            System.out.println("opened " + stores.rows().isEmpty());
        }
    }

    private static Stores opened(String name) {
        return name.startsWith("postgresql:") ? JdbcStores.openPostgres(name) : JdbcStores.openSqlite(Path.of(name));
    }
}
