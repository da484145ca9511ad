package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AuditEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

interface AuditContract extends OpenedStores {
    @Test
    default void keepsWhatWasDoneTheLatestFirst() {
        AuditEntry second = new AuditEntry(id(), at(2), "ann", "connection.removed", "c-1", "{\"why\":\"asked\"}");
        AuditEntry first = new AuditEntry(id(), at(1), "server", "connection.added", "c-1", "{}");
        AuditEntry third = new AuditEntry(id(), at(3), "run r-1", "approval.used", "a-1", "{}");
        List.of(second, first, third).forEach(each -> stores().audit().append(ANN, each));
        stores().audit().append(BOB, entry(9));

        assertThat(reopen().audit().page(ANN, null, 10)).isEqualTo(new Page<>(List.of(third, second, first), null));
    }

    @Test
    default void anAccountThatDidNothingHasOneEmptyPage() {
        assertThat(stores().audit().page(ANN, null, 10)).isEqualTo(new Page<AuditEntry>(List.of(), null));
    }

    @Test
    default void keepsAnEntryOnce() {
        AuditEntry entry = entry(1);
        stores().audit().append(ANN, entry);

        stores().audit().append(ANN, entry);
        stores().audit().append(ANN, new AuditEntry(entry.id(), at(5), "another", "other", "o", "{}"));

        assertThat(stores().audit().page(ANN, null, 10).items()).containsExactly(entry);
    }

    @Test
    default void accountsMayHaveEntriesOfOneId() {
        AuditEntry entry = entry(1);
        stores().audit().append(ANN, entry);
        stores().audit().append(BOB, entry);

        assertThat(stores().audit().page(ANN, null, 10).items()).containsExactly(entry);
        assertThat(stores().audit().page(BOB, null, 10).items()).containsExactly(entry);
    }

    @Test
    default void ofFiftyAppendsOfOneIdExactlyOneIsKept() throws Exception {
        String id = id();

        Race.of(50, caller -> {
            stores().audit().append(ANN, new AuditEntry(id, at(caller), "caller " + caller, "tried", "s", "{}"));
            return caller;
        });

        assertThat(stores().audit().page(ANN, null, 100).items()).hasSize(1);
    }

    @Test
    default void keepsAllOfFiftyEntriesThatComeAtOnce() throws Exception {
        List<AuditEntry> entries = Race.of(50, caller -> {
            AuditEntry entry = entry(1);
            stores().audit().append(ANN, entry);
            return entry;
        });

        assertThat(stores().audit().page(ANN, null, 100).items()).containsExactlyInAnyOrderElementsOf(entries);
    }

    @Test
    default void pagesThroughEntriesOfFewInstantsWhileOthersAreAdded() {
        List<AuditEntry> entries = new ArrayList<>(Stream.iterate(0, number -> number + 1)
                .limit(150)
                .map(number -> entry(number % 7))
                .toList());
        entries.forEach(each -> stores().audit().append(ANN, each));
        entries.sort(Comparator.comparing(AuditEntry::at)
                .thenComparing(AuditEntry::id, Bytewise.ORDER)
                .reversed());

        List<AuditEntry> seen = Pages.all(cursor -> {
            Page<AuditEntry> page = stores().audit().page(ANN, cursor, 11);
            stores().audit().append(ANN, entry(1000));
            return page;
        });

        assertThat(seen).isEqualTo(entries);
    }

    private static AuditEntry entry(long second) {
        return new AuditEntry(id(), at(second), "ann", "connection.added", "c-1", "{}");
    }
}
