package au.pip.assistant.conversation;

import au.pip.agent.AgentEvent;
import au.pip.agent.AgentLimits;
import au.pip.agent.AgentLoop;
import au.pip.agent.Interruption;
import au.pip.agent.RunOutcome;
import au.pip.agent.ToolPolicy;
import au.pip.agent.Toolbox;
import au.pip.api.RunEvent;
import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.UsageRecord;
import au.pip.assistant.books.Books;
import au.pip.assistant.books.BooksSource;
import au.pip.assistant.books.FactTable;
import au.pip.assistant.budget.Budgets;
import au.pip.assistant.budget.RunBudget;
import au.pip.assistant.drafts.DraftDesk;
import au.pip.assistant.drafts.Proposals;
import au.pip.assistant.memory.Memories;
import au.pip.assistant.memory.MemoryPrompt;
import au.pip.assistant.memory.MemoryTool;
import au.pip.assistant.memory.Notebook;
import au.pip.assistant.memory.Remembered;
import au.pip.assistant.store.Stores;
import au.pip.assistant.tools.BooksTools;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.llm.ChatOptions;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.PromptCache;
import au.pip.llm.compose.GuardedProvider;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Answers one message: books, model and tools together, every step logged, the end stored whatever happens. */
final class Answering {
    private static final int LONGEST_ANSWER = 2_000;
    private static final String INTERRUPTED =
            "Pip was stopped in the middle of this answer. Your message is here; send it again to get an answer.";

    private final Stores stores;
    private final HistoryReader histories;
    private final Memories memories;
    private final ModelSource models;
    private final BooksSource books;
    private final DraftDesk desk;
    private final AgentLimits limits;
    private final Budgets budgets;
    private final Ids ids;
    private final Clock clock;

    Answering(
            Stores stores,
            ModelSource models,
            BooksSource books,
            DraftDesk desk,
            AnswerRules rules,
            Ids ids,
            Clock clock) {
        this.stores = stores;
        this.histories = new HistoryReader(stores);
        this.memories = new Memories(stores.memory(), ids::next, clock);
        this.models = models;
        this.books = books;
        this.desk = desk;
        this.limits = rules.limits();
        this.budgets = new Budgets(stores.budgets(), rules.budgets(), ids::next, clock);
        this.ids = ids;
        this.clock = clock;
    }

    /** @param strict whether a figure that cannot be verified is withheld */
    void answer(AccountId account, Run run, Entry question, LiveRuns.LiveRun going, boolean strict) {
        try (RunLog log = new RunLog(account, run.id(), stores.events(), going::signal)) {
            AnswerWriter writer = new AnswerWriter(log);
            if (strict) {
                writer.withholdUnverified();
            }
            Ending ending = guarded(account, run, question, going, writer, log);
            finish(account, run, ending, writer).ifPresent(stored -> log.add(stored));
        }
    }

    /** Stores the end; what then is the end of the run, or empty when the store takes none. */
    private Optional<RunEvent.Finished> finish(AccountId account, Run run, Ending ending, AnswerWriter writer) {
        Entry answer = entry(run, writer.answer(ending.state(), ending.error()));
        List<UsageRecord> usage = writer.usage(run, clock.instant());
        return Retries.of("run " + run.id() + " could not be stored", _ -> {
            boolean first = stores.runs().finish(account, run.id(), ending.state(), answer, usage);
            return first ? new RunEvent.Finished(ending.state().word(), ending.error()) : ended(account, run);
        });
    }

    /** How a run ended that no longer goes, as it is stored. */
    RunEvent.Finished ended(AccountId account, Run run) {
        Run.State state = stores.runs()
                .find(account, run.id())
                .map(Run::state)
                .filter(stored -> stored != Run.State.RUNNING)
                .orElse(Run.State.INTERRUPTED);
        String error = stores.runs()
                .answer(account, run.id())
                .map(entry -> Codec.readAnswer(entry.detail()).error())
                .orElse(state == Run.State.INTERRUPTED ? INTERRUPTED : null);
        return new RunEvent.Finished(state.word(), error);
    }

    /**
     * Ends a run that nobody answers any more, as a killed process leaves it: what was shown of its answer is kept. Its
     * last event then keeps out what a process that only seemed dead may still want to add.
     *
     * @return false when it has ended already
     */
    boolean interrupt(AccountId account, Run run) {
        ShownAnswer read = new ShownAnswer(stores.events());
        Answer shown = read.read(account, run.id(), INTERRUPTED);
        boolean first = stores.runs()
                .finish(account, run.id(), Run.State.INTERRUPTED, entry(run, shown), read.usage(run, clock.instant()));
        if (first) {
            RunLog.end(
                    account,
                    run.id(),
                    stores.events(),
                    new RunEvent.Finished(Run.State.INTERRUPTED.word(), INTERRUPTED));
        }
        return first;
    }

    /** How a run ended, and why it did not complete. */
    private record Ending(Run.State state, @Nullable String error) {}

    private Ending guarded(
            AccountId account, Run run, Entry question, LiveRuns.LiveRun going, AnswerWriter writer, RunLog log) {
        try {
            return run(account, run, question, going, writer, log);
        } catch (LlmException | BooksSource.BooksUnavailable e) {
            return new Ending(Run.State.FAILED, e.getMessage());
        } catch (CancellationException _) {
            return ending(new RunOutcome.Stopped(), writer, going.interrupted);
        } catch (RuntimeException | Error e) {
            System.getLogger(Answering.class.getName())
                    .log(System.Logger.Level.ERROR, "run " + run.id() + " failed", e);
            return new Ending(
                    Run.State.FAILED, "Something went wrong inside Pip; the server's log tells more. Send it again.");
        }
    }

