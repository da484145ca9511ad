package au.pip.assistant.conversation;

import au.pip.api.BudgetView;
import au.pip.api.PieceView;
import au.pip.api.RunEvent;
import au.pip.api.ToolView;
import au.pip.api.UsageView;
import au.pip.assistant.AccountId;
import au.pip.assistant.Run;
import au.pip.assistant.UsageRecord;
import au.pip.assistant.store.EventLog;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.llm.Usage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person had seen of an answer that was never stored, read back from its events. */
final class ShownAnswer {
    private static final int BATCH = 500;

    private final EventLog log;
    private final List<PieceView> pieces = new ArrayList<>();
    private final List<ToolView> tools = new ArrayList<>();
    private UsageView usage = new UsageView(0, 0, 0, 0);
    private @Nullable String costUsd = "0";
    private String provider = "";
    private String model = "";
    private int replies;
    private @Nullable String approvalId;
    private @Nullable BudgetView budget;

    ShownAnswer(EventLog log) {
        this.log = log;
    }

    Answer read(AccountId account, String runId, String error) {
        long sequence = 0;
        List<LoggedEvent> events = log.after(account, runId, sequence, BATCH);
        while (!events.isEmpty()) {
            events.forEach(this::add);
            sequence = events.getLast().sequence();
            events = log.after(account, runId, sequence, BATCH);
        }
        return new Answer(
                Run.State.INTERRUPTED,
                pieces,
                tools,
                List.of(),
                usage,
                costUsd,
                provider,
                model,
                error,
                approvalId,
                budget);
    }

    /** What its last {@code usage} event had counted, once it was read; by the model it was begun with. */
    List<UsageRecord> usage(Run run, Instant at) {
        if (replies == 0) {
            return List.of();
        }
        // How long a cache was to last is not told in events; both are written in the bucket of five minutes.
        Usage used = new Usage(usage.freshInput(), usage.cacheRead(), usage.cacheWrite(), 0, usage.output(), 0);
        BigDecimal cost = costUsd == null ? null : new BigDecimal(costUsd);
        return List.of(new UsageRecord(run.id(), run.conversationId(), provider, model, replies, used, cost, null, at));
    }

    private void add(LoggedEvent event) {
        switch (event.type()) {
            case "text" ->
                pieces.add(new PieceView(
                        Codec.read(event.body(), RunEvent.Text.class).text(), null));
            case "figure" -> {
                RunEvent.Figure figure = Codec.read(event.body(), RunEvent.Figure.class);
                pieces.add(new PieceView(figure.figure().text(), figure.figure()));
            }
            case "tool-finished" ->
                tools.add(Codec.read(event.body(), RunEvent.ToolFinished.class).tool());
            case "approval" ->
                approvalId =
                        Codec.read(event.body(), RunEvent.ApprovalWaits.class).approvalId();
            case "usage" -> {
                RunEvent.Used used = Codec.read(event.body(), RunEvent.Used.class);
                replies++;
                usage = used.usage();
                costUsd = used.costUsd();
                budget = used.budget();
            }
            case "started" -> {
                RunEvent.Started started = Codec.read(event.body(), RunEvent.Started.class);
                provider = started.provider();
                model = started.model();
            }
            default -> {
                // Tells nothing of the answer.
            }
        }
    }
}
