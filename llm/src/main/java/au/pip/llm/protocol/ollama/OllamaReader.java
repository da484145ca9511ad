package au.pip.llm.protocol.ollama;

import au.pip.llm.ChatEvent;
import au.pip.llm.ProviderData;
import au.pip.llm.StopReason;
import au.pip.llm.Usage;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.CallId;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import au.pip.llm.protocol.WireFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Each line adds text, thinking or whole tool calls; the line with {@code done} ends the reply and counts its tokens.
 * Blocks have no numbers on this wire: a change from one kind to another begins the next.
 */
final class OllamaReader implements ReplyReader {
    private enum Kind {
        TEXT,
        THINKING
    }

    private final ChatRequest request;
    private final Rendered rendered;
    private final ReplyFold fold;
    private final OllamaFrame frame = new OllamaFrame();
    private boolean started;
    private boolean whole;
    private int index = -1;
    private @Nullable Kind open;

    OllamaReader(ChatRequest request, Rendered rendered, ReplyFold fold) {
        this.request = request;
        this.rendered = rendered;
        this.fold = fold;
    }

    @Override
    public void read(@Nullable String event, byte[] bytes, int offset, int length) {
        frame.parse(bytes, offset, length);
        if (frame.error != null) {
            throw new WireFailure(Failure.of(
                    OllamaProtocol.saysTooLong(frame.error) ? Failure.Kind.TOO_LONG : Failure.Kind.UNKNOWN,
                    frame.error,
                    null));
        }
        if (!started) {
            start();
        }
        if (!frame.thinking.isEmpty()) {
            fold.accept(new ChatEvent.ThinkingDelta(block(Kind.THINKING), frame.thinking));
        }
        if (!frame.content.isEmpty()) {
            fold.accept(new ChatEvent.TextDelta(block(Kind.TEXT), frame.content));
        }
        if (frame.toolCalls != null && frame.toolCalls.isArray()) {
            for (JsonNode call : frame.toolCalls) {
                readCall(call);
            }
        }
        if (frame.done) {
            finish();
        }
    }

    @Override
    public boolean whole() {
        return whole;
    }

    private void start() {
        started = true;
        fold.accept(new ChatEvent.Started(null, frame.model));
        for (Warning warning : rendered.warnings()) {
            fold.accept(new ChatEvent.Warned(warning));
        }
    }

    private int block(Kind kind) {
        if (open != kind) {
            closeBlock();
            open = kind;
            index++;
        }
        return index;
    }

    private void closeBlock() {
        if (open != null) {
            fold.finishPart(index, open == Kind.THINKING ? new ProviderData(request.provider(), Json.object()) : null);
            open = null;
        }
    }

    /** A call comes whole; its arguments are an object (some servers send its text), its id is often missing. */
    private void readCall(JsonNode call) {
        closeBlock();
        index++;
        JsonNode function = call.path("function");
        String id = Json.text(call, "id");
        String name = Json.text(function, "name");
        fold.accept(new ChatEvent.ToolCallStarted(index, id == null ? CallId.make() : id, name == null ? "" : name));
        JsonNode arguments = function.path("arguments");
        if (arguments.isString()) {
            fold.accept(new ChatEvent.ToolCallDelta(index, arguments.stringValue()));
        } else if (arguments.isObject()) {
            fold.accept(new ChatEvent.ToolCallDelta(index, arguments.toString()));
        }
        fold.finishPart(index, null);
    }

    private void finish() {
        whole = true;
        closeBlock();
        if (frame.counted) {
            fold.accept(new ChatEvent.UsageReported(Usage.of(frame.promptTokens, frame.outputTokens)));
        }
        warnOfCutPrompt();
        fold.finish(
                switch (frame.doneReason) {
                    case "stop", "" -> StopReason.END;
                    case "length" -> StopReason.MAX_TOKENS;
                    // "load" and "unload" among them: the request held nothing to answer
                    default -> StopReason.OTHER;
                });
    }

    private void warnOfCutPrompt() {
        int window = rendered.body().path("options").path("num_ctx").asInt(0);
        boolean toolsSent = rendered.body().has("tools");
        if (ContextWindow.wasCut(request, toolsSent, window, frame.promptTokens)) {
            fold.accept(new ChatEvent.Warned(new Warning(
                    "context",
                    "The model saw only %d tokens of the conversation: its beginning was probably cut off. Start a new conversation, or choose a model with a longer context."
                            .formatted(frame.promptTokens))));
        }
    }
}