    private Ending run(
            AccountId account, Run run, Entry question, LiveRuns.LiveRun going, AnswerWriter writer, RunLog log) {
        LlmProvider model = models.model(account);
        writer.using(model);
        log.add(new RunEvent.Started(run.id(), run.conversationId(), model.name(), writer.model()));
        Books open = books.books(account);
        RunBudget budget = budgets.forRun(account, open.organisationId(), models.ownKey(account));
        writer.within(budget);
        History history = histories.read(account, run.conversationId(), question.id());
        FactBook facts = new FactBook(history.facts(), history.taken());
        boolean told = Outcome.of(question).isPresent();
        List<String> said = new ArrayList<>(history.questions());
        if (!told) {
            said.add(question.text());
        }
        Notebook notebook = memories.of(account);
        notebook.items().stream().filter(Remembered::kept).forEach(each -> said.add(each.sentence()));
        LocalDate today = meet(open, facts, going);
        writer.grounding(facts, said, today, told ? null : question.text());
        BooksTools tools = BooksTools.over(open, facts, said, proposals(account, run, open));
        List<Message> messages =
                history.messages(system(open, tools, notebook, question.text(), going), asked(question, history, told));
        MemoryTool notes = new MemoryTool(memories, account, open.organisationId(), told ? "" : question.text());
        Toolbox toolbox = new Toolbox(
                tools.always(),
                Stream.concat(tools.groups().stream(), Stream.of(notes.group())).toList());
        toolbox.openFor(question.text());
        if (told || history.asksBack()) {
            history.latestQuestions().forEach(toolbox::openFor);
        }
        AgentLoop loop = new AgentLoop(
                new GuardedProvider(model, budget),
                toolbox,
                ToolPolicy.askFirst(),
                ChatOptions.defaults().withMaxOutputTokens(LONGEST_ANSWER).withPromptCache(PromptCache.FIVE_MINUTES),
                limits,
                budget,
                clock);
        RunOutcome outcome = loop.run(messages, going.stop, writer);
        if (outcome instanceof RunOutcome.Failed(LlmException.BudgetExhausted _)) {
            writer.accept(new AgentEvent.Text(FoundSoFar.text(writer.found())));
        }
        writer.finishText();
        return outcome instanceof RunOutcome.Limited(String reason) && budget.said(reason)
                ? new Ending(Run.State.LIMITED, reason)
                : ending(outcome, writer, going.interrupted);
    }

    private Proposals proposals(AccountId account, Run run, Books open) {
        String connection = open.connectionId();
        return connection == null
                ? Proposals.NONE
                : (draft, preview) -> desk.put(account, connection, run.conversationId(), run.id(), draft, preview);
    }

    private static String asked(Entry question, History history, boolean told) {
        List<Fact> proposed = told ? history.proposed() : List.of();
        return proposed.isEmpty()
                ? Turn.asked(question)
                : Turn.asked(question)
                        + "\n"
                        + FactTable.usable("Its facts", proposed).strip();
    }

    /**
     * Has the facts know whose books they are of, where Xero tells; a stop ends it, since Xero may be slow to.
     *
     * @return today in the organisation's time zone
     */
    private static LocalDate meet(Books books, FactBook facts, LiveRuns.LiveRun going) {
        try (Interruption _ = going.stop.interruptsMe()) {
            Optional.ofNullable(books.name()).ifPresent(facts::organisation);
            return books.today();
        }
    }

    /** A stop ends it too: Xero may be slow to tell of the organisation. */
    private String system(Books open, BooksTools tools, Notebook notebook, String question, LiveRuns.LiveRun going) {
        try (Interruption _ = going.stop.interruptsMe()) {
            return SystemPrompt.of(
                    open.describe(),
                    tools.withheld(),
                    tools.granting(),
                    tools.proposes(),
                    open.today(),
                    MemoryPrompt.of(notebook, open.organisationId(), question));
        }
    }

    private static Ending ending(RunOutcome outcome, AnswerWriter writer, boolean interrupted) {
        return switch (outcome) {
            case RunOutcome.Completed _
            when writer.isEmpty() ->
                new Ending(Run.State.FAILED, "The model gave no answer. Send it again, or choose another model.");
            case RunOutcome.Completed _ -> new Ending(Run.State.COMPLETED, null);
            case RunOutcome.Waiting _ -> new Ending(Run.State.WAITING, null);
            case RunOutcome.Stopped _ when interrupted -> new Ending(Run.State.INTERRUPTED, INTERRUPTED);
            case RunOutcome.Stopped _ -> new Ending(Run.State.STOPPED, "You stopped this answer.");
            case RunOutcome.Limited(String reason) ->
                new Ending(Run.State.LIMITED, reason + " Ask for a smaller part of it.");
            case RunOutcome.Refused _ ->
                new Ending(
                        Run.State.FAILED, "The model declined to answer. Ask in other words, or choose another model.");
            case RunOutcome.Failed(LlmException.BudgetExhausted used) ->
                new Ending(Run.State.LIMITED, used.getMessage());
            case RunOutcome.Failed(LlmException cause) -> new Ending(Run.State.FAILED, cause.getMessage());
        };
    }

    private Entry entry(Run run, Answer answer) {
        return new Entry(ids.next(), Entry.Kind.ANSWER, run.id(), answer.text(), Codec.write(answer), clock.instant());
    }
}
