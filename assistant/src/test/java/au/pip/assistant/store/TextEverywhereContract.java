package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.Connection;
import au.pip.assistant.Conversation;
import au.pip.assistant.Job;
import au.pip.assistant.Lease;
import au.pip.assistant.Run;
import au.pip.assistant.Secret;
import au.pip.assistant.Summary;
import au.pip.assistant.store.ApprovalStore.Consumption;
import au.pip.assistant.store.BudgetStore.Balance;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Unit;
import au.pip.assistant.store.BudgetStore.Unsettled;
import au.pip.assistant.store.CodeStore.Code;
import au.pip.assistant.store.JobStore.Claimed;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The texts of {@link TextContract} in every other row, and as ids and names. */
interface TextEverywhereContract extends OpenedStores {
    @TestFactory
    default Stream<DynamicTest> keepsTheTextsOfEveryRowWhole() {
        return Stream.concat(
                TextContract.texts().map(text -> dynamicTest(text.getName(), () -> keepsWhole(text.getPayload()))),
                Stream.of(dynamicTest("all of them, brought elsewhere", this::areTheSameElsewhere)));
    }

    private void keepsWhole(String text) {
        AccountId ann = new AccountId("ann " + id());
        String kind = "kind " + id();
        Account account = new Account(ann, text, at(0));
        Connection connection = new Connection(
                "id", text, text, Connection.State.CONNECTED, Set.of("a", "b"), text, text, null, at(1), at(2));
        Conversation conversation = stored(stores(), ann);
        Summary summary = new Summary(text, id());
        Run run = Run.begin(id(), conversation.id(), at(3), "node");
        Approval approval =
                new Approval(id(), conversation.id(), run.id(), text, text, Approval.State.WAITING, at(4), at(60));
        AuditEntry audit = new AuditEntry(id(), at(5), text, text, text, text);

        stores().accounts().create(account);
        stores().connections().put(ann, connection);
        stores().secrets().put(ann, kind, "owner", 0, text);
        stores().conversations().summarise(ann, conversation.id(), summary);
        stores().runs().begin(ann, run, Samples.question(run, "?"));
        stores().approvals().ask(ann, approval);
        stores().codes().put(ann, new Code(kind, "hash", text, at(60)));
        stores().audit().append(ann, audit);
        stores().jobs().add(ann, new Job("job", kind, text, at(6), 0));

        assertThat(stores().accounts().find(ann)).contains(account);
        assertThat(stores().connections().all(ann)).containsExactly(connection);
        assertThat(stores().secrets().find(ann, kind, "owner")).contains(new Secret(kind, "owner", text, 1));
        assertThat(stores().conversations().summary(ann, conversation.id())).contains(summary);
        assertThat(stores().approvals().waiting(ann, null, 10).items()).containsExactly(approval);
        assertThat(stores().approvals().consume(ann, approval.id(), text, at(10)))
                .isInstanceOf(Consumption.Granted.class);
        assertThat(stores().codes().consume(ann, kind, "hash", at(10))).contains(text);
        assertThat(stores().audit().page(ann, null, 10).items()).containsExactly(audit);
        assertThat(stores().jobs().claim(kind, "holder", at(6), at(60)))
                .contains(new Claimed(ann, new Job("job", kind, text, at(6), 1), "holder", at(60)));
    }

    @TestFactory
    default Stream<DynamicTest> keepsOddIdsAndNamesWhole() {
        return Stream.concat(
                TextContract.texts()
                        .filter(text -> text.getPayload().length() < 300)
                        .map(text -> dynamicTest(text.getName(), () -> keepsIdsAndNames(text.getPayload()))),
                Stream.of(dynamicTest("all of them, brought elsewhere", this::areTheSameElsewhere)));
    }

    private void keepsIdsAndNames(String text) {
        String name = text + "!";
        AccountId account = new AccountId(name);
        List<Hold> holds = List.of(new Hold(account, name, Unit.TOKEN, 1, 10));
        Conversation conversation = new Conversation(name, "title", at(0), at(0));

        stores().accounts().create(new Account(account, "name", at(0)));
        stores().conversations().create(account, conversation);
        Run run = Run.begin(name, name, at(1), name);
        stores().runs().begin(account, run, Samples.question(run, "?"));
        stores().secrets().put(account, name, name, 0, "sealed");
        stores().codes().put(account, new Code(name, name, "payload", at(60)));
        stores().budgets().reserve(account, name, holds, at(2));
        stores().jobs().add(account, new Job(name, name, "{}", at(3), 0));
        stores().leases().take(account, name, name, at(4), at(60));

        assertThat(stores().accounts().find(account)).contains(new Account(account, "name", at(0)));
        assertThat(Samples.conversations(stores(), account))
                .containsExactly(new Conversation(name, "title", at(0), at(1)));
        assertThat(stores().runs().unfinished()).contains(new RunStore.Owned(account, run));
        assertThat(stores().secrets().page(null, 100).items())
                .contains(new SecretStore.Owned(account, new Secret(name, name, "sealed", 1)));
        assertThat(stores().codes().consume(account, name, name, at(10))).contains("payload");
        assertThat(stores().budgets().balance(account, name)).isEqualTo(new Balance(0, 1));
        assertThat(stores().budgets().unsettled(at(10), 100)).contains(new Unsettled(account, name, holds, at(2)));
        assertThat(stores().jobs().claim(name, name, at(6), at(60)))
                .contains(new Claimed(account, new Job(name, name, "{}", at(3), 1), name, at(60)));
        assertThat(stores().jobs().finish(account, name, name)).isTrue();
        assertThat(stores().leases().named(account, text)).containsExactly(new Lease(name, name, 1, at(60)));
    }

    private void areTheSameElsewhere() {
        List<Row> rows = Contents.of(stores());
        try (Stores others = others()) {
            Contents.add(rows, others);
            assertThat(Contents.of(others).equals(rows)).isTrue();
        }
    }
}
