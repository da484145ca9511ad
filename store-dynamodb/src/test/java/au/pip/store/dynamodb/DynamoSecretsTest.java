package au.pip.store.dynamodb;

import au.pip.assistant.secret.SealedStoreContract;
import au.pip.assistant.store.Stores;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoSecretsTest extends SealedStoreContract {
    @RegisterExtension
    private final FreshTable table = new FreshTable();

    @Override
    protected Stores open() {
        return DynamoStores.open(table.settings());
    }
}
