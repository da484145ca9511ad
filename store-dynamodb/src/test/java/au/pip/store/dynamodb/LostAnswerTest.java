package au.pip.store.dynamodb;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.answer;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.begun;
import static au.pip.assistant.store.Samples.conversation;
import static au.pip.assistant.store.Samples.entries;
import static au.pip.assistant.store.Samples.question;
import static au.pip.assistant.store.Samples.stored;
import static au.pip.assistant.store.Samples.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.Account;
import au.pip.assistant.Approval;
import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Job;
import au.pip.assistant.Run;
import au.pip.assistant.store.ApprovalStore.Consumption;
import au.pip.assistant.store.BudgetStore.Balance;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Reserved;
import au.pip.assistant.store.BudgetStore.Unit;
import au.pip.assistant.store.CodeStore.Code;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.RunStore.Begin;
import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that get lost on their way, and a server that is busy: what was done is told as done, once. */
class LostAnswerTest {
    @RegisterExtension
    private final FreshTable table = new FreshTable();

    private FaultyProxy proxy;
    private Stores stores;

    @BeforeEach
    void open() throws IOException {
        proxy = new FaultyProxy(FreshTable.endpoint());
        stores = DynamoStores.open(table.settings(proxy.endpoint(), true));
    }

    @AfterEach
    void close() {
        stores.close();
        proxy.close();
    }

    @Test
    void aRunWhoseBeginningWasNotAnsweredHasBegun() {
        Conversation conversation = stored(stores, ANN);
        Run run = Run.begin("run", conversation.id(), at(1), "node");
        Entry question = question(run, "?");
        losesTheNextAnswer();

        assertThat(stores.runs().begin(ANN, run, question)).isEqualTo(new Begin.Begun());

        assertThat(entries(stores, ANN, conversation.id())).containsExactly(question);
    }

    @Test
    void aRunWhoseEndWasNotAnsweredHasEndedOnce() {
        Conversation conversation = stored(stores, ANN);
        Run run = begun(stores, ANN, conversation, 1);
        losesTheNextAnswer();

        assertThat(stores.runs()
                        .finish(ANN, run.id(), Run.State.COMPLETED, answer(run, "a"), List.of(usage(run, "m", "1"))))
                .isTrue();

        assertThat(entries(stores, ANN, conversation.id())).hasSize(2);
        assertThat(stores.usage()
                        .ofConversation(ANN, conversation.id())
                        .getFirst()
                        .knownCostUsd())
                .isEqualByComparingTo("1");
    }

    @Test
    void eventsWhoseAppendingWasNotAnsweredAreThereOnce() {
        Run run = begun(stores, ANN, stored(stores, ANN), 1);
        List<LoggedEvent> events = List.of(new LoggedEvent(1, "a", "{}"), new LoggedEvent(2, "b", "{}"));
        losesTheNextAnswer();

        stores.events().append(ANN, run.id(), events);

        assertThat(stores.events().after(ANN, run.id(), 0, 10)).isEqualTo(events);
    }

    @Test
    void whatIsNewIsToldAsNew() {
        losesTheNextAnswer();
        assertThat(stores.accounts().create(new Account(ANN, "Ann", at(1)))).isTrue();
        losesTheNextAnswer();
        stores.conversations().create(ANN, conversation("once", 1));
        losesTheNextAnswer();
        assertThat(stores.secrets().put(ANN, "kind", "owner", 0, "sealed")).isTrue();
        losesTheNextAnswer();
        assertThat(stores.secrets().put(ANN, "kind", "owner", 1, "again")).isTrue();
        losesTheNextAnswer();
        assertThat(stores.secrets().remove(ANN, "kind", "owner")).isTrue();
        losesTheNextAnswer();
        assertThat(stores.jobs().add(ANN, new Job("job", "kind", "{}", at(1), 0)))
                .isTrue();

        assertThat(stores.conversations().page(ANN, null, 10).items()).hasSize(1);
    }

    @Test
    void whatIsUsedUpIsGivenToTheOneWhoUsedIt() {
        stores.codes().put(ANN, new Code("state", "hash", "payload", at(60)));
        losesTheNextAnswer();
        assertThat(stores.codes().consume(ANN, "state", "hash", at(1))).contains("payload");
        assertThat(stores.codes().consume(ANN, "state", "hash", at(1))).isEmpty();

        Approval approval = new Approval("approval", "c", "r", "{}", "hash", Approval.State.WAITING, at(1), at(60));
        stores.approvals().ask(ANN, approval);
        losesTheNextAnswer();
        assertThat(stores.approvals().consume(ANN, "approval", "hash", at(2))).isInstanceOf(Consumption.Granted.class);
        assertThat(stores.approvals().consume(ANN, "approval", "hash", at(2))).isInstanceOf(Consumption.Ended.class);
    }

