package au.pip.assistant.store;

import static au.pip.assistant.store.Bytewise.NAMES;
import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.approval;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.completed;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.run;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.Connection;
import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Lease;
import au.pip.assistant.Run;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is in the order of ids or names is so by their bytes, whatever language the database speaks. */
interface OrderContract extends OpenedStores {
    @Test
    default void accountsAreInTheOrderOfBytes() {
        shuffled().forEach(name -> stores().accounts().create(new Account(new AccountId(name), "name", at(0))));

        assertThat(Pages.all(cursor -> stores().accounts().page(cursor, 2)))
                .extracting(each -> each.id().value())
                .isEqualTo(NAMES);
    }

    @Test
    default void secretsAreInTheOrderOfBytes() {
        shuffled().forEach(name -> stores().secrets().put(ANN, "kind", name, 0, "sealed"));
        shuffled().forEach(name -> stores().secrets().put(ANN, name, "owner", 0, "sealed"));

        assertThat(Pages.all(cursor -> stores().secrets().page(cursor, 2)))
                .extracting(each -> each.secret().owner())
                .containsSubsequence(NAMES);
        assertThat(Pages.all(cursor -> stores().secrets().page(cursor, 3)))
                .filteredOn(each -> each.secret().owner().equals("owner"))
                .extracting(each -> each.secret().kind())
                .isEqualTo(NAMES);
    }

    @Test
    default void connectionsAreInTheOrderOfBytes() {
        shuffled()
                .forEach(name -> stores().connections()
                        .put(
                                ANN,
                                new Connection(
                                        name,
                                        "o",
                                        "name",
                                        Connection.State.CONNECTED,
                                        Set.of(),
                                        "s",
                                        null,
                                        null,
                                        at(0),
                                        at(0))));

        assertThat(stores().connections().all(ANN)).extracting(Connection::id).isEqualTo(NAMES);
    }

    @Test
    default void leasesAreInTheOrderOfBytes() {
        shuffled().forEach(name -> stores().leases().take(ANN, name, "holder", at(0), at(30)));

        assertThat(stores().leases().named(ANN, "")).extracting(Lease::name).isEqualTo(NAMES);
        assertThat(stores().leases().named(ANN, "a"))
                .extracting(Lease::name)
                .isEqualTo(NAMES.stream().filter(name -> name.startsWith("a")).toList());
    }

    @Test
    default void conversationsOfOneInstantAreInTheOrderOfBytes() {
        shuffled().forEach(name -> stores().conversations().create(ANN, new Conversation(name, "title", at(0), at(0))));

        assertThat(Pages.all(cursor -> stores().conversations().page(ANN, cursor, 2)))
                .extracting(Conversation::id)
                .isEqualTo(NAMES.reversed());
    }

    @Test
    default void auditEntriesOfOneInstantAreInTheOrderOfBytes() {
        shuffled().forEach(name -> stores().audit().append(ANN, new AuditEntry(name, at(0), "a", "b", "c", "{}")));

        assertThat(Pages.all(cursor -> stores().audit().page(ANN, cursor, 2)))
                .extracting(AuditEntry::id)
                .isEqualTo(NAMES.reversed());
    }

    @Test
    default void approvalsAreInTheOrderOfBytes() {
        Approval sample = approval(completed(stores(), ANN, stored(stores(), ANN), 1), 60);
        shuffled()
                .forEach(name -> stores().approvals()
                        .ask(
                                ANN,
                                new Approval(
                                        name,
                                        sample.conversationId(),
                                        sample.runId(),
                                        "{}",
                                        "hash",
                                        Approval.State.WAITING,
                                        at(0),
                                        at(60))));

        assertThat(Pages.all(cursor -> stores().approvals().waiting(ANN, cursor, 2)))
                .extracting(Approval::id)
                .isEqualTo(NAMES.reversed());
    }

    @Test
    default void entriesOfOneInstantAreFoundInTheOrderOfBytes() {
        shuffled().forEach(name -> {
            Run run = run(stored(stores(), ANN), 0);
            stores().runs().begin(ANN, run, new Entry(name, Entry.Kind.QUESTION, run.id(), "found?", "{}", at(0)));
        });

        assertThat(Pages.all(cursor -> stores().entries().search(ANN, "found", cursor, 2)))
                .extracting(each -> each.entry().id())
                .isEqualTo(NAMES.reversed());
    }

    @Test
    default void capitalsAndAccentsTellIdsApart() {
        for (String name : NAMES) {
            stores().conversations().create(ANN, new Conversation(name, "title of " + name, at(0), at(0)));
        }

        for (String name : NAMES) {
            assertThat(stores().conversations().find(ANN, name).orElseThrow().title())
                    .isEqualTo("title of " + name);
        }
        assertThat(stores().conversations().find(ANN, "e\u0301")).isEmpty();
        assertThat(stores().conversations().find(ANN, "ss")).isEmpty();
        assertThat(stores().conversations().find(ANN, id())).isEmpty();
    }

    private static List<String> shuffled() {
        List<String> names = new ArrayList<>(NAMES);
        Collections.shuffle(names, new Random(7));
        return names;
    }
}
