package au.pip.llm.protocol;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.Cost;
import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.ProviderData;
import au.pip.llm.Role;
import au.pip.llm.StopReason;
import au.pip.llm.Timing;
import au.pip.llm.Usage;
import au.pip.llm.Warning;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes a reply of its events: the one place where fragments are put together. Blocks are keyed by index, never by a
 * call's id; the first non-empty id and name of a call are kept, and an id that another call of the reply has is replaced
 * by one of its own; arguments that are not a JSON object become a text node, missing ones {@code {}}.
 *
 * <p>Each accepted event is passed on to the listener. Used by one thread; what it has been told of model, usage and cost
 * may be read by any.
 */
public final class ReplyFold {
    private final String provider;
    private final String instance;
    private final Consumer<ChatEvent> listener;
    private final TreeMap<Integer, Block> blocks = new TreeMap<>();
    private final List<Warning> warnings = new ArrayList<>();
    private @Nullable Block latest;
    private int highestIndex = -1;
    private volatile String model;
    private @Nullable StopReason stopReason;
    private volatile @Nullable Usage usage;
    private volatile @Nullable BigDecimal reportedCost;
    private volatile @Nullable String serviceTier;

    /**
     * @param provider the provider's name, for the response
     * @param askedModel the model named in the response until the provider names one
     */
    public ReplyFold(String provider, String askedModel, Consumer<ChatEvent> listener) {
        this(provider, "", askedModel, listener);
    }

    /** @param instance what {@link ProviderData} of this reply's parts bears besides the provider's name */
    public ReplyFold(String provider, String instance, String askedModel, Consumer<ChatEvent> listener) {
        this.provider = provider;
        this.instance = instance;
        this.model = askedModel;
        this.listener = listener;
    }

    public void accept(ChatEvent event) {
        ChatEvent given = event;
        switch (event) {
            case ChatEvent.Started started -> model = started.model().isEmpty() ? model : started.model();
            case ChatEvent.TextDelta delta ->
                block(delta.index(), Block.Kind.TEXT).content.append(delta.text());
            case ChatEvent.ThinkingDelta delta ->
                block(delta.index(), Block.Kind.THINKING).content.append(delta.thinking());
            case ChatEvent.ToolCallStarted call -> given = start(call);
            case ChatEvent.ToolCallDelta delta ->
                block(delta.index(), Block.Kind.TOOL_CALL).content.append(delta.fragment());
            case ChatEvent.PartFinished finished -> {
                Part part = marked(finished.part());
                block(finished.index(), Block.Kind.of(part)).finished = part;
                given = new ChatEvent.PartFinished(finished.index(), part);
            }
            case ChatEvent.UsageReported report -> usage = report.usage();
            case ChatEvent.CostReported report -> reportedCost = report.usd();
            case ChatEvent.Retrying retrying -> {}
            case ChatEvent.FellBack other -> {}
            case ChatEvent.Warned warned -> warnings.add(warned.warning());
            case ChatEvent.Finished finished -> {
                dropHalfCalls(finished.reason());
                stopReason = finished.reason();
            }
        }
        listener.accept(given);
    }

    /** Says whose the data is that the provider wants to see again. */
    private Part marked(Part part) {
        return switch (part) {
            case Part.Text text -> new Part.Text(text.text(), marked(text.providerData()));
            case Part.Thinking thinking -> new Part.Thinking(thinking.thinking(), marked(thinking.providerData()));
            case Part.ToolCall call ->
                new Part.ToolCall(call.callId(), call.toolName(), call.arguments(), marked(call.providerData()));
            case Part.ToolResult result -> result;
            case Part.Image image -> image;
            case Part.Document document -> document;
        };
    }

    private @Nullable ProviderData marked(@Nullable ProviderData data) {
        return data == null || instance.isEmpty() ? data : data.madeBy(instance);
    }

    private ChatEvent.ToolCallStarted start(ChatEvent.ToolCallStarted call) {
        boolean taken = !call.callId().isEmpty()
                && blocks.values().stream()
                        .anyMatch(other ->
                                other.index != call.index() && other.callId().equals(call.callId()));
        Block block = block(call.index(), Block.Kind.TOOL_CALL);
        block.name(taken ? CallId.make() : call.callId(), call.toolName());
        return taken ? new ChatEvent.ToolCallStarted(call.index(), block.callId(), call.toolName()) : call;
    }

