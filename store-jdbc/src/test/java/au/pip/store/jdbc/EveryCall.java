package au.pip.store.jdbc;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.answer;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.begun;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.stored;
import static au.pip.assistant.store.Samples.usage;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.Connection;
import au.pip.assistant.Conversation;
import au.pip.assistant.Job;
import au.pip.assistant.Memory;
import au.pip.assistant.Run;
import au.pip.assistant.Summary;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Unit;
import au.pip.assistant.store.CodeStore.Code;
import au.pip.assistant.store.EventLog;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.ReplyStore;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls each method of each port, so that rows of every noun are there afterwards. */
final class EveryCall {
    private EveryCall() {}

    static void of(Stores stores) {
        conversations(stores);
        people(stores);
        approvals(stores);
        budgets(stores);
        work(stores);
        rows(stores);
    }

    static void conversations(Stores stores) {
        Conversation conversation = stored(stores, ANN);
        stored(stores, ANN);
        stores.conversations().find(ANN, conversation.id());
        stores.conversations().rename(ANN, conversation.id(), "new");
        stores.conversations()
                .page(ANN, stores.conversations().page(ANN, null, 1).next(), 1);
        Run run = begun(stores, ANN, conversation, 1);
        stores.events().append(ANN, run.id(), List.of(new EventLog.LoggedEvent(1, "text", "{}")));
        stores.events().after(ANN, run.id(), 0, 10);
        stores.events().last(ANN, run.id());
        stores.runs().unfinished();
        stores.runs().askToStop(ANN, run.id());
        stores.runs().finish(ANN, run.id(), Run.State.COMPLETED, answer(run, "done"), List.of(usage(run, "m", "1")));
        stores.runs().find(ANN, run.id());
        stores.runs().answer(ANN, run.id());
        stores.entries().page(ANN, conversation.id(), null, 1);
        stores.entries().latest(ANN, conversation.id(), 10);
        stores.entries().search(ANN, "done quest", null, 1);
        stores.conversations().summarise(ANN, conversation.id(), new Summary("{}", id()));
        stores.conversations().summary(ANN, conversation.id());
        stores.usage().between(ANN, Instant.MIN, Instant.MAX);
        stores.usage().ofConversation(ANN, conversation.id());
        stores.usage().lines(ANN, Instant.MIN, Instant.MAX);
        stores.memory().put(ANN, new Memory("Cash basis.", at(1)));
        stores.memory().find(ANN);
        stores.memory().replace(ANN, new Memory("Cash basis.", at(1)), new Memory("Accrual basis.", at(2)));
        stores.memory().replace(ANN, null, new Memory("Cash basis.", at(3)));
    }

    private static void people(Stores stores) {
        for (AccountId account : List.of(ANN, AccountId.LOCAL)) {
            stores.accounts().create(new Account(account, "Ann", at(1)));
            stores.secrets().put(account, "xero-tokens", "owner", 0, "sealed");
        }
        stores.accounts().find(ANN);
        stores.accounts().rename(ANN, "Anna");
        stores.accounts().page(stores.accounts().page(null, 1).next(), 1);
        stores.secrets().put(ANN, "xero-tokens", "owner", 1, "sealed anew");
        stores.secrets().find(ANN, "xero-tokens", "owner");
        stores.secrets().page(stores.secrets().page(null, 1).next(), 1);
        stores.secrets().remove(AccountId.LOCAL, "xero-tokens", "owner");
        for (String connectionId : List.of("one", "two")) {
            stores.connections()
                    .put(
                            ANN,
                            new Connection(
                                    connectionId,
                                    "organisation",
                                    "Ann's",
                                    Connection.State.CONNECTED,
                                    Set.of("read", "offline"),
                                    "sign-in",
                                    null,
                                    null,
                                    at(1),
                                    at(2)));
        }
        stores.connections().find(ANN, "one");
        stores.connections().all(ANN);
        stores.connections().choose(ANN, "one", at(3));
        stores.connections().needSignIn(ANN, "sign-in", at(4));
        stores.connections().remove(ANN, "two");
    }

