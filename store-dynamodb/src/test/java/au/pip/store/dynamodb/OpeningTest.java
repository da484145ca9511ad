package au.pip.store.dynamodb;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.conversations;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

class OpeningTest {
    @RegisterExtension
    private final FreshTable table = new FreshTable();

    @Test
    void makesTheTableBilledByRequestWithItsIndex() {
        DynamoStores.open(table.settings()).close();

        try (DynamoDbClient client = table.client()) {
            var made = client.describeTable(request -> request.tableName(table.name()))
                    .table();
            assertThat(made.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
            assertThat(made.globalSecondaryIndexes()).singleElement().satisfies(index -> {
                assertThat(index.indexName()).isEqualTo("listed");
                assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.KEYS_ONLY);
            });
        }
    }

    @Test
    void manyProgramsMayMakeTheTableAtOnce() throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> openings = java.util.stream.IntStream.range(0, 8)
                    .mapToObj(_ -> threads.submit(() -> {
                        try (Stores stores = DynamoStores.open(table.settings())) {
                            return conversations(stores, ANN).size();
                        }
                    }))
                    .toList();
            for (Future<Integer> opening : openings) {
                assertThat(opening.get()).isZero();
            }
        }
    }

    @Test
    void usesATableThatInfrastructureCodeMade() {
        DynamoStores.open(table.settings()).close();

        try (Stores stores = DynamoStores.open(table.settings(FreshTable.endpoint(), false))) {
            stored(stores, ANN);
            assertThat(conversations(stores, ANN)).hasSize(1);
        }
    }

    @Test
    void doesNotMakeATableUnlessToldTo() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> DynamoStores.open(table.settings(FreshTable.endpoint(), false)))
                .withMessage(place() + " is not there: make it, let a server of Pip make it, or name another.");

        try (DynamoDbClient client = table.client()) {
            assertThat(client.listTables().tableNames()).doesNotContain(table.name());
        }
    }

    @Test
    void whoOnlyLooksMakesNoTableAndWritesNothing() {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> DynamoStores.openAsItIs(table.settings()))
                .withMessageContaining("is not there");
        DynamoStores.open(table.settings()).close();
        try (DynamoDbClient client = table.client()) {
            client.deleteItem(request -> request.tableName(table.name()).key(SchemaVersion.PLACE.attributes()));

            try (Stores stores = DynamoStores.openAsItIs(table.settings())) {
                assertThat(stores.rows().isEmpty()).isTrue();
            }

            assertThat(client.scan(request -> request.tableName(table.name())).items())
                    .isEmpty();
        }
    }

    @Test
    void refusesATableWithOtherKeys() {
        make("id", "range", true);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> DynamoStores.open(table.settings()))
                .withMessage(place() + " has other keys than Pip's (PK and SK, both strings): name another table.");
    }

    @Test
    void refusesATableWithoutOurIndex() {
        make("PK", "SK", false);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> DynamoStores.open(table.settings()))
                .withMessage(place()
                        + " lacks Pip's index 'listed' (GPK and GSK, both strings, keys only): add it, or name another"
                        + " table.");
    }

    @Test
    void refusesATableOfANewerProgramAndChangesNothing() {
        DynamoStores.open(table.settings()).close();
        try (DynamoDbClient client = table.client()) {
            Map<String, AttributeValue> newer = new HashMap<>(SchemaVersion.PLACE.attributes());
            newer.put(SchemaVersion.VERSION, Values.number(SchemaVersion.NOW + 1));
            client.putItem(request -> request.tableName(table.name()).item(newer));

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> DynamoStores.open(table.settings()))
                    .withMessage(place() + " was made by a newer Pip: start that version, or name another table.");
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> DynamoStores.openAsItIs(table.settings()))
                    .withMessageContaining("was made by a newer Pip");
            assertThat(client.scan(request -> request.tableName(table.name())).items())
                    .containsExactly(newer);
        }
    }

    @Test
    void tellsThatAnEndpointCannotBeReached() throws Exception {
        try (Socket heldButDeaf = new Socket()) {
            heldButDeaf.bind(new InetSocketAddress("127.0.0.1", 0));
            URI nobody = URI.create("http://127.0.0.1:" + heldButDeaf.getLocalPort());

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> DynamoStores.open(table.settings(nobody, true)))
                    .withMessageStartingWith(
                            "The DynamoDB table " + table.name() + " at " + nobody + " cannot be reached (Connect:")
                    .withMessageEndingWith("check the endpoint, then try again.");
        }
    }

    @Test
    void tellsThatThereAreNoCredentials() {
        // An address of AWS's is not asked: the credentials are missing before.
        DynamoSettings ofAws = new DynamoSettings("ap-southeast-2", table.name(), null, false);
        Map<String, String> nothing = Map.of(
                "aws.disableEc2Metadata", "true",
                "aws.sharedCredentialsFile", "/nonexistent/credentials",
                "aws.configFile", "/nonexistent/config");
        org.junit.jupiter.api.Assumptions.assumeTrue(
                System.getenv("AWS_ACCESS_KEY_ID") == null, "no credentials of AWS in the environment");
        nothing.forEach(System::setProperty);
        try {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> DynamoStores.open(ofAws))
                    .withMessage("No credentials of AWS were found for the DynamoDB table " + table.name()
                            + " in ap-southeast-2: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY or AWS_PROFILE, or"
                            + " give this machine a role.");
        } finally {
            nothing.keySet().forEach(System::clearProperty);
        }
    }

    @Test
    void tellsWhichPermissionIsMissing() throws Exception {
        try (FaultyProxy proxy = new FaultyProxy(FreshTable.endpoint())) {
            proxy.next(
                    "DescribeTable", FaultyProxy.Fault.failure("com.amazon.coral.service#AccessDeniedException", "no"));

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> DynamoStores.open(table.settings(proxy.endpoint(), true)))
                    .withMessageEndingWith("give these credentials the permission dynamodb:DescribeTable.");
        }
    }

    /** Who made the table may have been killed before that. */
    @Test
    void asksForPointInTimeRecoveryWhereItIsNotOnYet() throws Exception {
        DynamoStores.open(table.settings()).close();
        assertThat(asksForRecovery(true, recovery("DISABLED"))).isTrue();
        assertThat(asksForRecovery(true, recovery("ENABLED"))).isFalse();
        assertThat(asksForRecovery(
                        true, FaultyProxy.Fault.failure("com.amazon.coral.service#AccessDeniedException", "no")))
                .isFalse();
        assertThat(asksForRecovery(false, recovery("DISABLED"))).isFalse();
    }

    /** Through an address that is not known to be of this machine, as AWS's is not. */
    private boolean asksForRecovery(boolean createTable, FaultyProxy.Fault told) throws Exception {
        Map<String, String> credentials = Map.of("aws.accessKeyId", "local", "aws.secretAccessKey", "local");
        credentials.forEach(System::setProperty);
        try (FaultyProxy proxy = new FaultyProxy(FreshTable.endpoint())) {
            proxy.next("DescribeContinuousBackups", told);
            proxy.next("UpdateContinuousBackups", new FaultyProxy.Fault.Answers(200, "{}"));
            URI elsewhere =
                    URI.create("http://[::ffff:127.0.0.1]:" + proxy.endpoint().getPort());
            DynamoStores.open(table.settings(elsewhere, createTable)).close();
            assertThat(proxy.calls("DescribeContinuousBackups")).isEqualTo(createTable ? 1 : 0);
            return proxy.calls("UpdateContinuousBackups") > 0;
        } finally {
            credentials.keySet().forEach(System::clearProperty);
        }
    }

    private static FaultyProxy.Fault recovery(String status) {
        return new FaultyProxy.Fault.Answers(
                200,
                "{\"ContinuousBackupsDescription\":{\"ContinuousBackupsStatus\":\"ENABLED\","
                        + "\"PointInTimeRecoveryDescription\":{\"PointInTimeRecoveryStatus\":\"" + status + "\"}}}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "sydney", "ap southeast 2", "AP-SOUTHEAST-2", "a/b-1"})
    void refusesWhatIsNoRegion(String region) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DynamoSettings(region, "pip", null, true))
                .withMessageContaining("not a region of AWS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "pip table", "pip/1", "é"})
    void refusesWhatCannotBeATablesName(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DynamoSettings.of(name))
                .withMessageContaining("cannot be a table's name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost:8000", "ftp://127.0.0.1", "http://user:secret@127.0.0.1:8000", "/path"})
    void refusesWhatIsNoEndpoint(String endpoint) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DynamoSettings("ap-southeast-2", "pip", URI.create(endpoint), true))
                .withMessageContaining("http://127.0.0.1:8000")
                .withMessageNotContaining("secret");
    }

    private String place() {
        return "The DynamoDB table " + table.name() + " at " + FreshTable.endpoint();
    }

    private void make(String partition, String sort, boolean withIndex) {
        try (DynamoDbClient client = table.client()) {
            client.createTable(request -> {
                request.tableName(table.name())
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(text(partition), text(sort))
                        .keySchema(key(partition, KeyType.HASH), key(sort, KeyType.RANGE));
                if (withIndex) {
                    request.globalSecondaryIndexes(index -> index.indexName("listed")
                            .keySchema(key(sort, KeyType.HASH), key(partition, KeyType.RANGE))
                            .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY)));
                }
            });
        }
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }
}
