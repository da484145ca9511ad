package au.pip.assistant.store;

import static au.pip.assistant.store.RowsContract.row;
import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import au.pip.assistant.AccountId;
import au.pip.assistant.Run;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Rows brought to another database of the same kind. */
interface RowsCopyContract extends OpenedStores {
    @Test
    default void rowsThatAreBroughtAreAsTheyWere() {
        Belongings.of(ANN).store(stores());
        Belongings.of(BOB).store(stores()).use(stores());
        List<Row> rows = Contents.of(stores());

        try (Stores others = others()) {
            Contents.add(rows, others);
            assertThat(Contents.of(others)).containsExactlyElementsOf(rows);
        }
        try (Stores others = others()) {
            assertThat(Contents.of(others)).containsExactlyElementsOf(rows);
            assertThat(others.rows().isEmpty()).isFalse();
        }
    }

    @Test
    default void thePortsAnswerTheSameWhereRowsWereBrought() {
        Belongings anns = Belongings.of(ANN).store(stores());
        Belongings bobs = Belongings.of(BOB).store(stores()).use(stores());

        try (Stores others = others()) {
            Contents.add(Contents.of(stores()), others);

            for (Belongings owned : List.of(anns, bobs)) {
                assertThat(answers(others, owned)).containsExactlyElementsOf(answers(stores(), owned));
            }
        }
    }

    @Test
    default void addingTwiceChangesNothing() {
        Belongings anns = Belongings.of(ANN).store(stores());
        List<Row> rows = Contents.of(stores());

        try (Stores others = others()) {
            Contents.add(rows.subList(0, rows.size() / 2), others);
            Contents.add(rows, others);
            Contents.add(rows, others);

            assertThat(Contents.of(others)).containsExactlyElementsOf(rows);
            assertThat(answers(others, anns)).containsExactlyElementsOf(answers(stores(), anns));
        }
        Contents.add(rows, stores());
        assertThat(Contents.of(stores())).containsExactlyElementsOf(rows);
        assertThat(Pages.all(cursor -> stores().entries().search(ANN, "ridgeway", cursor, 1)))
                .hasSize(1);
    }

    @TestFactory
    default Stream<DynamicTest> refusesAnotherRowOfOneKey() {
        Belongings.of(ANN).store(stores());
        List<Row> rows = Contents.of(stores());
        return Arrays.stream(Noun.values())
                .map(noun -> dynamicTest(noun.word(), () -> {
                    Row there = Contents.of(stores(), noun).getFirst();

                    assertThatIllegalStateException()
                            .isThrownBy(() -> stores().rows().add(List.of(changed(there))));

                    assertThat(Contents.of(stores())).containsExactlyElementsOf(rows);
                }));
    }

    @Test
    default void addsAHundredLargeRowsAtOnce() {
        String text = "Ridgeway owes a little more each month. ".repeat(1_500);
        List<Row> runs = IntStream.rangeClosed(1, 100)
                .mapToObj(number -> row(Noun.RUN, "ann", "r" + number, "c", "completed", at(0), "node-1", 0))
                .toList();
        List<Row> entries = IntStream.rangeClosed(1, 100)
                .mapToObj(sequence -> row(
                        Noun.ENTRY,
                        "ann",
                        "c",
                        sequence,
                        "id " + sequence,
                        "r" + sequence,
                        "question",
                        text,
                        "{}",
                        at(1)))
                .toList();
        stores().rows().add(List.of(row(Noun.CONVERSATION, "ann", "c", "title", at(0), at(1), null, null)));
        stores().rows().add(runs);

        stores().rows().add(entries);

        assertThat(Contents.of(stores(), Noun.ENTRY)).containsExactlyElementsOf(entries);
        assertThat(Samples.entries(stores(), ANN, "c")).hasSize(100);
        assertThat(Pages.all(cursor -> stores().entries().search(ANN, "ridge month", cursor, 100)))
                .hasSize(100);
    }

    @Test
    default void keepsTheGreatestAndTheLeastNumbers() {
        List<Row> rows = List.of(
                row(Noun.MEMORY, "ann", "text", Instant.ofEpochMilli(-1)),
                row(Noun.SECRET, "ann", "kind", "owner", "sealed", Long.MAX_VALUE),
                row(Noun.BUDGET, "ann", "budget", Long.MAX_VALUE, 0),
                row(Noun.AUDIT_ENTRY, "ann", "id", Instant.ofEpochMilli(-62_135_596_800_000L), "a", "b", "c", "{}"),
                row(Noun.LEASE, "ann", "lease", "holder", Long.MAX_VALUE - 1, at(0)));

        stores().rows().add(rows);

        assertThat(Contents.of(reopen())).containsExactlyElementsOf(rows);
        assertThat(stores().audit().page(ANN, null, 10).items())
                .singleElement()
                .extracting(entry -> entry.at().toString())
                .isEqualTo("0001-01-01T00:00:00Z");
    }

    /** What the reading methods of the ports say of an account's belongings. */
    private static List<Object> answers(Stores stores, Belongings owned) {
        AccountId account = owned.account();
        String conversation = owned.conversation().id();
        List<Object> answers = new ArrayList<>();
        answers.add(stores.accounts().find(account));
        answers.add(stores.accounts().page(null, 100).items());
        answers.add(stores.memory().find(account));
        answers.add(stores.connections().all(account));
        answers.add(stores.connections().find(account, owned.connection().id()));
        answers.add(stores.secrets()
                .find(account, Belongings.KIND, owned.connection().id()));
        answers.add(stores.secrets().page(null, 100).items());
        answers.add(Samples.conversations(stores, account));
        answers.add(stores.conversations().summary(account, conversation));
        answers.add(Samples.entries(stores, account, conversation));
        answers.add(stores.entries().latest(account, conversation, 2));
        for (String query : List.of("ridgeway", "who OWES", "since", "1,234.50")) {
            answers.add(Pages.all(cursor -> stores.entries().search(account, query, cursor, 100)));
        }
        for (Run run : List.of(owned.done(), owned.going())) {
            answers.add(stores.runs().find(account, run.id()));
            answers.add(stores.runs().answer(account, run.id()));
            answers.add(stores.events().after(account, run.id(), 0, 10));
            answers.add(stores.events().last(account, run.id()));
        }
        answers.add(stores.runs().unfinished());
        answers.add(stores.usage().between(account, at(0), at(100)));
        answers.add(stores.usage().ofConversation(account, conversation));
        answers.add(stores.approvals().find(account, owned.approval().id()));
        answers.add(stores.approvals().waiting(account, null, 100));
        answers.add(stores.budgets().balance(account, Belongings.BUDGET));
        answers.add(stores.budgets().balance(AccountId.SERVER, Belongings.BUDGET));
        answers.add(stores.budgets().unsettled(at(1000), 100));
        answers.add(stores.audit().page(account, null, 100));
        answers.add(stores.leases().find(account, Belongings.LEASE));
        answers.add(stores.leases().named(account, ""));
        return answers;
    }

    /** With another last value; its key is the same. */
    private static Row changed(Row row) {
        List<Object> values = new ArrayList<>(row.values());
        Object last = values.removeLast();
        values.add(
                switch (last) {
                    case Long number -> number + 1;
                    case String text -> text + "x";
                    default -> throw new IllegalStateException(row.noun().word());
                });
        return new Row(row.noun(), values);
    }
}
