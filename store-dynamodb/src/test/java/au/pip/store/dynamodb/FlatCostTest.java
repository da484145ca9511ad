package au.pip.store.dynamodb;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.completed;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Conversation;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.Stores;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

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
