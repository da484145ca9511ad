package au.pip.llm.protocol.openai;

import au.pip.llm.ChatEvent;
import au.pip.llm.StopReason;
import au.pip.llm.Warning;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import au.pip.llm.protocol.WireFailure;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * {@code response.created}, events of each item, then {@code response.completed} or {@code response.incomplete}. An error
 * comes as {@code error} (with its fields beside {@code type}, or in {@code error}) or {@code response.failed}, after the
 * status 200. Events of unknown types are read over.
 */
final class ResponsesReader implements ReplyReader {
    private final List<Warning> warnings;
    private final ReplyFold fold;
    private final ResponsesFrame frame = new ResponsesFrame();
    private final ResponsesOutput output;
    private boolean started;
    private boolean whole;

    ResponsesReader(String provider, List<Warning> warnings, ReplyFold fold) {
        this.warnings = warnings;
        this.fold = fold;
        this.output = new ResponsesOutput(provider, fold);
    }

    @Override
    public void read(@Nullable String event, byte[] bytes, int offset, int length) {
        if (isDoneMark(bytes, offset, length)) {
            return;
        }
        frame.parse(bytes, offset, length);
        String type = frame.type.isEmpty() && event != null ? event : frame.type;
        if (!started && type.startsWith("response.") && !type.equals("response.failed")) {
            start();
        }
        fold.servedBy(frame.response.serviceTier);
        int at = frame.outputIndex;
        int place = frame.partIndex;
        switch (type) {
            case "response.output_text.delta" -> output.addText(at, place, frame.delta);
            case "response.output_text.done" -> output.endText(at, place, frame.whole);
            case "response.refusal.delta" -> output.addRefusal(at, place, frame.delta);
            case "response.refusal.done" -> output.endRefusal(at, place, frame.whole);
            case "response.reasoning_summary_text.delta" -> output.addSummary(at, place, frame.delta);
            case "response.reasoning_summary_text.done" -> output.endSummary(at, place, frame.whole);
            case "response.reasoning_text.delta" -> output.addReasoning(at, place, frame.delta);
            case "response.reasoning_text.done" -> output.endReasoning(at, place, frame.whole);
            case "response.function_call_arguments.delta" -> output.addArguments(at, frame.delta);
            case "response.function_call_arguments.done" -> output.endArguments(at, frame.whole);
            case "response.output_item.added" -> output.begin(at, frame.item);
            case "response.output_item.done" -> output.end(at, frame.item);
            case "response.completed", "response.incomplete", "response.failed" -> stop(type);
            case "error" -> throw failure(frame.error == null ? flatError() : frame.error);
            default -> {
                if (type.isEmpty() && frame.error != null) {
                    throw failure(frame.error);
                }
            }
        }
    }

    /** {@code [DONE]}, which is not JSON; servers that copy the API end with it. */
    private static boolean isDoneMark(byte[] bytes, int offset, int length) {
        return length > 0 && bytes[offset] == '[';
    }

    @Override
    public boolean whole() {
        return whole;
    }

    private void start() {
        started = true;
        fold.accept(new ChatEvent.Started(frame.response.id, frame.response.model));
        for (Warning warning : warnings) {
            fold.accept(new ChatEvent.Warned(warning));
        }
    }

    private JsonNode flatError() {
        return Json.object()
                .put("code", frame.code)
                .put("message", frame.message)
                .put("param", frame.param);
    }

    private static WireFailure failure(@Nullable JsonNode error) {
        return new WireFailure(OpenAiFailure.parseStreamed(error));
    }

    private void stop(String type) {
        ResponsesFrame.Response response = frame.response;
        boolean failed = type.equals("response.failed") || response.status.equals("failed");
        if (!failed) {
            output.endAll(response.output);
        }
        if (started) {
            report(response.usage);
        }
        if (failed) {
            throw failure(response.error);
        }
        whole = true;
        boolean cut = type.equals("response.incomplete") || response.status.equals("incomplete");
        fold.finish(cut ? cutBy(response.incompleteReason) : output.refused() ? StopReason.REFUSED : StopReason.END);
    }

    private void report(@Nullable JsonNode usage) {
        if (usage == null || !usage.isObject()) {
            return;
        }
        fold.accept(new ChatEvent.UsageReported(ResponsesUsage.parse(usage)));
        BigDecimal cost = ResponsesUsage.cost(usage);
        if (cost != null) {
            fold.accept(new ChatEvent.CostReported(cost));
        }
    }

    private static StopReason cutBy(String reason) {
        return switch (reason) {
            case "max_output_tokens" -> StopReason.MAX_TOKENS;
            case "content_filter" -> StopReason.REFUSED;
            default -> StopReason.OTHER;
        };
    }
}
