package au.pip.store.dynamodb;

import au.pip.assistant.store.Stores;
import au.pip.assistant.xero.DraftLimitsContract;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDraftLimitsTest extends DraftLimitsContract {
    @RegisterExtension
    private final FreshTable table = new FreshTable();

    @Override
    protected Stores open() {
        return DynamoStores.open(table.settings());
    }
}
