package au.pip.llm.protocol.openai;

import au.pip.llm.ChatEvent;
import au.pip.llm.Part;
import au.pip.llm.ProviderData;
import au.pip.llm.StopReason;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import au.pip.llm.protocol.WireFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Chunks of one choice, one with {@code finish_reason}, one with the counts, then {@code [DONE]}. The end mark is
 * {@code [DONE]}; where it is missing, a finish reason and the clean end of the answer stand for it. The counts follow
 * the finish reason, so that one ends nothing by itself.
 *
 * <p>Blocks have no numbers on this wire: a change from one kind to another begins the next.
 */
final class ChatCompletionsReader implements ReplyReader {
    private enum Kind {
        TEXT,
        THINKING
    }

    private final String provider;
    private final List<Warning> warnings;
    private final ReplyFold fold;
    private final ChatCompletionsFrame frame = new ChatCompletionsFrame();
    private final ChatCompletionsUsage usage = new ChatCompletionsUsage();
    private final ChatCompletionsCalls calls;
    private final ThinkTags tags;
    private final ReasoningDetails details = new ReasoningDetails();
    private boolean started;
    private boolean whole;
    private boolean refused;
    private String finishReason = "";
    private int lastBlock = -1;
    private @Nullable Kind open;
    private int openBlock;
    /** The field that the open thinking came in; empty when it came between tags. */
    private String thinkingField = "";

    private int detailsBlock = -1;

    ChatCompletionsReader(String provider, ChatDialect dialect, List<Warning> warnings, ReplyFold fold) {
        this.provider = provider;
        this.warnings = warnings;
        this.fold = fold;
        this.calls = new ChatCompletionsCalls(provider, fold, this::nextBlock);
        this.tags = new ThinkTags(dialect.has(ChatDialect.Trait.THINK_TAGS));
    }

    private int nextBlock() {
        return ++lastBlock;
    }

    @Override
    public void read(@Nullable String event, byte[] bytes, int offset, int length) {
        if (isDone(bytes, offset, length)) {
            if (started) {
                finish();
            }
            return;
        }
        frame.parse(bytes, offset, length, started);
        throwIfFailed(event, bytes, offset, length);
        if (!started && !frame.chosen && frame.usage == null) {
            return;
        }
        if (!started) {
            start();
        }
        fold.servedBy(frame.serviceTier);
        if (frame.chosen) {
            readChoice(frame.choice);
        }
        if (frame.usage != null && frame.usage.isObject()) {
            usage.read(frame.usage, fold);
        }
    }

    private static boolean isDone(byte[] bytes, int offset, int length) {
        int at = offset;
        while (at < offset + length && bytes[at] == ' ') {
            at++;
        }
        return at + 1 < offset + length && bytes[at] == '[' && bytes[at + 1] == 'D';
    }

    private void throwIfFailed(@Nullable String event, byte[] bytes, int offset, int length) {
        JsonNode error = frame.error == null ? frame.choice.error : frame.error;
        if (error == null && (frame.failed || "error".equals(event))) {
            error = Json.MAPPER.readTree(bytes, offset, length);
        }
        if (error != null) {
            throw new WireFailure(OpenAiFailure.parseStreamed(error));
        }
        if (frame.choice.finishReason.equals("error")) {
            throw new WireFailure(Failure.of(Failure.Kind.UNKNOWN, null, null));
        }
    }

    @Override
    public boolean whole() {
        return whole;
    }

    @Override
    public boolean end() {
        if (!whole && !finishReason.isEmpty()) {
            finish();
        }
        return whole;
    }

    private void start() {
        started = true;
        fold.accept(new ChatEvent.Started(frame.id.isEmpty() ? null : frame.id, frame.model));
        for (Warning warning : warnings) {
            fold.accept(new ChatEvent.Warned(warning));
        }
    }

    private void readChoice(ChatCompletionsChoice choice) {
        addThinking(choice.thinking, choice.thinkingField);
        if (choice.thinkingDetails != null) {
            addDetails(choice.thinkingDetails);
        }
        if (!choice.content.isEmpty()) {
            tags.accept(choice.content);
            addTagged();
        }
        if (!choice.refusal.isEmpty()) {
            refused = true;
            addText(choice.refusal);
        }
        if (!choice.calls.isEmpty()) {
            closeBlock();
            calls.accept(choice.calls);
        }
        if (!choice.finishReason.isEmpty()) {
            finishReason = choice.finishReason;
        }
    }

    private void addTagged() {
        addThinking(tags.thinking(), "");
        addText(tags.text());
    }

    private void addThinking(String thinking, String field) {
        if (!thinking.isEmpty()) {
            int block = block(Kind.THINKING);
            thinkingField = field;
            fold.accept(new ChatEvent.ThinkingDelta(block, thinking));
        }
    }

    private void addText(String text) {
        if (!text.isEmpty()) {
            fold.accept(new ChatEvent.TextDelta(block(Kind.TEXT), text));
        }
    }

    private void addDetails(JsonNode fragments) {
        details.accept(fragments);
        if (detailsBlock < 0 && !details.isEmpty()) {
            detailsBlock = open == Kind.THINKING ? openBlock : nextBlock();
        }
    }

    private int block(Kind kind) {
        if (open != kind) {
            closeBlock();
            open = kind;
            openBlock = nextBlock();
        }
        return openBlock;
    }

    /** A block with details stays open until the end, as more of them may follow. */
    private void closeBlock() {
        if (open == Kind.TEXT) {
            fold.finishPart(openBlock, null);
        } else if (open == Kind.THINKING && openBlock != detailsBlock) {
            fold.finishPart(openBlock, thinkingField.isEmpty() ? null : thinkingData());
        }
        open = null;
    }

    /** The field to send it back in. */
    private ProviderData thinkingData() {
        return new ProviderData(provider, Json.object().put("field", thinkingField));
    }

    private void finish() {
        whole = true;
        tags.end();
        addTagged();
        closeBlock();
        finishDetails();
        calls.finish();
        usage.end(fold);
        fold.finish(refused ? StopReason.REFUSED : reason(finishReason));
    }

    /** Details may come without any readable thinking. */
    private void finishDetails() {
        if (detailsBlock >= 0) {
            ObjectNode data = Json.object();
            data.set("details", details.all());
            ProviderData wanted = new ProviderData(provider, data);
            if (!fold.finishPart(detailsBlock, wanted)) {
                fold.accept(new ChatEvent.PartFinished(detailsBlock, new Part.Thinking("", wanted)));
            }
        }
    }

    /** Empty where the server said only {@code [DONE]}. */
    private static StopReason reason(String said) {
        return switch (said) {
            case "stop", "", "eos", "end_turn" -> StopReason.END;
            case "tool_calls", "function_call" -> StopReason.TOOL_CALLS;
            case "length", "max_tokens" -> StopReason.MAX_TOKENS;
            case "content_filter", "refusal" -> StopReason.REFUSED;
            case "model_length" -> StopReason.CONTEXT_FULL;
            default -> StopReason.OTHER;
        };
    }
}
