package au.pip.assistant.store;

import static au.pip.assistant.AccountId.SERVER;
import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.assistant.Entry;
import au.pip.assistant.Memory;
import au.pip.assistant.Run;
import au.pip.assistant.UsageRecord;
import au.pip.assistant.store.spi.HoldsText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

interface RowsContract extends OpenedStores {
    @Test
    default void anEmptyDatabaseHasNoRows() {
        assertThat(stores().rows().isEmpty()).isTrue();
        assertThat(Contents.of(stores())).isEmpty();
        stores().rows().add(List.of());
        assertThat(reopen().rows().isEmpty()).isTrue();

        stores().memory().put(ANN, new Memory("Cash basis.", at(1)));

        assertThat(stores().rows().isEmpty()).isFalse();
    }

    /** The same rows whichever database they are in: this is what a move and a backup rely on. */
    @Test
    default void givesEveryRowThatWasStored() {
        Belongings owned = Belongings.of(ANN).store(stores());

        assertThat(Contents.of(reopen())).containsExactlyElementsOf(rows(owned));
        assertThat(Contents.of(stores()).stream().map(Row::noun).distinct()).containsExactly(Noun.values());
    }

    @Test
    default void givesTheStatesThatRowsEndIn() {
        Belongings owned = Belongings.of(ANN).store(stores()).use(stores());

        assertThat(row(Noun.SECRET).number("version")).isEqualTo(2);
        assertThat(Contents.of(stores(), Noun.RUN))
                .filteredOn(row -> row.text("id").equals(owned.going().id()))
                .singleElement()
                .extracting(row -> row.number("stop_asked"))
                .isEqualTo(1L);
        assertThat(row(Noun.APPROVAL).text("state")).isEqualTo("consumed");
        assertThat(row(Noun.CODE).number("used")).isEqualTo(1);
        assertThat(Contents.of(stores(), Noun.BUDGET))
                .containsExactly(
                        row(Noun.BUDGET, ANN.value(), Belongings.BUDGET, 30, 0),
                        row(Noun.BUDGET, SERVER.value(), Belongings.BUDGET, 30, 0));
        assertThat(row(Noun.RESERVATION).number("settled")).isEqualTo(1);
        assertThat(row(Noun.JOB).values().subList(5, 9)).isEqualTo(Arrays.asList(1L, "done", "", 0L));
        assertThat(row(Noun.LEASE)).isEqualTo(row(Noun.LEASE, ANN.value(), Belongings.LEASE, "", 1, 0));
    }

    @Test
    default void givesNounsInTheirOrder() {
        Belongings.of(BOB).store(stores()).use(stores());
        Belongings.of(ANN).store(stores());

        List<Noun> given = new ArrayList<>();
        stores().rows().read(row -> given.add(row.noun()));

        assertThat(given).hasSizeGreaterThan(40).isSorted();
    }

    @Test
    default void givesTheRowsOfSomeNounsOnly() {
        Belongings.of(BOB).store(stores()).use(stores());
        Belongings.of(ANN).store(stores());
        Set<Noun> wanted = EnumSet.of(Noun.RESERVATION, Noun.ENTRY, Noun.RUN_EVENT);

        List<Row> given = new ArrayList<>();
        stores().rows().read(wanted, given::add);

        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(Contents.of(stores()).stream()
                        .filter(row -> wanted.contains(row.noun()))
                        .toList());
        assertThat(given).extracting(Row::noun).containsAll(wanted);
    }

    @Test
    default void givesTheRowsOfOneMomentWhereItSaysSo() {
        Belongings.of(ANN).store(stores());
        List<Row> before = Contents.of(stores());

        List<Row> read = new ArrayList<>();
        stores().rows().read(row -> {
            if (read.isEmpty()) {
                CompletableFuture.runAsync(() -> Belongings.of(BOB).store(stores()))
                        .orTimeout(60, TimeUnit.SECONDS)
                        .join();
            }
            read.add(row);
        });

        if (stores().rows().readsOneMoment()) {
            assertThat(read).containsExactlyInAnyOrderElementsOf(before);
        } else {
            assertThat(read)
                    .filteredOn(row -> row.noun() != Noun.BUDGET)
                    .containsAll(before.stream()
                            .filter(row -> row.noun() != Noun.BUDGET)
                            .toList());
        }
    }

    @Test
    default void refusesMoreThanAHundredRowsAtOnce() {
        List<Row> rows = Stream.iterate(0, number -> number + 1)
                .limit(101)
                .map(number -> row(Noun.MEMORY, "account " + number, "text", at(number)))
                .toList();

        assertThatIllegalArgumentException().isThrownBy(() -> stores().rows().add(rows));
        assertThat(stores().rows().isEmpty()).isTrue();

        stores().rows().add(rows.subList(0, 100));
        assertThat(Contents.of(stores())).hasSize(100);
    }

