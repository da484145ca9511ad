package au.pip.assistant.store;

import static au.pip.assistant.store.Belongings.BUDGET;
import static au.pip.assistant.store.Belongings.HOLDER;
import static au.pip.assistant.store.Belongings.KIND;
import static au.pip.assistant.store.Belongings.LEASE;
import static au.pip.assistant.store.Belongings.RESERVATION;
import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.question;
import static au.pip.assistant.store.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.Entry;
import au.pip.assistant.Lease;
import au.pip.assistant.Run;
import au.pip.assistant.store.ApprovalStore.Consumption;
import au.pip.assistant.store.BudgetStore.Balance;
import au.pip.assistant.store.BudgetStore.Reserved;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.RunStore.Begin;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Work goes on where rows were brought as it would where they came from. */
interface RowsWorkContract extends OpenedStores {
    interface Work {
        /**
         * @param fresh Ann's, as they were stored
         * @param used Bob's, used up
         */
        void goOn(Stores others, Belongings fresh, Belongings used);
    }

    @Test
    default void aQuestionThatWasBroughtIsNotAskedTwice() {
        brought((others, fresh, used) -> {
            Run again = run(fresh.conversation(), 60);
            Run elsewhere = run(Samples.stored(others, ANN), 61);

            assertThat(others.runs().begin(ANN, again, asked(fresh, again)))
                    .isEqualTo(new Begin.Repeated(fresh.done().id(), "Who owes me?"));
            assertThat(others.runs().begin(ANN, elsewhere, asked(fresh, elsewhere)))
                    .isEqualTo(new Begin.Taken());
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> others.conversations().create(ANN, fresh.conversation()));
        });
    }

    private static Entry asked(Belongings fresh, Run run) {
        return new Entry(fresh.question().id(), Entry.Kind.QUESTION, run.id(), "other words", "{}", at(60));
    }

    @Test
    default void aRunThatWasBroughtGoesOn() {
        brought((others, fresh, used) -> {
            Run going = fresh.going();
            Run next = run(fresh.conversation(), 60);
            assertThat(others.runs().begin(ANN, next, question(next, "and?"))).isEqualTo(new Begin.Busy(going.id()));
            assertThat(others.runs().askToStop(ANN, going.id())).isTrue();
            assertThat(others.runs()
                            .finish(
                                    ANN,
                                    going.id(),
                                    Run.State.STOPPED,
                                    Samples.answer(going, "Since July."),
                                    List.of()))
                    .isTrue();
            assertThat(others.runs().begin(ANN, next, question(next, "and?"))).isEqualTo(new Begin.Begun());

            assertThat(Samples.entries(others, ANN, fresh.conversation().id()))
                    .extracting(Entry::text)
                    .containsExactly(
                            "Who owes me?", "Ridgeway owes you $1,234.50.", "Since when?", "Since July.", "and?");
            assertThat(Contents.of(others, ANN))
                    .filteredOn(row -> row.noun() == Noun.ENTRY)
                    .extracting(row -> row.number("sequence"))
                    .containsExactly(1L, 2L, 3L, 4L, 5L);
            assertThat(Pages.all(cursor -> others.entries().search(ANN, "since", cursor, 10)))
                    .hasSize(2);
        });
    }

    @Test
    default void eventsGoOn() {
        brought((others, fresh, used) -> {
            String run = fresh.going().id();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> others.events().append(ANN, run, List.of(new LoggedEvent(1, "text", "{}"))));

            others.events().append(ANN, run, List.of(new LoggedEvent(2, "text", "{}")));

            assertThat(others.events().last(ANN, run)).isEqualTo(2);
        });
    }

    @Test
    default void accountsSecretsAndAuditGoOn() {
        brought((others, fresh, used) -> {
            String owner = fresh.connection().id();
            assertThat(others.accounts().create(new Account(ANN, "again", at(90))))
                    .isFalse();
            assertThat(others.secrets().put(ANN, KIND, owner, 0, "first")).isFalse();
            assertThat(others.secrets().put(ANN, KIND, owner, 1, "next")).isTrue();
            assertThat(others.secrets().put(BOB, KIND, used.connection().id(), 2, "next"))
                    .isTrue();
            others.audit().append(ANN, fresh.audit());
            assertThat(others.audit().page(ANN, null, 10).items()).containsExactly(fresh.audit());
        });
    }

    @Test
    default void whatWorksOnceWorksOnceInAll() {
        brought((others, fresh, used) -> {
            assertThat(consume(others, ANN, fresh.approval())).isInstanceOf(Consumption.Granted.class);
            for (Belongings ended : List.of(fresh, used)) {
                assertThat(consume(others, ended.account(), ended.approval()))
                        .isEqualTo(new Consumption.Ended(Approval.State.CONSUMED));
            }

            assertThat(others.codes().consume(ANN, KIND, fresh.code().hash(), at(56)))
                    .contains("{\"code\":1}");
            assertThat(others.codes().consume(ANN, KIND, fresh.code().hash(), at(56)))
                    .isEmpty();
            assertThat(others.codes().consume(BOB, KIND, used.code().hash(), at(56)))
                    .isEmpty();
            assertThatIllegalArgumentException().isThrownBy(() -> others.codes().put(BOB, used.code()));
        });
    }

    private static Consumption consume(Stores stores, AccountId account, Approval approval) {
        return stores.approvals().consume(account, approval.id(), approval.hash(), at(55));
    }

    @Test
    default void budgetsGoOn() {
        brought((others, fresh, used) -> {
            for (Belongings owned : List.of(fresh, used)) {
                assertThat(others.budgets().reserve(owned.account(), RESERVATION, owned.holds(), at(60)))
                        .isEqualTo(new Reserved.Repeated());
            }
            assertThat(others.budgets().settle(ANN, RESERVATION, 20, 0)).isTrue();
            assertThat(others.budgets().settle(BOB, RESERVATION, 20, 0)).isFalse();

            assertThat(others.budgets().balance(ANN, BUDGET)).isEqualTo(new Balance(20, 0));
            assertThat(others.budgets().balance(BOB, BUDGET)).isEqualTo(new Balance(30, 0));
            assertThat(others.budgets().balance(AccountId.SERVER, BUDGET)).isEqualTo(new Balance(50, 0));
        });
    }

    @Test
    default void jobsGoOn() {
        brought((others, fresh, used) -> {
            assertThat(others.jobs().add(ANN, fresh.job())).isFalse();
            assertThat(others.jobs().add(BOB, used.job())).isFalse();
            assertThat(others.jobs().claim(fresh.job().kind(), "other", at(999), at(2000)))
                    .isEmpty();
            assertThat(others.jobs().claim(used.job().kind(), "other", at(5000), at(6000)))
                    .isEmpty();
            assertThat(others.jobs().retry(ANN, fresh.job().id(), HOLDER, at(500)))
                    .isTrue();
            assertThat(others.jobs().claim(fresh.job().kind(), "other", at(500), at(2000)))
                    .map(claimed -> claimed.job().attempts())
                    .contains(2);
        });
    }

    @Test
    default void leasesGoOn() {
        brought((others, fresh, used) -> {
            assertThat(others.leases().take(ANN, LEASE, "other", at(1000), at(2000)))
                    .isEmpty();
            assertThat(others.leases().take(ANN, LEASE, "other", at(1001), at(2000)))
                    .contains(new Lease(LEASE, "other", 2, at(2000)));
            assertThat(others.leases().find(BOB, LEASE)).isEmpty();
            assertThat(others.leases().take(BOB, LEASE, "other", at(50), at(60)))
                    .contains(new Lease(LEASE, "other", 2, at(60)));
        });
    }

    private void brought(Work work) {
        Belongings fresh = Belongings.of(ANN).store(stores());
        Belongings used = Belongings.of(BOB).store(stores()).use(stores());
        try (Stores others = others()) {
            Contents.add(Contents.of(stores()), others);
            work.goOn(others, fresh, used);
        }
    }
}
