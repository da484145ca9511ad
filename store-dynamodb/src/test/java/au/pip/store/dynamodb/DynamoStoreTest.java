package au.pip.store.dynamodb;

import au.pip.assistant.store.StoreContract;
import au.pip.assistant.store.Stores;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoStoreTest extends StoreContract {
    @RegisterExtension
    private final FreshTable table = new FreshTable();

    @Override
    protected Stores open(String name) {
        return DynamoStores.open(table.settings(name));
    }
}
