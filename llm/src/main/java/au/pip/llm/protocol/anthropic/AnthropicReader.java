package au.pip.llm.protocol.anthropic;

import au.pip.llm.ChatEvent;
import au.pip.llm.Part;
import au.pip.llm.ProviderData;
import au.pip.llm.StopReason;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.CallId;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import au.pip.llm.protocol.WireFailure;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code message_start}, for each block {@code content_block_start}, {@code …_delta}s and {@code …_stop}, then
 * {@code message_delta}s and {@code message_stop}. {@code ping} and events, blocks and deltas of unknown types are read
 * over, as the API's versioning asks.
 */
final class AnthropicReader implements ReplyReader {
    /**
     * A block while it is open: {@code input} is what a tool call began with, for servers that stream no arguments. Its
     * number is our own, as servers that copy this API use an index of theirs twice.
     */
    private static final class OpenBlock {
        final int number;
        final String type;
        final StringBuilder signature = new StringBuilder();
        final @Nullable JsonNode redacted;
        final @Nullable JsonNode input;
        boolean argumentsStreamed;

        OpenBlock(int number, String type, @Nullable JsonNode redacted, @Nullable JsonNode input) {
            this.number = number;
            this.type = type;
            this.redacted = redacted;
            this.input = input;
        }
    }

    private final String provider;
    private final List<Warning> warnings;
    private final ReplyFold fold;
    private final AnthropicFrame frame = new AnthropicFrame();
    private final AnthropicUsage usage = new AnthropicUsage();
    private final Map<Integer, OpenBlock> open = new HashMap<>();
    private int blocks;
    private @Nullable String stopReason;
    private boolean whole;

    AnthropicReader(String provider, List<Warning> warnings, ReplyFold fold) {
        this.provider = provider;
        this.warnings = warnings;
        this.fold = fold;
    }

    @Override
    public void read(@Nullable String event, byte[] bytes, int offset, int length) {
        frame.parse(bytes, offset, length);
        String type = frame.type.isEmpty() && event != null ? event : frame.type;
        switch (type) {
            case "content_block_delta" -> readDelta();
            case "content_block_start" -> startBlock();
            case "content_block_stop" -> stopBlock();
            case "message_start" -> start();
            case "message_delta" -> readMessageDelta();
            case "message_stop" -> stop();
            case "error" -> throw new WireFailure(AnthropicFailure.parseError(frame.error, frame.requestId));
            default -> {}
        }
    }

    @Override
    public boolean whole() {
        return whole;
    }

    private void start() {
        JsonNode message = frame.message;
        String model = Json.text(message, "model");
        fold.accept(new ChatEvent.Started(Json.text(message, "id"), model == null ? "" : model));
        for (Warning warning : warnings) {
            fold.accept(new ChatEvent.Warned(warning));
        }
        if (message != null) {
            report(message.get("usage"));
        }
    }

    private void report(@Nullable JsonNode counts) {
        if (counts != null && counts.isObject()) {
            fold.servedBy(Json.text(counts, "service_tier"));
            fold.accept(new ChatEvent.UsageReported(usage.update(counts)));
        }
    }

    private void startBlock() {
        JsonNode block = frame.contentBlock;
        String type = Json.text(block, "type");
        if (block == null || type == null) {
            return;
        }
        OpenBlock opened =
                new OpenBlock(blocks++, type, type.equals("redacted_thinking") ? block : null, block.get("input"));
        open.put(frame.index, opened);
        switch (type) {
            case "tool_use" -> {
                String id = Json.text(block, "id");
                String name = Json.text(block, "name");
                fold.accept(new ChatEvent.ToolCallStarted(
                        opened.number, id == null ? CallId.make() : id, name == null ? "" : name));
            }
            case "text" -> addText(opened, Json.text(block, "text"));
            case "thinking" -> {
                addThinking(opened, Json.text(block, "thinking"));
                String signature = Json.text(block, "signature");
                opened.signature.append(signature == null ? "" : signature);
            }
            default -> {}
        }
    }

