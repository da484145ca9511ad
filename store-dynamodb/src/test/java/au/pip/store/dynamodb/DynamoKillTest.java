package au.pip.store.dynamodb;

import au.pip.assistant.store.KillContract;
import au.pip.assistant.store.Opening;
import au.pip.assistant.store.Stores;
import au.pip.assistant.store.StoresOpener;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The process that is killed is a client: the server is a process of its own and lives on, as AWS's does. */
class DynamoKillTest extends KillContract {
    @RegisterExtension
    private final FreshTable table = new FreshTable();

    @Override
    protected Opening database(String name) {
        DynamoSettings settings = table.settings(name);
        return new Opening(Opener.class, List.of(FreshTable.endpoint().toString(), settings.table()));
    }

    static final class Opener implements StoresOpener {
        @Override
        public Stores open(List<String> arguments) {
            return DynamoStores.open(
                    new DynamoSettings(DynamoSettings.SYDNEY, arguments.get(1), URI.create(arguments.get(0)), true));
        }
    }
}
