package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.CallStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** One item an organisation, which is no row of a noun. */
final class DynamoCallStore implements CallStore {
    private static final String COUNTED = "counted";
    private static final String VERSION = "version";
    private static final int MOST = 100_000;

    private final Table table;
    private final Texts texts;

    DynamoCallStore(Table table) {
        this.table = table;
        this.texts = new Texts(table);
    }

    @Override
    public Optional<Counted> find(AccountId account, String organisationId) {
        return table.get(Keys.calls(account, organisationId))
                .map(item -> new Counted(texts.read(Values.of(item, COUNTED)), Values.number(item, VERSION)));
    }

    @Override
    public boolean replace(AccountId account, String organisationId, long version, String text) {
        Map<String, AttributeValue> item =
                new HashMap<>(Keys.calls(account, organisationId).attributes());
        item.put(COUNTED, texts.kept(text, MOST));
        item.put(VERSION, Values.number(version + 1));
        return table.write(table.transaction()
                        .put(item, version == 0 ? Condition.absent() : Condition.equal(VERSION, version)))
                .isDone();
    }
}