    private Block block(int index, Block.Kind kind) {
        Block block = latest;
        if (block == null || block.index != index) {
            block = blocks.computeIfAbsent(index, key -> new Block(index, kind));
            latest = block;
            highestIndex = Math.max(highestIndex, index);
        }
        return block;
    }

    /**
     * Finishes a block with what the provider wants to see again.
     *
     * @return false when there is no such block, or it was finished before
     */
    public boolean finishPart(int index, @Nullable ProviderData providerData) {
        Block block = blocks.get(index);
        if (block == null || block.finished != null) {
            return false;
        }
        accept(new ChatEvent.PartFinished(index, block.part(providerData)));
        return true;
    }

    /** Whether the arguments of a call are a whole object already, to which nothing can be added. */
    public boolean hasWholeArguments(int index) {
        Block block = blocks.get(index);
        return block != null && block.hasWholeArguments();
    }

    /**
     * Finishes all open blocks and the reply. A reply with tool calls waits for their results, whatever was said; a call
     * that the output limit or the model's window cut is dropped, as half a call must never be run.
     */
    public void finish(StopReason said) {
        dropHalfCalls(said);
        for (int index : List.copyOf(blocks.keySet())) {
            finishPart(index, null);
        }
        accept(new ChatEvent.Finished(decide(said)));
    }

    private void dropHalfCalls(StopReason said) {
        if (said == StopReason.MAX_TOKENS || said == StopReason.CONTEXT_FULL) {
            blocks.values().removeIf(block -> block.isHalfCall(block.index == highestIndex));
            latest = null;
        }
    }

    private StopReason decide(StopReason said) {
        boolean calls = blocks.values().stream().anyMatch(block -> block.kind == Block.Kind.TOOL_CALL);
        return switch (said) {
            case REFUSED, CANCELLED -> said;
            case TOOL_CALLS -> calls ? said : StopReason.END;
            case END, MAX_TOKENS, STOP_SEQUENCE, CONTEXT_FULL, PAUSED, OTHER -> calls ? StopReason.TOOL_CALLS : said;
        };
    }

    /** What the provider has counted; {@link Usage#NONE} while it has said nothing. */
    public Usage usage() {
        Usage reported = usage;
        return reported == null ? Usage.NONE : reported;
    }

    /** Whether the provider has counted anything, even nought. */
    public boolean usageReported() {
        return usage != null;
    }

    /** The provider's own figure of the cost in US dollars; null while it has given none. */
    public @Nullable BigDecimal reportedCost() {
        return reportedCost;
    }

    /** @param tier the provider's word for how it serves this reply; null and an empty one say nothing */
    public void servedBy(@Nullable String tier) {
        if (tier != null && !tier.isEmpty()) {
            serviceTier = tier;
        }
    }

    /** What prices depend on besides the model, such as {@code flex}; null while the provider has not named it. */
    public @Nullable String serviceTier() {
        return serviceTier;
    }

    /** The model that answers: the provider's word once it has given it. */
    public String model() {
        return model;
    }

    /**
     * The reply so far. Without the end mark it is {@link StopReason#CANCELLED}: its open text and thinking are kept, an
     * unfinished tool call is not, as half a call must never be run.
     */
    public ChatResponse response(@Nullable Cost cost, Timing timing, @Nullable String requestId) {
        List<Part> parts = new ArrayList<>(blocks.size());
        for (Map.Entry<Integer, Block> entry : blocks.entrySet()) {
            Block block = entry.getValue();
            Part finished = block.finished;
            if (finished != null) {
                parts.add(finished);
            } else if (block.kind != Block.Kind.TOOL_CALL || stopReason != null) {
                parts.add(block.part(null));
            }
        }
        StopReason reason = stopReason == null ? StopReason.CANCELLED : decide(stopReason);
        return new ChatResponse(
                provider,
                model,
                new Message(Role.ASSISTANT, parts),
                reason,
                usage(),
                cost,
                warnings,
                timing,
                requestId);
    }
}
