package au.pip.assistant.conversation;

import au.pip.agent.AgentEvent;
import au.pip.agent.ProposingTool;
import au.pip.agent.ToolResult;
import au.pip.api.BudgetView;
import au.pip.api.FigureView;
import au.pip.api.PieceView;
import au.pip.api.RunEvent;
import au.pip.api.ToolView;
import au.pip.api.UsageView;
import au.pip.assistant.Run;
import au.pip.assistant.UsageRecord;
import au.pip.assistant.budget.RunBudget;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.grounding.Grounding;
import au.pip.ledger.grounding.Piece;
import au.pip.llm.ChatResponse;
import au.pip.llm.Cost;
import au.pip.llm.LlmProvider;
import au.pip.llm.Part;
import au.pip.llm.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Builds an answer out of what happens in its run, and logs each step as it does. */
final class AnswerWriter implements Consumer<AgentEvent> {
    private final RunLog log;
    private final List<PieceView> pieces = new ArrayList<>();
    private final List<ToolView> tools = new ArrayList<>();
    private final List<ChatResponse> replies = new ArrayList<>();
    private FactBook facts = new FactBook();
    private int earlier;
    private Grounding grounding = new Grounding(facts, List.of());
    private boolean strict;
    private String provider = "";
    private String model = "";
    private @Nullable RunBudget budget;
    private @Nullable BudgetView near;
    private @Nullable String approvalId;

    AnswerWriter(RunLog log) {
        this.log = log;
    }

    void using(LlmProvider used) {
        provider = used.name();
        model = Objects.requireNonNullElse(used.defaultModel(), "");
    }

    String model() {
        return model;
    }

    /** What is left of it is told with what was used, once it is little. */
    void within(RunBudget used) {
        budget = used;
    }

    /**
     * @param book with the earlier runs' facts in it
     * @param question what is answered; null when the server told something and nobody asked
     */
    void grounding(FactBook book, List<String> said, LocalDate today, @Nullable String question) {
        facts = book;
        earlier = book.size();
        grounding = new Grounding(book, said, today, question);
    }

    /** From now on a figure that cannot be verified is withheld, in what is shown and in what is stored. */
    void withholdUnverified() {
        strict = true;
    }

    @Override
    public void accept(AgentEvent event) {
        switch (event) {
            case AgentEvent.Text(String text) -> grounding.accept(text).forEach(this::add);
            case AgentEvent.CallStarted(Part.ToolCall call, String label) ->
                log.add(new RunEvent.ToolStarted(call.callId(), call.toolName(), label));
            case AgentEvent.Proposed(Part.ToolCall _, ProposingTool.Proposal.Waits(String id, String _)) -> {
                approvalId = id;
                log.add(new RunEvent.ApprovalWaits(id));
            }
            case AgentEvent.CallFinished(Part.ToolCall call, ToolResult result, Duration took) -> {
                result.ownWords().forEach(grounding::note);
                ToolView tool = new ToolView(
                        call.callId(),
                        call.toolName(),
                        call.arguments().toString(),
                        result.failed(),
                        result.summary(),
                        took.toMillis());
                tools.add(tool);
                log.add(new RunEvent.ToolFinished(tool));
            }
            case AgentEvent.ReplyFinished(ChatResponse response) -> {
                replies.add(response);
                model = response.model();
                near = budget == null ? null : budget.near();
                log.add(new RunEvent.Used(usageView(), cost(), near));
            }
        }
    }

    /** Gives out what was held back; call it once the model is done. */
    void finishText() {
        grounding.finish().forEach(this::add);
    }

    boolean isEmpty() {
        return pieces.stream().allMatch(piece -> piece.text().isBlank());
    }

    /** What this run has found, cited or not. */
    List<Fact> found() {
        return facts.all().subList(Math.min(earlier, facts.size()), facts.size());
    }

    Answer answer(Run.State state, @Nullable String error) {
        return new Answer(state, pieces, tools, found(), usageView(), cost(), provider, model, error, approvalId, near);
    }

    private record Priced(String model, @Nullable String version) {
        static Priced of(ChatResponse reply) {
            Cost cost = reply.cost();
            return new Priced(reply.model(), cost == null ? null : cost.priceVersion());
        }
    }

    /** By model and price: those whose price is not known take nothing away from what is known of the others. */
    List<UsageRecord> usage(Run run, Instant at) {
        Map<Priced, List<ChatResponse>> byPrice = new LinkedHashMap<>();
        replies.forEach(reply -> byPrice.computeIfAbsent(Priced.of(reply), _ -> new ArrayList<>())
                .add(reply));
        return byPrice.entrySet().stream()
                .map(entry -> record(run, entry.getKey(), entry.getValue(), at))
                .toList();
    }

    private UsageRecord record(Run run, Priced priced, List<ChatResponse> responses, Instant at) {
        return new UsageRecord(
                run.id(),
                run.conversationId(),
                provider,
                priced.model(),
                responses.size(),
                sum(responses),
                total(responses),
                priced.version(),
                at);
    }

    private void add(Piece piece) {
        PieceView view = Views.piece(strict && piece instanceof Piece.Figure each ? each.withheld() : piece, facts);
        FigureView figure = view.figure();
        pieces.add(view);
        log.add(figure == null ? new RunEvent.Text(view.text()) : new RunEvent.Figure(figure));
    }

    private UsageView usageView() {
        Usage usage = sum(replies);
        return new UsageView(
                usage.freshInput(), usage.cacheRead(), usage.cacheWrite5m() + usage.cacheWrite1h(), usage.output());
    }

    private @Nullable String cost() {
        BigDecimal total = total(replies);
        return total == null ? null : total.toPlainString();
    }

    private static Usage sum(List<ChatResponse> responses) {
        return responses.stream().map(ChatResponse::usage).reduce(Usage.NONE, Usage::plus);
    }

    /** Null as soon as one price is unknown: a part is not the whole. */
    private static @Nullable BigDecimal total(List<ChatResponse> responses) {
        BigDecimal total = BigDecimal.ZERO;
        for (ChatResponse response : responses) {
            Cost cost = response.cost();
            if (cost == null) {
                return null;
            }
            total = total.add(cost.usd());
        }
        return total;
    }
}
