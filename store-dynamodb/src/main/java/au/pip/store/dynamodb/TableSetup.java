package au.pip.store.dynamodb;

import au.pip.assistant.store.StoreException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ContinuousBackupsUnavailableException;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryStatus;
import software.amazon.awssdk.services.dynamodb.model.Projection;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceInUseException;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;

/** Makes the table when there is none and the settings say so, and looks whether one that is there is ours. */
final class TableSetup {
    private static final Duration LONGEST_MAKING = Duration.ofMinutes(3);
    private static final List<KeySchemaElement> KEYS = keys(Key.PARTITION, Key.SORT);
    private static final List<KeySchemaElement> INDEX_KEYS = keys(Query.INDEX_PARTITION, Query.INDEX_SORT);

    private final DynamoDbClient client;
    private final DynamoSettings settings;
    private final Calls calls;

    TableSetup(DynamoDbClient client, DynamoSettings settings) {
        this.client = client;
        this.settings = settings;
        this.calls = new Calls(settings);
    }

    void ready() {
        Optional<TableDescription> there = described();
        if (there.isEmpty()) {
            if (!settings.createTable()) {
                throw refused(
                        " is not there: make it, let a server of Pip make it, or name another.", "not to be made");
            }
            make();
        } else {
            requireOurs(there.get());
        }
        requireOurs(active());
        if (settings.createTable() && !settings.isLocal() && !keepsEveryMoment()) {
            keepEveryMoment();
        }
    }

    private Optional<TableDescription> described() {
        try {
            return Optional.of(calls.made(
                    "dynamodb:DescribeTable",
                    () -> client.describeTable(request -> request.tableName(settings.table()))
                            .table()));
        } catch (StoreException failure) {
            if (failure.getCause() instanceof ResourceNotFoundException) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    /** Unless another program does at the same time. */
    private void make() {
        CreateTableRequest request = CreateTableRequest.builder()
                .tableName(settings.table())
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(List.of(
                        text(Key.PARTITION), text(Key.SORT), text(Query.INDEX_PARTITION), text(Query.INDEX_SORT)))
                .keySchema(KEYS)
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName(Table.INDEX)
                        .keySchema(INDEX_KEYS)
                        .projection(Projection.builder()
                                .projectionType(ProjectionType.KEYS_ONLY)
                                .build())
                        .build())
                .build();
        try {
            calls.made("dynamodb:CreateTable", () -> client.createTable(request));
        } catch (StoreException failure) {
            if (!(failure.getCause() instanceof ResourceInUseException)) {
                throw failure;
            }
        }
    }

    private TableDescription active() {
        Patience patience = new Patience(LONGEST_MAKING);
        while (true) {
            Optional<TableDescription> there = described();
            if (there.filter(TableSetup::isActive).isPresent()) {
                return there.get();
            }
            if (patience.isOver()) {
                throw refused(" is not ready after minutes: look at it in AWS's console, then try again.", "waited");
            }
            patience.pause();
        }
    }

    private static boolean isActive(TableDescription table) {
        return (table.tableStatus() == TableStatus.ACTIVE || table.tableStatus() == TableStatus.UPDATING)
                && table.globalSecondaryIndexes().stream().allMatch(index -> index.indexStatus() == IndexStatus.ACTIVE);
    }

    /**
     * Looked at each time, since who made the table may have been killed before it said so. Where it may not be asked,
     * infrastructure code sees to it.
     */
    private boolean keepsEveryMoment() {
        try {
            return calls.made(
                            "dynamodb:DescribeContinuousBackups",
                            () -> client.describeContinuousBackups(request -> request.tableName(settings.table()))
                                    .continuousBackupsDescription())
                    .pointInTimeRecoveryDescription()
                    .pointInTimeRecoveryStatus()
                    .equals(PointInTimeRecoveryStatus.ENABLED);
        } catch (StoreException failure) {
            if (failure.getCause() instanceof DynamoDbException refusal && DynamoFailure.isDenied(refusal)) {
                System.getLogger(TableSetup.class.getName()).log(System.Logger.Level.WARNING, failure.getMessage());
                return true;
            }
            throw failure;
        }
    }

    /** Lets the table be restored as it was at any moment of the last weeks. */
    private void keepEveryMoment() {
        Patience patience = new Patience(LONGEST_MAKING);
        while (true) {
            try {
                calls.made(
                        "dynamodb:UpdateContinuousBackups",
                        () -> client.updateContinuousBackups(request -> request.tableName(settings.table())
                                .pointInTimeRecoverySpecification(
                                        recovery -> recovery.pointInTimeRecoveryEnabled(true))));
                return;
            } catch (StoreException failure) {
                if (!(failure.getCause() instanceof ContinuousBackupsUnavailableException) || patience.isOver()) {
                    throw failure;
                }
            }
            patience.pause();
        }
    }

    private void requireOurs(TableDescription table) {
        if (!table.keySchema().equals(KEYS) || !areTexts(table)) {
            throw refused(
                    " has other keys than Pip's (PK and SK, both strings): name another table.", "another key schema");
        }
        if (table.globalSecondaryIndexes().stream()
                .noneMatch(index -> index.indexName().equals(Table.INDEX)
                        && index.keySchema().equals(INDEX_KEYS))) {
            throw refused(
                    " lacks Pip's index '" + Table.INDEX + "' (GPK and GSK, both strings, keys only): add it, or name"
                            + " another table.",
                    "no such index");
        }
    }

    private static boolean areTexts(TableDescription table) {
        Set<AttributeDefinition> defined = new HashSet<>(table.attributeDefinitions());
        return defined.containsAll(List.of(text(Key.PARTITION), text(Key.SORT)));
    }

    private StoreException refused(String why, String cause) {
        return new StoreException(
                settings.place() + why, SdkException.builder().message(cause).build());
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static List<KeySchemaElement> keys(String partition, String sort) {
        return List.of(
                KeySchemaElement.builder()
                        .attributeName(partition)
                        .keyType(KeyType.HASH)
                        .build(),
                KeySchemaElement.builder()
                        .attributeName(sort)
                        .keyType(KeyType.RANGE)
                        .build());
    }
}
