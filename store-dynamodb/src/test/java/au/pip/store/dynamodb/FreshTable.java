package au.pip.store.dynamodb;

import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Tables of this test's own: their names, until something makes them, and nothing of them afterwards. */
final class FreshTable implements BeforeEachCallback, AfterEachCallback {
    private String name = "none";

    @Override
    public void beforeEach(ExtensionContext context) {
        DynamoServer.require();
        name = "pip-" + UUID.randomUUID();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (DynamoServer.endpoint().isEmpty()) {
            return;
        }
        try (DynamoDbClient client = client()) {
            client.listTablesPaginator().tableNames().stream()
                    .filter(table -> table.startsWith(name))
                    .toList()
                    .forEach(table -> client.deleteTable(request -> request.tableName(table)));
        }
    }

    DynamoSettings settings() {
        return settings(endpoint(), true);
    }

    /** Of another table of this test's. */
    DynamoSettings settings(String other) {
        return new DynamoSettings(DynamoSettings.SYDNEY, name + "-" + other, endpoint(), true);
    }

    DynamoSettings settings(URI endpoint, boolean createTable) {
        return new DynamoSettings(DynamoSettings.SYDNEY, name, endpoint, createTable);
    }

    String name() {
        return name;
    }

    static URI endpoint() {
        return DynamoServer.endpoint().orElseThrow();
    }

    /** Talks to the server directly. */
    DynamoDbClient client() {
        return DynamoClient.of(settings());
    }
}