    private static void approvals(Stores stores) {
        for (String approvalId : List.of("one", "two", "three")) {
            stores.approvals()
                    .ask(
                            ANN,
                            new Approval(
                                    approvalId,
                                    "conversation",
                                    "run",
                                    "{}",
                                    "hash",
                                    Approval.State.WAITING,
                                    at(1),
                                    at(99)));
        }
        stores.approvals().find(ANN, "one");
        stores.approvals().waiting(ANN, stores.approvals().waiting(ANN, null, 1).next(), 1);
        stores.approvals().consume(ANN, "one", "hash", at(2));
        stores.approvals().decline(ANN, "two");
        stores.codes().put(ANN, new Code("xero-state", "hash", "{}", at(99)));
        stores.codes().consume(ANN, "xero-state", "hash", at(2));
        stores.codes().forget(at(1));
    }

    private static void budgets(Stores stores) {
        List<Hold> holds = List.of(
                new Hold(ANN, "month", Unit.NANO_DOLLAR, 5, 100),
                new Hold(AccountId.SERVER, "month", Unit.TOKEN, 5, 100));
        for (String reservationId : List.of("one", "two", "three")) {
            stores.budgets().reserve(ANN, reservationId, holds, at(1));
        }
        stores.budgets().settle(ANN, "one", 3, 4);
        stores.budgets().balance(ANN, "month");
        stores.budgets().unsettled(at(9), 1);
    }

    private static void work(Stores stores) {
        for (int number = 0; number < 3; number++) {
            stores.audit().append(ANN, new AuditEntry("entry " + number, at(number), "ann", "done", "it", "{}"));
            stores.jobs().add(AccountId.SERVER, new Job("job " + number, "backup", "{}", at(number), 0));
        }
        stores.audit().page(ANN, stores.audit().page(ANN, null, 1).next(), 1);
        stores.jobs().claim("backup", "holder", at(9), at(99));
        stores.jobs().renew(AccountId.SERVER, "job 0", "holder", at(100));
        stores.jobs().finish(AccountId.SERVER, "job 0", "holder");
        stores.jobs().claim("backup", "holder", at(9), at(99));
        stores.jobs().retry(AccountId.SERVER, "job 1", "holder", at(10));
        stores.jobs().forget(at(-1));
        stores.leases().take(AccountId.SERVER, "node/one", "holder", at(1), at(9));
        stores.leases().take(AccountId.SERVER, "node/one", "holder", at(1), at(10));
        stores.leases().find(AccountId.SERVER, "node/one");
        stores.leases().named(AccountId.SERVER, "node/");
        stores.leases().release(AccountId.SERVER, "node/one", "holder");
        xero(stores);
    }

    private static void xero(Stores stores) {
        stores.calls().replace(AccountId.SERVER, "organisation", 0, "{}");
        stores.calls().replace(AccountId.SERVER, "organisation", 1, "{}");
        stores.calls().find(AccountId.SERVER, "organisation");
        stores.replies().put(ANN, "one", "Accounts", new ReplyStore.Reply(at(1), new byte[] {1}));
        stores.replies().find(ANN, "one", "Accounts");
        stores.replies().bytes(ANN, "one");
        stores.replies().forget(at(0));
        stores.replies().forget(ANN, "one");
    }

    private static void rows(Stores stores) {
        List<Row> all = new ArrayList<>();
        stores.rows().read(all::add);
        stores.rows().read(Set.of(Noun.ACCOUNT), _ -> {});
        stores.rows().add(all);
        stores.rows().isEmpty();
        stores.rows().readsOneMoment();
        stores.rows().arriving("elsewhere");
        stores.rows().arrivingFrom();
        stores.rows().arrived();
    }
}
