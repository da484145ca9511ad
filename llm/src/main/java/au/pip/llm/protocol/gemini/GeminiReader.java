package au.pip.llm.protocol.gemini;

import au.pip.llm.ChatEvent;
import au.pip.llm.Part;
import au.pip.llm.ProviderData;
import au.pip.llm.StopReason;
import au.pip.llm.Usage;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.CallId;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import au.pip.llm.protocol.WireFailure;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each chunk adds parts and says what was used so far. Blocks have no numbers on this wire: a change of kind begins the
 * next, and so does a part with a signature, as the provider wants parts with and without one kept apart ("Thought
 * signatures" in its documentation). A signature of its own, in a last part with empty text, stays such a part.
 *
 * <p>There is no end mark but the reason why the model stopped. A reply is whole with that reason and the counts that
 * belong to it, which real ones have in one chunk; without counts it is whole when the answer ends. Vertex of old and
 * some gateways say {@code STOP} in every chunk, or in empty ones before the text (one-api issue 1408, LiteLLM issue
 * 2195): so it is believed at once only of a server that has sent content without it, else when the answer ends.
 */
final class GeminiReader implements ReplyReader {
    static final String SIGNATURE = "thoughtSignature";

    private enum Kind {
        TEXT,
        THINKING
    }

    private final String provider;
    private final List<Warning> warnings;
    private final ReplyFold fold;
    private final GeminiFrame frame = new GeminiFrame();
    private Usage reported = Usage.NONE;
    private boolean started;
    private boolean whole;
    private int index = -1;
    private @Nullable Kind open;
    private String finishReason = "";
    private boolean goesOnWithoutReason;

    GeminiReader(String provider, List<Warning> warnings, ReplyFold fold) {
        this.provider = provider;
        this.warnings = warnings;
        this.fold = fold;
    }

    @Override
    public void read(@Nullable String event, byte[] bytes, int offset, int length) {
        frame.parse(bytes, offset, length);
        if (frame.error != null) {
            throw new WireFailure(GeminiFailure.parseError(frame.error));
        }
        if (!frame.reply) {
            return;
        }
        if (!started) {
            start();
        }
        for (int at = 0; at < frame.partCount(); at++) {
            read(frame.part(at));
        }
        fold.servedBy(frame.usage.serviceTier());
        if (frame.usage.counted()) {
            report(frame.usage.usage());
        }
        if (!frame.finishReason.isEmpty() && !frame.finishReason.equals("FINISH_REASON_UNSPECIFIED")) {
            finishReason = frame.finishReason;
        } else if (frame.partCount() > 0) {
            goesOnWithoutReason = true;
        }
        if (!frame.blockReason.isEmpty()) {
            finish(StopReason.REFUSED);
        } else if (frame.usage.counted() && isEnd()) {
            finish(reason(finishReason));
        }
    }

    private boolean isEnd() {
        return !finishReason.isEmpty() && (goesOnWithoutReason || !finishReason.equals("STOP"));
    }

    @Override
    public boolean whole() {
        return whole;
    }

    @Override
    public boolean end() {
        if (!whole && !finishReason.isEmpty()) {
            finish(reason(finishReason));
        }
        return whole;
    }

    private void start() {
        started = true;
        fold.accept(new ChatEvent.Started(frame.responseId.isEmpty() ? null : frame.responseId, frame.model));
        for (Warning warning : warnings) {
            fold.accept(new ChatEvent.Warned(warning));
        }
    }

    /** Chunks that count nothing new are common while a call is written. */
    private void report(Usage usage) {
        if (!usage.equals(reported) || !fold.usageReported()) {
            reported = usage;
            fold.accept(new ChatEvent.UsageReported(usage));
        }
    }

    private void read(GeminiPart part) {
        if (part.functionCall != null) {
            readCall(part.functionCall, part.signature);
        } else if (part.signature != null) {
            readSigned(part, part.signature);
        } else if (!part.text.isEmpty()) {
            add(part);
        }
    }

    private void add(GeminiPart part) {
        Kind kind = part.thought ? Kind.THINKING : Kind.TEXT;
        if (open != kind) {
            closeBlock();
            open = kind;
            index++;
        }
        fold.accept(
                part.thought
                        ? new ChatEvent.ThinkingDelta(index, part.text)
                        : new ChatEvent.TextDelta(index, part.text));
    }

    private void closeBlock() {
        if (open != null) {
            fold.finishPart(index, open == Kind.THINKING ? new ProviderData(provider, Json.object()) : null);
            open = null;
        }
    }

    private void readSigned(GeminiPart part, String signature) {
        closeBlock();
        ProviderData data = new ProviderData(provider, Json.object().put(SIGNATURE, signature));
        if (part.text.isEmpty()) {
            index++;
            fold.accept(new ChatEvent.PartFinished(
                    index, part.thought ? new Part.Thinking("", data) : new Part.Text("", data)));
        } else {
            add(part);
            fold.finishPart(index, data);
            open = null;
        }
    }

    /** A call comes whole; older models give it no id. */
    private void readCall(JsonNode call, @Nullable String signature) {
        closeBlock();
        index++;
        String id = Json.text(call, "id");
        String name = Json.text(call, "name");
        fold.accept(new ChatEvent.ToolCallStarted(index, id == null ? CallId.make() : id, name == null ? "" : name));
        JsonNode arguments = call.path("args");
        if (arguments.isObject()) {
            fold.accept(new ChatEvent.ToolCallDelta(index, arguments.toString()));
        } else if (arguments.isString()) {
            fold.accept(new ChatEvent.ToolCallDelta(index, arguments.stringValue()));
        }
        fold.finishPart(index, ownData(id, signature));
    }

    private @Nullable ProviderData ownData(@Nullable String id, @Nullable String signature) {
        ObjectNode data = Json.object();
        if (id != null) {
            data.put("id", id);
        }
        if (signature != null) {
            data.put(SIGNATURE, signature);
        }
        return data.isEmpty() ? null : new ProviderData(provider, data);
    }

    private void finish(StopReason reason) {
        whole = true;
        closeBlock();
        fold.finish(reason);
    }

    /** {@code STOP} is said of calls and of stop sequences too. The list of reasons grows. */
    private static StopReason reason(String said) {
        return switch (said) {
            case "STOP" -> StopReason.END;
            case "MAX_TOKENS" -> StopReason.MAX_TOKENS;
            case "SAFETY", "RECITATION", "BLOCKLIST", "PROHIBITED_CONTENT", "SPII", "MODEL_ARMOR" -> StopReason.REFUSED;
            default -> said.startsWith("IMAGE_") ? StopReason.REFUSED : StopReason.OTHER;
        };
    }
}
