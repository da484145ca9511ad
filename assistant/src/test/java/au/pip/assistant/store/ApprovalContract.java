package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.BOB;
import static au.pip.assistant.store.Samples.approval;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.completed;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.store.ApprovalStore.Consumption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

interface ApprovalContract extends OpenedStores {
    @Test
    default void keepsADraftThatWaits() {
        Approval approval = asked(ANN, 60);

        assertThat(reopen().approvals().find(ANN, approval.id())).contains(approval);
        assertThat(stores().approvals().find(ANN, id())).isEmpty();
    }

    @Test
    default void refusesASecondApprovalOfTheSameId() {
        Approval approval = asked(ANN, 60);
        Approval again = as(approval, "{\"tool\":\"another\"}", Approval.State.WAITING);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stores().approvals().ask(ANN, again));
        stores().approvals().decline(ANN, approval.id());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> stores().approvals().ask(ANN, again));

        assertThat(stores().approvals().find(ANN, approval.id()))
                .contains(as(approval, approval.draft(), Approval.State.DECLINED));
    }

    @ParameterizedTest
    @EnumSource(value = Approval.State.class, mode = EnumSource.Mode.EXCLUDE, names = "WAITING")
    default void refusesAnApprovalThatDoesNotWait(Approval.State state) {
        Approval ended = as(approval(completed(stores(), ANN, stored(stores(), ANN), 1), 60), "{}", state);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> stores().approvals().ask(ANN, ended));

        assertThat(stores().approvals().find(ANN, ended.id())).isEmpty();
    }

    @Test
    default void grantsAnApprovalOnce() {
        Approval approval = asked(ANN, 60);
        Approval used = as(approval, approval.draft(), Approval.State.CONSUMED);

        assertThat(consume(approval, at(10))).isEqualTo(new Consumption.Granted(used));

        reopen();
        assertThat(consume(approval, at(10))).isEqualTo(new Consumption.Ended(Approval.State.CONSUMED));
        assertThat(stores().approvals().find(ANN, approval.id())).contains(used);
        assertThat(stores().approvals().decline(ANN, approval.id())).isFalse();
        assertThat(stores().approvals().find(ANN, approval.id())).contains(used);
    }

    @Test
    default void ofFiftyCallersExactlyOneIsGrantedAnApproval() throws Exception {
        Approval approval = asked(ANN, 60);

        List<Consumption> outcomes = Race.of(50, caller -> consume(approval, at(10)));

        assertThat(outcomes).filteredOn(Consumption.Granted.class::isInstance).hasSize(1);
        assertThat(outcomes)
                .filteredOn(new Consumption.Ended(Approval.State.CONSUMED)::equals)
                .hasSize(49);
    }

    @Test
    default void ofConsumingAndDecliningAtOnceExactlyOneCounts() throws Exception {
        Approval approval = asked(ANN, 60);

        List<Boolean> outcomes = Race.of(
                50,
                caller -> caller % 2 == 0
                        ? consume(approval, at(10)) instanceof Consumption.Granted
                        : stores().approvals().decline(ANN, approval.id()));

        assertThat(outcomes).filteredOn(Boolean::booleanValue).hasSize(1);
        boolean granted = outcomes.indexOf(true) % 2 == 0;
        assertThat(stores().approvals().find(ANN, approval.id()).orElseThrow().state())
                .isEqualTo(granted ? Approval.State.CONSUMED : Approval.State.DECLINED);
    }

    @Test
    default void doesNotGrantWhatIsForSomethingElse() {
        Approval approval = asked(ANN, 60);

        for (String hash : List.of("", "another", approval.hash().toUpperCase(Locale.ROOT), approval.hash() + " ")) {
            assertThat(stores().approvals().consume(ANN, approval.id(), hash, at(10)))
                    .isEqualTo(new Consumption.Different());
        }

        assertThat(stores().approvals().find(ANN, approval.id())).contains(approval);
        assertThat(consume(approval, at(10))).isInstanceOf(Consumption.Granted.class);
    }

    @Test
    default void doesNotGrantFromTheInstantItExpires() {
        Approval approval = asked(ANN, 60);

        assertThat(consume(approval, at(600))).isEqualTo(new Consumption.Expired());
        assertThat(consume(approval, at(60))).isEqualTo(new Consumption.Expired());
        assertThat(stores().approvals().find(ANN, approval.id())).contains(approval);
        assertThat(consume(approval, at(60).minusMillis(1))).isInstanceOf(Consumption.Granted.class);
    }

    @Test
    default void doesNotGrantWhatThePersonDeclined() {
        Approval approval = asked(ANN, 60);

        assertThat(stores().approvals().decline(ANN, approval.id())).isTrue();
        assertThat(stores().approvals().decline(ANN, approval.id())).isFalse();

        assertThat(reopen().approvals().find(ANN, approval.id()))
                .contains(as(approval, approval.draft(), Approval.State.DECLINED));
        assertThat(consume(approval, at(10))).isEqualTo(new Consumption.Ended(Approval.State.DECLINED));
    }

    @Test
    default void doesNotGrantWhatThereIsNot() {
        asked(ANN, 60);

        assertThat(stores().approvals().consume(ANN, id(), "hash", at(10))).isEqualTo(new Consumption.Unknown());
        assertThat(stores().approvals().decline(ANN, id())).isFalse();
    }

    @Test
    default void ofSeveralReasonsTellsThatItHasEndedThenThatItIsDifferent() {
        Approval used = asked(ANN, 60);
        consume(used, at(10));
        Approval waiting = asked(ANN, 60);

        assertThat(stores().approvals().consume(ANN, used.id(), "another", at(90)))
                .isEqualTo(new Consumption.Ended(Approval.State.CONSUMED));
        assertThat(stores().approvals().consume(ANN, waiting.id(), "another", at(90)))
                .isEqualTo(new Consumption.Different());
    }

    @Test
    default void listsThoseThatWaitTheLatestFirst() {
        List<Approval> waiting = new ArrayList<>();
        for (int number = 0; number < 40; number++) {
            Approval approval = asked(ANN, number % 5 == 0 ? -60 : 60);
            switch (number % 4) {
                case 0 -> stores().approvals().decline(ANN, approval.id());
                case 1 -> consume(approval, at(-90));
                default -> waiting.add(approval);
            }
        }
        asked(BOB, 60);
        waiting.sort(Comparator.comparing(Approval::id, Bytewise.ORDER).reversed());

        assertThat(Pages.all(cursor -> stores().approvals().waiting(ANN, cursor, 3)))
                .isEqualTo(waiting);
        assertThat(reopen().approvals().waiting(ANN, null, 100)).isEqualTo(new Page<>(waiting, null));
    }

    @Test
    default void anApprovalThatIsUsedWhileOthersAreReadCostsNobodyElseItsPlace() {
        List<String> ids = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            ids.add(asked(ANN, 60).id());
        }

        List<Approval> seen = Pages.all(cursor -> {
            Page<Approval> page = stores().approvals().waiting(ANN, cursor, 2);
            page.items().forEach(each -> consume(each, at(10)));
            return page;
        });

        assertThat(seen).extracting(Approval::id).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(stores().approvals().waiting(ANN, null, 10)).isEqualTo(new Page<Approval>(List.of(), null));
    }

    private Approval asked(AccountId account, long expires) {
        Approval approval = approval(completed(stores(), account, stored(stores(), account), 1), expires);
        stores().approvals().ask(account, approval);
        return approval;
    }

    private Consumption consume(Approval approval, Instant now) {
        return stores().approvals().consume(ANN, approval.id(), approval.hash(), now);
    }

    private static Approval as(Approval approval, String draft, Approval.State state) {
        return new Approval(
                approval.id(),
                approval.conversationId(),
                approval.runId(),
                draft,
                approval.hash(),
                state,
                approval.createdAt(),
                approval.expiresAt());
    }
}
