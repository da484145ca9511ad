package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.approval;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.completed;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.Conversation;
import au.pip.assistant.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every list that comes in pages refuses what is no place in it. */
interface CursorContract extends OpenedStores {
    /** A list of at least two rows. */
    record Paged(String name, Reading list) {
        String cursor() {
            String cursor = list.page(null, 1).next();
            assertThat(cursor).as("the cursor of " + name).isNotNull();
            return cursor;
        }
    }

    interface Reading {
        Page<?> page(String cursor, int limit);
    }

    @TestFactory
    default Stream<DynamicTest> refusesACursorOfAnotherList() {
        List<Paged> lists = lists();
        return lists.stream()
                .map(list -> dynamicTest(
                        list.name(),
                        () -> lists.stream()
                                .filter(other -> other != list)
                                .forEach(other -> refuses(list, other.cursor(), 1))));
    }

    @TestFactory
    default Stream<DynamicTest> refusesACursorThatNoListGave() {
        return lists().stream()
                .map(list -> dynamicTest(list.name(), () -> {
                    String cursor = list.cursor();
                    for (String refused : List.of(
                            "",
                            " ",
                            "0",
                            "nonsense",
                            "bm9uc2Vuc2U",
                            "%00",
                            "😀",
                            cursor.substring(0, cursor.length() - 4),
                            cursor + "AAAA",
                            "AAAA" + cursor.substring(4))) {
                        refuses(list, refused, 1);
                    }
                    assertThat(list.list().page(cursor, 1).items()).isNotNull();
                }));
    }

    @TestFactory
    default Stream<DynamicTest> refusesLessThanOneRowOrMoreThanAHundred() {
        return lists().stream()
                .map(list -> dynamicTest(list.name(), () -> {
                    for (int limit : new int[] {Integer.MIN_VALUE, -1, 0, 101, Integer.MAX_VALUE}) {
                        refuses(list, null, limit);
                    }
                    assertThat(list.list().page(null, 100).items()).hasSizeGreaterThan(1);
                }));
    }

    private static void refuses(Paged list, String cursor, int limit) {
        assertThatExceptionOfType(InvalidPage.class)
                .as(list.name() + " from " + cursor + ", " + limit)
                .isThrownBy(() -> list.list().page(cursor, limit));
    }

    private List<Paged> lists() {
        List<Paged> lists = new ArrayList<>();
        for (AccountId account : List.of(ANN, BOB)) {
            lists.addAll(ofAccount(account));
        }
        lists.add(new Paged("accounts", (cursor, limit) -> stores().accounts().page(cursor, limit)));
        lists.add(new Paged("secrets", (cursor, limit) -> stores().secrets().page(cursor, limit)));
        return lists;
    }

    private List<Paged> ofAccount(AccountId account) {
        stores().accounts().create(new Account(account, "name", at(0)));
        Conversation first = stored(stores(), account);
        Conversation second = stored(stores(), account);
        List<Run> runs = List.of(completed(stores(), account, first, 10), completed(stores(), account, second, 20));
        for (Run run : runs) {
            stores().approvals().ask(account, approval(run, 900));
            stores().audit().append(account, new AuditEntry(id(), at(1), "a", "b", "c", "{}"));
            stores().secrets().put(account, "kind", run.id(), 0, "sealed");
        }
        String of = " of " + account.value();
        return List.of(
                new Paged(
                        "conversations" + of,
                        (cursor, limit) -> stores().conversations().page(account, cursor, limit)),
                new Paged(
                        "entries of the first conversation" + of,
                        (cursor, limit) -> stores().entries().page(account, first.id(), cursor, limit)),
                new Paged(
                        "entries of the second conversation" + of,
                        (cursor, limit) -> stores().entries().page(account, second.id(), cursor, limit)),
                new Paged(
                        "questions found" + of,
                        (cursor, limit) -> stores().entries().search(account, "question", cursor, limit)),
                new Paged(
                        "answers found" + of,
                        (cursor, limit) -> stores().entries().search(account, "answer", cursor, limit)),
                new Paged(
                        "approvals" + of,
                        (cursor, limit) -> stores().approvals().waiting(account, cursor, limit)),
                new Paged("audit" + of, (cursor, limit) -> stores().audit().page(account, cursor, limit)));
    }
}
