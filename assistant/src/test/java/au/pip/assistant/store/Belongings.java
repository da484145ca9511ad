package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.id;
import static au.pip.assistant.store.Samples.usage;

import au.pip.assistant.Account;
import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.Connection;
import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Job;
import au.pip.assistant.Memory;
import au.pip.assistant.Run;
import au.pip.assistant.Summary;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Unit;
import au.pip.assistant.store.CodeStore.Code;
import au.pip.assistant.store.EventLog.LoggedEvent;
import java.util.List;
import java.util.Set;

/**
 * At least one row of each noun, all of one account, and all of them still good for something: the secret's version is
 * 1, the approval waits, the code is not used, the job is the holder's, and so is the lease. And what is no row: a count
 * of calls and a kept reply.
 */
public record Belongings(
        AccountId account,
        Connection connection,
        Conversation conversation,
        Run done,
        Run going,
        Entry question,
        Entry answer,
        Entry nextQuestion,
        Approval approval,
        Code code,
        List<Hold> holds,
        AuditEntry audit,
        Job job) {
    public static final String KIND = "kind";
    public static final String HOLDER = "holder-1";
    public static final String LEASE = "node/1";
    public static final String BUDGET = "month 2026-11";
    public static final String RESERVATION = "reservation-1";

    /** Made, not yet stored. */
    public static Belongings of(AccountId account) {
        Conversation conversation = Samples.conversation("Books of July", 1);
        Run done = Samples.run(conversation, 10);
        Run going = Samples.run(conversation, 20);
        return new Belongings(
                account,
                new Connection(
                        id(),
                        "organisation-1",
                        "Lantern Bay Studio",
                        Connection.State.CONNECTED,
                        Set.of("offline_access", "accounting.reports.read"),
                        "sign-in-1",
                        "link-1",
                        at(4),
                        at(2),
                        at(3)),
                conversation,
                done,
                going,
                Samples.question(done, "Who owes me?"),
                Samples.answer(done, "Ridgeway owes you $1,234.50."),
                Samples.question(going, "Since when?"),
                Samples.approval(done, 60),
                new Code(KIND, "hash of " + done.id(), "{\"code\":1}", at(70)),
                List.of(
                        new Hold(account, BUDGET, Unit.NANO_DOLLAR, 40, 1000),
                        new Hold(AccountId.SERVER, BUDGET, Unit.NANO_DOLLAR, 40, 1_000_000)),
                new AuditEntry(id(), at(30), "ann", "connection.added", "subject-1", "{\"audit\":1}"),
                new Job(id(), "kind " + id(), "{\"job\":1}", at(40), 0));
    }

    /** Stores them through the ports; of an account once in one database. */
    public Belongings store(Stores stores) {
        stores.accounts().create(new Account(account, "Ann O'Brien", at(0)));
        stores.memory().put(account, new Memory("Cash basis.", at(4)));
        stores.connections().put(account, connection);
        stores.secrets().put(account, KIND, connection.id(), 0, "sealed-1");
        stores.conversations().create(account, conversation);
        stores.runs().begin(account, done, question);
        stores.events().append(account, done.id(), List.of(new LoggedEvent(1, "text", "{\"event\":1}")));
        stores.runs()
                .finish(
                        account,
                        done.id(),
                        Run.State.COMPLETED,
                        answer,
                        List.of(usage(done, "large", "0.000000000123"), usage(done, "small", null)));
        stores.runs().begin(account, going, nextQuestion);
        stores.events().append(account, going.id(), List.of(new LoggedEvent(1, "text", "{\"event\":2}")));
        stores.conversations().summarise(account, conversation.id(), new Summary("{\"summary\":1}", answer.id()));
        stores.approvals().ask(account, approval);
        stores.codes().put(account, code);
        stores.budgets().reserve(account, RESERVATION, holds, at(50));
        stores.audit().append(account, audit);
        stores.jobs().add(account, job);
        stores.jobs().claim(job.kind(), HOLDER, at(45), at(1000));
        stores.leases().take(account, LEASE, HOLDER, at(46), at(1001));
        stores.calls().replace(account, connection.organisationId(), 0, "counted");
        stores.replies().put(account, connection.id(), LEASE, new ReplyStore.Reply(at(47), new byte[] {1}));
        return this;
    }

    /** Uses up or ends all that can be, so that every state that a row can end in is there. */
    public Belongings use(Stores stores) {
        stores.secrets().put(account, KIND, connection.id(), 1, "sealed-2");
        stores.runs().askToStop(account, going.id());
        stores.approvals().consume(account, approval.id(), approval.hash(), at(55));
        stores.codes().consume(account, code.kind(), code.hash(), at(56));
        stores.budgets().settle(account, RESERVATION, 30, 300);
        stores.jobs().finish(account, job.id(), HOLDER);
        stores.leases().release(account, LEASE, HOLDER);
        return this;
    }
}