    private void readDelta() {
        switch (frame.deltaType) {
            case "text_delta" -> addText(opened("text"), frame.deltaValue);
            case "thinking_delta" -> addThinking(opened("thinking"), frame.deltaValue);
            case "input_json_delta" -> {
                OpenBlock block = open.get(frame.index);
                if (block != null && block.type.equals("tool_use") && !frame.deltaValue.isEmpty()) {
                    block.argumentsStreamed = true;
                    fold.accept(new ChatEvent.ToolCallDelta(block.number, frame.deltaValue));
                }
            }
            case "signature_delta" -> {
                OpenBlock block = open.get(frame.index);
                if (block != null) {
                    block.signature.append(frame.deltaValue);
                }
            }
            default -> {}
        }
    }

    /** The block of a delta; a new one where its start was left out. */
    private OpenBlock opened(String type) {
        OpenBlock block = open.get(frame.index);
        if (block == null) {
            block = new OpenBlock(blocks++, type, null, null);
            open.put(frame.index, block);
        }
        return block;
    }

    private void addText(OpenBlock block, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            fold.accept(new ChatEvent.TextDelta(block.number, text));
        }
    }

    private void addThinking(OpenBlock block, @Nullable String thinking) {
        if (thinking != null && !thinking.isEmpty()) {
            fold.accept(new ChatEvent.ThinkingDelta(block.number, thinking));
        }
    }

    private void stopBlock() {
        OpenBlock block = open.remove(frame.index);
        if (block == null) {
            return;
        }
        switch (block.type) {
            case "thinking" -> finishThinking(block, signed(block));
            case "redacted_thinking" ->
                finishThinking(block, block.redacted == null ? null : new ProviderData(provider, block.redacted));
            case "tool_use" -> {
                if (!block.argumentsStreamed && block.input != null && !block.input.isEmpty()) {
                    fold.accept(new ChatEvent.ToolCallDelta(block.number, block.input.toString()));
                }
                fold.finishPart(block.number, null);
            }
            default -> fold.finishPart(block.number, null);
        }
    }

    /** Thinking may have no readable text at all, only what the provider wants to see again. */
    private void finishThinking(OpenBlock block, @Nullable ProviderData data) {
        if (!fold.finishPart(block.number, data) && data != null) {
            fold.accept(new ChatEvent.PartFinished(block.number, new Part.Thinking("", data)));
        }
    }

    /** Thinking without a signature cannot be sent back, so it gets no provider data. */
    private @Nullable ProviderData signed(OpenBlock block) {
        return block.signature.isEmpty()
                ? null
                : new ProviderData(provider, Json.object().put("signature", block.signature.toString()));
    }

    private void readMessageDelta() {
        stopReason = frame.stopReason == null ? stopReason : frame.stopReason;
        report(frame.usage);
        tellRefusal(Json.text(frame.stopDetails, "category"));
    }

    /** @param category a word such as {@code cyber}; the provider's explanation beside it is not shown */
    private void tellRefusal(@Nullable String category) {
        if (category != null && category.matches("[a-z_]{1,40}")) {
            fold.accept(new ChatEvent.Warned(new Warning(
                    "refusal",
                    "The provider's safeguards stopped this reply (%s). Ask in other words, in a new conversation."
                            .formatted(category))));
        }
    }

    private void stop() {
        whole = true;
        fold.finish(reason(stopReason == null ? "" : stopReason));
    }

    private static StopReason reason(String said) {
        return switch (said) {
            case "end_turn" -> StopReason.END;
            case "tool_use" -> StopReason.TOOL_CALLS;
            case "max_tokens" -> StopReason.MAX_TOKENS;
            case "stop_sequence" -> StopReason.STOP_SEQUENCE;
            case "refusal" -> StopReason.REFUSED;
            case "model_context_window_exceeded" -> StopReason.CONTEXT_FULL;
            case "pause_turn" -> StopReason.PAUSED;
            default -> StopReason.OTHER;
        };
    }
}
