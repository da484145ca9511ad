package au.pip.store.dynamodb;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.answer;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.begun;
import static au.pip.assistant.store.Samples.entries;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Memory;
import au.pip.assistant.Run;
import au.pip.assistant.Summary;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.Stores;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is too long for an item of 400 KB, or for a transaction of 100 items and 4 MB. */
class LongTextTest {
    @RegisterExtension
    private final FreshTable table = new FreshTable();

    /** Random text, which does not get shorter when it is pressed. */
    @ParameterizedTest
    @ValueSource(ints = {1_000_000, 3_900_000})
    void keepsAnEntryOfMegabytes(int bytes) {
        try (Stores stores = DynamoStores.open(table.settings())) {
            Conversation conversation = stored(stores, ANN);
            Run run = begun(stores, ANN, conversation, 1);
            Entry answer = new Entry(id(), Entry.Kind.ANSWER, run.id(), random(bytes), random(bytes), at(2));

            assertThat(stores.runs().finish(ANN, run.id(), Run.State.COMPLETED, answer, List.of()))
                    .isTrue();

            assertThat(entries(stores, ANN, conversation.id())).hasSize(2).endsWith(answer);
            assertThat(stores.runs().answer(ANN, run.id())).contains(answer);
        }
    }

    @Test
    void replacesALongTextByAnother() {
        try (Stores stores = DynamoStores.open(table.settings())) {
            Conversation conversation = stored(stores, ANN);
            for (int turn = 0; turn < 3; turn++) {
                String text = random(700_000);
                Summary summary = new Summary(text, id());
                stores.memory().put(ANN, new Memory(text, at(turn)));
                stores.conversations().rename(ANN, conversation.id(), text);
                stores.conversations().summarise(ANN, conversation.id(), summary);

                assertThat(stores.memory().find(ANN)).contains(new Memory(text, at(turn)));
                assertThat(stores.conversations()
                                .find(ANN, conversation.id())
                                .orElseThrow()
                                .title())
                        .isEqualTo(text);
                assertThat(stores.conversations().summary(ANN, conversation.id()))
                        .contains(summary);
            }
        }
    }

    @Test
    void keepsThousandsOfEventsThatComeTogether() {
        try (Stores stores = DynamoStores.open(table.settings())) {
            Run run = begun(stores, ANN, stored(stores, ANN), 1);
            List<LoggedEvent> first = events(1, 3);
            List<LoggedEvent> many = events(4, 5_000);
            List<LoggedEvent> long_ = LongStream.range(5_004, 5_010)
                    .mapToObj(sequence -> new LoggedEvent(sequence, "text\uD800", random(600_000)))
                    .toList();
            List<LoggedEvent> all = new ArrayList<>();
            for (List<LoggedEvent> some : List.of(first, many, long_)) {
                stores.events().append(ANN, run.id(), some);
                all.addAll(some);
            }

            assertThat(stores.events().last(ANN, run.id())).isEqualTo(5_009);
            assertThat(stores.events().after(ANN, run.id(), 0, 10_000)).isEqualTo(all);
            assertThat(stores.events().after(ANN, run.id(), 2, 4)).isEqualTo(all.subList(2, 6));
            assertThat(stores.events().after(ANN, run.id(), 5_002, 2)).isEqualTo(all.subList(5_002, 5_004));
            List<Row> rows = new ArrayList<>();
            stores.rows().read(rows::add);
            assertThat(rows.stream().filter(row -> row.noun() == au.pip.assistant.store.Noun.RUN_EVENT))
                    .hasSize(5_009);
            stores.rows().add(rows.subList(0, 4));
        }
    }

    @Test
    void addsRowsToWhereTheyAreAlready() {
        try (Stores stores = DynamoStores.open(table.settings())) {
            Run run = begun(stores, ANN, stored(stores, ANN), 1);
            stores.events().append(ANN, run.id(), events(1, 300));
            stores.runs().finish(ANN, run.id(), Run.State.COMPLETED, answer(run, "done"), List.of());
            List<Row> rows = new ArrayList<>();
            stores.rows().read(rows::add);

            for (int from = 0; from < rows.size(); from += 100) {
                stores.rows().add(rows.subList(from, Math.min(rows.size(), from + 100)));
            }

            List<Row> again = new ArrayList<>();
            stores.rows().read(again::add);
            assertThat(again).containsExactlyInAnyOrderElementsOf(rows);
        }
    }

    @Test
    void idsThatAreTooLongForAKeyAreDifferentAllTheSame() {
        String begins = "x".repeat(3_000);
        AccountId one = new AccountId(begins + "1");
        AccountId other = new AccountId(begins + "2");
        try (Stores stores = DynamoStores.open(table.settings())) {
            Conversation conversation = new Conversation(begins, "title", at(1), at(1));
            stores.conversations().create(one, conversation);

            assertThat(stores.conversations().find(one, begins)).contains(conversation);
            assertThat(stores.conversations().find(other, begins)).isEmpty();
            assertThat(stores.conversations().page(one, null, 10).items()).containsExactly(conversation);
            assertThat(stores.conversations().page(other, null, 10).items()).isEmpty();
        }
    }

    /** So that what is written often costs little, and a reader sees the whole text or the one before. */
    @Test
    void aConversationsOwnItemStaysSmall() {
        try (Stores stores = DynamoStores.open(table.settings());
                DynamoDbClient client = table.client()) {
            Conversation conversation = new Conversation(id(), random(5_000), at(1), at(1));
            stores.conversations().create(ANN, conversation);
            stores.conversations().summarise(ANN, conversation.id(), new Summary(random(50_000), id()));

            String item = client.getItem(request -> request.tableName(table.name())
                            .key(Keys.conversation(ANN, conversation.id()).attributes()))
                    .toString();

            assertThat(item).hasSizeLessThan(2_000);
        }
    }

    private static List<LoggedEvent> events(long from, int count) {
        return LongStream.range(from, from + count)
                .mapToObj(sequence -> new LoggedEvent(sequence, "text", "{\"part\":" + sequence + "}"))
                .toList();
    }

    private static String random(int bytes) {
        Random random = new Random(bytes);
        StringBuilder text = new StringBuilder(bytes);
        while (text.length() < bytes) {
            text.append((char) ('!' + random.nextInt(94)));
        }
        return text.toString();
    }
}
