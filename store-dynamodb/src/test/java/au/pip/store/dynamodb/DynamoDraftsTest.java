package au.pip.store.dynamodb;

import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.DraftsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDraftsTest extends DraftsContract {
    @RegisterExtension
    private final FreshTable table = new FreshTable();

    @Override
    protected Stores open() {
        return DynamoStores.open(table.settings());
    }
}
