package au.pip.store.jdbc;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.stored;

import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import java.nio.file.Path;

/** Opens a database, stores one conversation, and prints how it went. */
final class OpensAndWrites {
    private OpensAndWrites() {}

    public static void main(String[] arguments) {
        try (Stores stores = JdbcStores.openSqlite(Path.of(arguments[0]))) {
            stored(stores, ANN);
            System.out.println("stored");
        } catch (StoreException refused) {
            System.out.println(refused.getMessage());
        }
    }
}