    @Test
    void moneyIsReservedAndSettledOnce() {
        List<Hold> holds = List.of(new Hold(ANN, "month", Unit.TOKEN, 60, 100));
        losesTheNextAnswer();
        assertThat(stores.budgets().reserve(ANN, "r", holds, at(1))).isEqualTo(new Reserved.Granted());
        assertThat(stores.budgets().balance(ANN, "month")).isEqualTo(new Balance(0, 60));
        losesTheNextAnswer();
        assertThat(stores.budgets().settle(ANN, "r", 0, 45)).isTrue();
        assertThat(stores.budgets().balance(ANN, "month")).isEqualTo(new Balance(45, 0));
    }

    @Test
    void aJobAndALeaseAreTheirs() {
        stores.jobs().add(ANN, new Job("job", "kind", "{}", at(1), 0));
        losesTheNextAnswer();
        assertThat(stores.jobs()
                        .claim("kind", "one", at(2), at(60))
                        .orElseThrow()
                        .job()
                        .attempts())
                .isEqualTo(1);
        losesTheNextAnswer();
        assertThat(stores.jobs().renew(ANN, "job", "one", at(90))).isTrue();
        losesTheNextAnswer();
        assertThat(stores.jobs().finish(ANN, "job", "one")).isTrue();
        losesTheNextAnswer();
        assertThat(stores.leases()
                        .take(ANN, "lease", "one", at(1), at(60))
                        .orElseThrow()
                        .number())
                .isEqualTo(1);
        losesTheNextAnswer();
        assertThat(stores.leases().release(ANN, "lease", "one")).isTrue();
    }

    /** A lease that was looked at may take no longer to be written than is left. */
    @Test
    void aLeaseThatCannotBeWrittenIsToldInTime() {
        for (int time = 0; time < 5; time++) {
            proxy.next("TransactWriteItems", new FaultyProxy.Fault.StaysSilent());
        }
        long started = System.nanoTime();

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> stores.leases().take(ANN, "lease", "one", at(1), at(60)))
                .withMessageContaining("did not answer dynamodb:TransactWriteItems in time");

        assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(Duration.ofMillis(3_500));
        assertThat(stores.leases().find(ANN, "lease")).isEmpty();
    }

    /** One answer that is lost in silence costs a second and no more. */
    @Test
    void aLeaseIsAskedForAgainBeforeItIsTooLate() {
        proxy.next("GetItem", new FaultyProxy.Fault.StaysSilent());

        assertThat(stores.leases().take(ANN, "lease", "one", at(1), at(60))).isPresent();
    }

    @Test
    void waitsWhileTheServerThrottles() {
        for (String operation : List.of("TransactWriteItems", "BatchGetItem", "GetItem", "Query")) {
            for (int time = 0; time < 6; time++) {
                proxy.next(operation, FaultyProxy.Fault.throttles());
            }
        }
        Conversation conversation = stored(stores, ANN);

        begun(stores, ANN, conversation, 1);

        assertThat(entries(stores, ANN, conversation.id())).hasSize(1);
        assertThat(stores.conversations().find(ANN, conversation.id())).isPresent();
    }

    @Test
    void triesAgainWhatOthersStoodInTheWayOf() {
        String conflict = "{\"__type\":\"com.amazonaws.dynamodb.v20120810#TransactionCanceledException\","
                + "\"Message\":\"cancelled\",\"CancellationReasons\":[{\"Code\":\"None\"},"
                + "{\"Code\":\"TransactionConflict\",\"Message\":\"ongoing\"}]}";
        for (int time = 0; time < 5; time++) {
            proxy.next("TransactWriteItems", new FaultyProxy.Fault.Answers(400, conflict));
        }

        stores.conversations().create(ANN, conversation("once", 1));

        assertThat(stores.conversations().page(ANN, null, 10).items()).hasSize(1);
    }

    @Test
    void aRefusalIsASentenceThatNamesTheAction() {
        String message = "User: arn:aws:iam::1:user/pip is not authorized to perform: dynamodb:PutItem on resource: t";
        proxy.next(
                "TransactWriteItems",
                FaultyProxy.Fault.failure("com.amazon.coral.service#AccessDeniedException", message));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> stores.conversations().create(ANN, conversation("once", 1)))
                .withMessage("The DynamoDB table " + table.name() + " at " + proxy.endpoint()
                        + " may not be used so: give these credentials the permission dynamodb:PutItem.");
    }

    private void losesTheNextAnswer() {
        proxy.next("TransactWriteItems", new FaultyProxy.Fault.LosesTheAnswer());
    }
}