    @Test
    default void notesThatRowsAreBeingBrought() {
        assertThat(stores().rows().arrivingFrom()).isEmpty();

        stores().rows().arriving("a backup of é");
        assertThat(reopen().rows().arrivingFrom()).contains("a backup of é");
        stores().rows().arriving("another\0one");
        assertThat(stores().rows().arrivingFrom()).contains("another\0one");
        assertThat(stores().rows().isEmpty()).isTrue();
        assertThat(Contents.of(stores())).isEmpty();

        stores().rows().arrived();
        assertThat(reopen().rows().arrivingFrom()).isEmpty();
        stores().rows().arrived();
        assertThat(stores().rows().arrivingFrom()).isEmpty();
    }

    private Row row(Noun noun) {
        return Contents.of(stores(), noun).getFirst();
    }

    /** What the belongings of an account, just stored, are as rows. */
    private static List<Row> rows(Belongings owned) {
        String account = owned.account().value();
        String conversation = owned.conversation().id();
        List<Row> rows = new ArrayList<>(List.of(
                row(Noun.ACCOUNT, account, "Ann O'Brien", at(0)),
                row(Noun.MEMORY, account, "Cash basis.", at(4)),
                row(
                        Noun.CONNECTION,
                        account,
                        owned.connection().id(),
                        "organisation-1",
                        "Lantern Bay Studio",
                        "connected",
                        "accounting.reports.read offline_access",
                        at(2),
                        at(3),
                        "sign-in-1",
                        "link-1",
                        at(4)),
                row(Noun.SECRET, account, Belongings.KIND, owned.connection().id(), "sealed-1", 1),
                row(
                        Noun.CONVERSATION,
                        account,
                        conversation,
                        "Books of July",
                        at(1),
                        at(20),
                        "{\"summary\":1}",
                        owned.answer().id())));
        List<Row> runs = new ArrayList<>(
                List.of(run(account, owned.done(), "completed"), run(account, owned.going(), "running")));
        runs.sort(Comparator.comparing(run -> run.text("id")));
        rows.addAll(runs);
        rows.add(entry(account, conversation, 1, owned.question()));
        rows.add(entry(account, conversation, 2, owned.answer()));
        rows.add(entry(account, conversation, 3, owned.nextQuestion()));
        rows.add(usage(account, 0, Samples.usage(owned.done(), "large", "0.000000000123"), "0.000000000123"));
        rows.add(usage(account, 1, Samples.usage(owned.done(), "small", null), null));
        List<Row> events = new ArrayList<>(List.of(
                row(Noun.RUN_EVENT, account, owned.done().id(), 1, "text", "{\"event\":1}"),
                row(Noun.RUN_EVENT, account, owned.going().id(), 1, "text", "{\"event\":2}")));
        events.sort(Comparator.comparing(event -> event.text("run_id")));
        rows.addAll(events);
        rows.addAll(List.of(
                row(
                        Noun.APPROVAL,
                        account,
                        owned.approval().id(),
                        conversation,
                        owned.done().id(),
                        "{\"tool\":\"create_invoice\"}",
                        owned.approval().hash(),
                        "waiting",
                        at(10),
                        at(60)),
                row(Noun.CODE, account, Belongings.KIND, owned.code().hash(), "{\"code\":1}", at(70), 0),
                row(Noun.BUDGET, account, Belongings.BUDGET, 0, 40),
                row(Noun.BUDGET, SERVER.value(), Belongings.BUDGET, 0, 40),
                row(Noun.RESERVATION, account, Belongings.RESERVATION, HoldsText.written(owned.holds()), at(50), 0),
                row(
                        Noun.AUDIT_ENTRY,
                        account,
                        owned.audit().id(),
                        at(30),
                        "ann",
                        "connection.added",
                        "subject-1",
                        "{\"audit\":1}"),
                row(
                        Noun.JOB,
                        account,
                        owned.job().id(),
                        owned.job().kind(),
                        "{\"job\":1}",
                        at(40),
                        1,
                        "claimed",
                        Belongings.HOLDER,
                        at(1000)),
                row(Noun.LEASE, account, Belongings.LEASE, Belongings.HOLDER, 1, at(1001))));
        return rows;
    }

    private static Row run(String account, Run run, String state) {
        return row(Noun.RUN, account, run.id(), run.conversationId(), state, run.startedAt(), Samples.NODE, 0);
    }

    private static Row entry(String account, String conversation, int sequence, Entry entry) {
        String kind = entry.kind() == Entry.Kind.QUESTION ? "question" : "answer";
        return row(
                Noun.ENTRY,
                account,
                conversation,
                sequence,
                entry.id(),
                entry.runId(),
                kind,
                entry.text(),
                entry.detail(),
                entry.at());
    }

    private static Row usage(String account, int position, UsageRecord record, String cost) {
        return row(
                Noun.USAGE_RECORD,
                account,
                record.runId(),
                position,
                record.conversationId(),
                "sandbox",
                record.model(),
                2,
                100,
                20,
                3,
                4,
                50,
                6,
                cost,
                cost == null ? null : "2026-07-01",
                record.at());
    }

    /** Whole numbers and times become what a row has for them. */
    static Row row(Noun noun, Object... values) {
        List<Object> all = new ArrayList<>();
        for (Object value : values) {
            all.add(
                    switch (value) {
                        case null -> null;
                        case Integer number -> number.longValue();
                        case Instant time -> time.toEpochMilli();
                        default -> value;
                    });
        }
        return new Row(noun, all);
    }
}
