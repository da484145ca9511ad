package au.pip.store.dynamodb;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.completed;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Account;
import au.pip.assistant.Connection;
import au.pip.assistant.Conversation;
import au.pip.assistant.Memory;
import au.pip.assistant.Summary;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Race;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.Stores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class FlatCostTest {
    @RegisterExtension
    private final FreshTable table = new FreshTable();

    /** Calls and bytes of the k-th turn; ids and times are as long each time. */
    @Test
    void aTurnCostsTheSameHoweverLongTheConversationIs() throws IOException {
        try (FaultyProxy proxy = new FaultyProxy(FreshTable.endpoint());
                Stores stores = DynamoStores.open(table.settings(proxy.endpoint(), true))) {
            Conversation conversation = stored(stores, ANN);
            List<List<Long>> costs = new ArrayList<>();
            for (int turn = 0; turn < 300; turn++) {
                long calls = proxy.calls();
                long bytes = proxy.bytes();
                completed(stores, ANN, conversation, 10_000 + turn);
                costs.add(List.of(proxy.calls() - calls, proxy.bytes() - bytes));
            }

            assertThat(costs.getLast().getFirst()).isEqualTo(costs.get(10).getFirst());
            assertThat(costs.getLast().getLast())
                    .isBetween(costs.get(10).getLast() - 100, costs.get(10).getLast() + 100);
        }
    }

    /** A recap as the assistant keeps them: 7 KB, hardly shorter when it is pressed. */
    @Test
    void aPageOfConversationsCostsTheSameWithSummariesAndThoseLeaveNothingBehind() throws IOException {
        try (FaultyProxy proxy = new FaultyProxy(FreshTable.endpoint());
                Stores stores = DynamoStores.open(table.settings(proxy.endpoint(), true))) {
            List<Conversation> all = new ArrayList<>();
            for (int number = 0; number < 20; number++) {
                all.add(stored(stores, ANN));
            }
            long before = proxy.calls();
            List<Conversation> page = stores.conversations().page(ANN, null, 20).items();
            long cost = proxy.calls() - before;
            for (int round = 0; round < 3; round++) {
                for (Conversation each : all) {
                    stores.conversations().summarise(ANN, each.id(), recap(each, round));
                }
            }

            before = proxy.calls();
            assertThat(stores.conversations().page(ANN, null, 20).items()).isEqualTo(page);
            assertThat(proxy.calls() - before).isEqualTo(cost);
            assertThat(all)
                    .allSatisfy(each -> assertThat(stores.conversations().summary(ANN, each.id()))
                            .contains(recap(each, 2)));
        }
        assertThat(parts()).hasSize(20);
    }

    @Test
    void ofSummariesThatAreKeptAtOnceOneStaysAndNoParts() throws Exception {
        try (Stores stores = DynamoStores.open(table.settings())) {
            Conversation conversation = stored(stores, ANN);

            assertThat(Race.of(8, caller -> {
                        boolean kept =
                                stores.conversations().summarise(ANN, conversation.id(), recap(conversation, caller));
                        stores.rows().read(_ -> {});
                        return kept
                                && stores.conversations()
                                        .summary(ANN, conversation.id())
                                        .isPresent();
                    }))
                    .containsOnly(true);

            assertThat(parts()).hasSize(1);
        }
    }

    @Test
    void longTextsThatAreReplacedOrRemovedLeaveNothingBehind() {
        try (Stores stores = DynamoStores.open(table.settings())) {
            stores.accounts().create(new Account(ANN, random(5_000, 9), at(1)));
            for (int round = 0; round < 3; round++) {
                stores.accounts().rename(ANN, random(5_000, round));
                stores.memory().put(ANN, new Memory(random(700_000, round), at(round)));
                stores.connections().put(ANN, connection(random(5_000, round)));
                assertThat(stores.secrets().put(ANN, "kind", "owner", round, random(700_000, round)))
                        .isTrue();
                assertThat(stores.secrets().put(ANN, "kind", "owner", 99, random(700_000, round)))
                        .isFalse();
            }
            assertThat(stores.memory().find(ANN)).contains(new Memory(random(700_000, 2), at(2)));
            assertThat(stores.connections().all(ANN)).containsExactly(connection(random(5_000, 2)));
            assertThat(parts()).as("of two names, a memory and a secret").hasSize(1 + 1 + 2 + 2);

            stores.memory().put(ANN, new Memory("short", at(9)));
            stores.accounts().rename(ANN, "short");
            assertThat(stores.connections().remove(ANN, "connection")).isTrue();
            assertThat(stores.connections().remove(ANN, "connection")).isFalse();
            assertThat(stores.secrets().remove(ANN, "kind", "owner")).isTrue();
            assertThat(parts()).isEmpty();
            stores.memory().put(ANN, new Memory(random(700_000, 4), at(10)));
            assertThat(stores.memory().find(ANN).orElseThrow().text()).hasSize(700_000);
        }
        assertThat(parts()).hasSize(2);
    }

    @Test
    void ofLongMemoriesThatAreKeptAtOnceOneStaysAndNoOthersParts() throws Exception {
        try (Stores stores = DynamoStores.open(table.settings())) {
            Race.of(6, caller -> {
                stores.memory().put(ANN, new Memory(random(700_000, caller), at(caller)));
                return stores.memory().find(ANN).isPresent();
            });
        }
        assertThat(parts()).hasSize(2);
    }

    private static Connection connection(String name) {
        return new Connection(
                "connection",
                "organisation",
                name,
                Connection.State.CONNECTED,
                Set.of("scope"),
                "sign-in",
                null,
                null,
                at(1),
                at(2));
    }

    private static String random(int length, int seed) {
        StringBuilder text = new StringBuilder(length);
        new Random(seed).ints(length, '!', '~').forEach(text::appendCodePoint);
        return text.toString();
    }

    private static Summary recap(Conversation conversation, int round) {
        StringBuilder recap = new StringBuilder();
        new Random(conversation.id().hashCode() + round).ints(7_000, 'a', 'z').forEach(recap::appendCodePoint);
        return new Summary(recap.toString(), "entry " + round);
    }

    private List<String> parts() {
        try (DynamoDbClient client = table.client()) {
            return client.scanPaginator(scan -> scan.tableName(table.name())).items().stream()
                    .map(item -> item.get("PK").s())
                    .filter(partition -> partition.startsWith("part#"))
                    .toList();
        }
    }

    @Test
    void readsATableThatFitsInOnePassAndAnotherInMore() {
        try (Stores stores = DynamoStores.open(table.settings())) {
            Conversation conversation = stored(stores, ANN);
            for (int turn = 0; turn < 20; turn++) {
                completed(stores, ANN, conversation, turn);
            }
        }
        try (Table opened = new Table(table.client(), table.settings())) {
            List<Row> whole = new ArrayList<>();
            List<Row> bitByBit = new ArrayList<>();

            assertThat(new RowReading(opened, new Items(opened), 32_000_000).read(whole::add))
                    .isEqualTo(1);
            assertThat(new RowReading(opened, new Items(opened), 0).read(bitByBit::add))
                    .isGreaterThan(3);

            assertThat(bitByBit).containsExactlyInAnyOrderElementsOf(whole).hasSize(61);
            for (List<Row> rows : List.of(whole, bitByBit)) {
                assertThat(rows).extracting(Row::noun).isSorted();
            }
            Map<Noun, Integer> counts = new EnumMap<>(Noun.class);
            whole.forEach(row -> counts.merge(row.noun(), 1, Integer::sum));
            assertThat(counts).isEqualTo(Map.of(Noun.CONVERSATION, 1, Noun.RUN, 20, Noun.ENTRY, 40));
        }
    }
}
