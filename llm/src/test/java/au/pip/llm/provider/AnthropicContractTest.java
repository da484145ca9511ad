package au.pip.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.ChatEvent;
import au.pip.llm.LlmException;
import au.pip.llm.StopReason;
import au.pip.llm.Usage;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.Piece;
import au.pip.llm.contract.ProviderContract;
import au.pip.llm.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AnthropicContractTest extends ProviderContract {
    @Override
    public String provider() {
        return "anthropic";
    }

    @Override
    public String model() {
        return "claude-3-5-haiku-20241022";
    }

    @Override
    public String chatPath() {
        return "/v1/messages";
    }

    @Override
    public String contentType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    public BigDecimal cost() {
        return new BigDecimal("0.0000528");
    }

    @Override
    public Map.Entry<String, String> keyHeader() {
        return Map.entry("x-api-key", "test-key");
    }

    @Override
    public String requestIdHeader() {
        return "request-id";
    }

    @Override
    public List<String> frames(List<Piece> pieces, long inputTokens, long outputTokens) {
        List<String> frames = new ArrayList<>();
        frames.add(event("message_start", """
                        {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant",\
                        "model":"%s","content":[],"stop_reason":null,"stop_sequence":null,\
                        "usage":{"input_tokens":%d,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,\
                        "cache_creation":{"ephemeral_5m_input_tokens":0,"ephemeral_1h_input_tokens":0},\
                        "output_tokens":2}}}""".formatted(model(), inputTokens)));
        frames.add(event("ping", "{\"type\": \"ping\"}"));
        String reason = "end_turn";
        for (int index = 0; index < pieces.size(); index++) {
            Piece piece = pieces.get(index);
            frames.add(start(index, piece));
            deltas(piece).forEach(delta -> frames.add(delta));
            frames.set(frames.size() - 1, frames.getLast() + stop(index));
            replaceIndex(frames, index);
            reason = piece instanceof Piece.Call ? "tool_use" : reason;
        }
        frames.add(event("message_delta", """
                        {"type":"message_delta","delta":{"stop_reason":"%s","stop_sequence":null},\
                        "usage":{"output_tokens":%d}}""".formatted(reason, outputTokens)));
        frames.add(event("message_stop", "{\"type\":\"message_stop\"}"));
        return frames;
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }

    private static String start(int index, Piece piece) {
        String block = switch (piece) {
            case Piece.Text text -> "{\"type\":\"text\",\"text\":\"\"}";
            case Piece.Thinking thinking -> "{\"type\":\"thinking\",\"thinking\":\"\",\"signature\":\"\"}";
            case Piece.Call call ->
                "{\"type\":\"tool_use\",\"id\":\"%s\",\"name\":\"%s\",\"input\":{}}"
                        .formatted(call.callId(), call.toolName());
        };
        return event(
                "content_block_start",
                "{\"type\":\"content_block_start\",\"index\":%d,\"content_block\":%s}".formatted(index, block));
    }

    private static List<String> deltas(Piece piece) {
        return switch (piece) {
            case Piece.Text text ->
                text.chunks().stream()
                        .map(chunk -> delta("text_delta", "text", chunk))
                        .toList();
            case Piece.Thinking thinking ->
                List.of(
                        delta("thinking_delta", "thinking", thinking.thinking()),
                        delta("signature_delta", "signature", "c2lnbmVk"));
            case Piece.Call call -> {
                List<String> fragments = new ArrayList<>(List.of(delta("input_json_delta", "partial_json", "")));
                call.fragments()
                        .forEach(fragment -> fragments.add(delta("input_json_delta", "partial_json", fragment)));
                yield fragments;
            }
        };
    }

    private static String delta(String type, String field, String value) {
        return event(
                "content_block_delta",
                "{\"type\":\"content_block_delta\",\"index\":@INDEX@,\"delta\":{\"type\":\"%s\",\"%s\":%s}}"
                        .formatted(type, field, Json.MAPPER.writeValueAsString(value)));
    }

    private static String stop(int index) {
        return event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":%d}".formatted(index));
    }

    private static void replaceIndex(List<String> frames, int index) {
        frames.replaceAll(frame -> frame.replace("@INDEX@", String.valueOf(index)));
    }

    @Override
    public List<String> framesOfTier(String tier) {
        return framesOf(Piece.Text.of("Hi")).stream()
                .map(frame -> frame.replace(
                        "\"output_tokens\":2}", "\"output_tokens\":2,\"service_tier\":\"%s\"}".formatted(tier)))
                .toList();
    }

    @Override
    public String errorBody(int status) {
        String type = switch (status) {
            case 400 -> "invalid_request_error";
            case 401 -> "authentication_error";
            case 402 -> "billing_error";
            case 403 -> "permission_error";
            case 404 -> "not_found_error";
            case 413 -> "request_too_large";
            case 429 -> "rate_limit_error";
            case 529 -> "overloaded_error";
            default -> "api_error";
        };
        return error(type, "WORDS");
    }

    private static String error(String type, String message) {
        return "{\"type\":\"error\",\"error\":{\"type\":\"%s\",\"message\":\"%s\"},\"request_id\":\"req_body\"}"
                .formatted(type, message);
    }

    @Override
    public Map<Integer, String> moneyErrors() {
        return Map.of(
                400, error("invalid_request_error", "Your credit balance is too low to access the Anthropic API."),
                402, error("billing_error", "WORDS"),
                429, """
                        {"type":"error","error":{"type":"rate_limit_error","message":"WORDS",\
                        "details":{"error_code":"enforced_spend_limit_reached"}}}""");
    }

    @Override
    public String midStreamError() {
        return event("error", error("overloaded_error", "Overloaded"));
    }

    @Override
    public Class<? extends LlmException> midStreamFailure() {
        return LlmException.Overloaded.class;
    }

    @Override
    public String toolRoundTripRequest() {
        return """
               {"model": "claude-3-5-haiku-20241022", "max_tokens": 100, "stream": true,
                "tools": [{"name": "get_balance", "description": "The balance of an account",
                           "input_schema": {"type": "object", "properties": {"account": {"type": "string"}}},
                           "cache_control": {"type": "ephemeral"}}],
                "system": [{"type": "text", "text": "Be brief.", "cache_control": {"type": "ephemeral"}}],
                "messages": [
                  {"role": "user", "content": [{"type": "text", "text": "What is in Cheque and Savings?"}]},
                  {"role": "assistant", "content": [
                    {"type": "text", "text": "Let me look."},
                    {"type": "tool_use", "id": "c1", "name": "get_balance", "input": {"account": "Cheque"}},
                    {"type": "tool_use", "id": "c2", "name": "get_balance", "input": {"not_json": "{\\"acc"}}]},
                  {"role": "user", "content": [
                    {"type": "tool_result", "tool_use_id": "c1", "content": "12.00"},
                    {"type": "tool_result", "tool_use_id": "c2", "content": "no such account", "is_error": true,
                     "cache_control": {"type": "ephemeral"}}]}
                ]}
               """;
    }

    @Override
    public boolean argumentsAreText() {
        return true;
    }

    @Override
    public String replayedThinking() {
        return "{\"type\":\"thinking\",\"thinking\":\"Hm\",\"signature\":\"c2lnbmVk\"}";
    }

    @Override
    public Map<StopReason, String> endings() {
        return Map.of(
                StopReason.END, ending("end_turn", "null"),
                StopReason.MAX_TOKENS, ending("max_tokens", "null"),
                StopReason.STOP_SEQUENCE, ending("stop_sequence", "\"STOP\""),
                StopReason.REFUSED,
                        ending(
                                "refusal",
                                "null,\"stop_details\":{\"type\":\"refusal\",\"category\":\"cyber\",\"explanation\":\"WORDS\"}"),
                StopReason.CONTEXT_FULL, ending("model_context_window_exceeded", "null"),
                StopReason.PAUSED, ending("pause_turn", "null"),
                StopReason.OTHER, ending("brand_new", "null"),
                StopReason.TOOL_CALLS, String.join("", frames(List.of(Piece.Call.of("c1", "get_balance")), 16, 10)));
    }

    private String ending(String reason, String sequence) {
        return String.join("", frames(List.of(Piece.Text.of("Hi")), 16, 10))
                .replace(
                        "\"stop_reason\":\"end_turn\",\"stop_sequence\":null",
                        "\"stop_reason\":\"%s\",\"stop_sequence\":%s".formatted(reason, sequence));
    }

    @Override
    public List<Counted> counts() {
        return List.of(
                new Counted(
                        "cumulative counts whose input grows",
                        counted("{\"input_tokens\":1128,\"output_tokens\":2}", """
                                {"input_tokens":2411,"output_tokens":40,"output_tokens_details":{"thinking_tokens":30}}"""),
                        new Usage(2411, 0, 0, 0, 40, 30)),
                new Counted(
                        "input beside what was read from and written to the cache",
                        counted("""
                                {"input_tokens":3,"cache_read_input_tokens":50,"cache_creation_input_tokens":300,\
                                "cache_creation":{"ephemeral_5m_input_tokens":100,"ephemeral_1h_input_tokens":200},\
                                "output_tokens":2}""", "{\"output_tokens\":9}"),
                        new Usage(3, 50, 100, 200, 9, 0)),
                new Counted(
                        "cache writes without their duration",
                        counted("{\"input_tokens\":3,\"cache_creation_input_tokens\":12304}", "{\"output_tokens\":1}"),
                        new Usage(3, 0, 12304, 0, 1, 0)),
                new Counted(
                        "nulls where nothing was cached",
                        counted("""
                                {"input_tokens":7,"cache_read_input_tokens":null,"cache_creation_input_tokens":null,\
                                "cache_creation":null,"server_tool_use":null}""", "{\"output_tokens\":4,\"iterations\":null}"),
                        Usage.of(7, 4)),
                new Counted(
                        "no counts at the end",
                        counted("{\"input_tokens\":5,\"output_tokens\":1}", "null"),
                        Usage.of(5, 1)),
                new Counted("no counts at all", counted("null", "null"), Usage.NONE));
    }

    private String counted(String atStart, String atEnd) {
        return event("message_start", """
                        {"type":"message_start","message":{"id":"m","model":"%s","usage":%s}}""".formatted(model(), atStart))
                + event("message_delta", """
                        {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":%s}""".formatted(atEnd))
                + event("message_stop", "{\"type\":\"message_stop\"}");
    }

    /** The model of this test neither thinks nor takes a schema. */
    @Override
    public String everythingRequest() {
        return """
               {"model": "claude-3-5-haiku-20241022", "max_tokens": 100, "stream": true, "temperature": 0.5,
                "stop_sequences": ["STOP"],
                "tools": [{"name": "get_balance", "description": "The balance of an account",
                           "input_schema": {"type": "object", "properties": {"account": {"type": "string"}}},
                           "cache_control": {"type": "ephemeral", "ttl": "1h"}}],
                "tool_choice": {"type": "any"},
                "system": [{"type": "text", "text": "Be brief.", "cache_control": {"type": "ephemeral", "ttl": "1h"}}],
                "messages": [{"role": "user", "content": [
                  {"type": "image", "source": {"type": "base64", "media_type": "image/png", "data": "aW1n"}},
                  {"type": "document", "title": "bill.pdf",
                   "source": {"type": "base64", "media_type": "application/pdf", "data": "cGRm"}},
                  {"type": "text", "text": "What is the total?", "cache_control": {"type": "ephemeral", "ttl": "1h"}}]}]}
               """;
    }

    @Override
    public Set<String> everythingWarnings() {
        return Set.of("effort", "outputSchema");
    }

    @Override
    public Map<Integer, String> tooLongErrors() {
        return Map.of(
                400,
                error("invalid_request_error", "prompt is too long: 210000 tokens > 200000 maximum"),
                413,
                "<html><title>413 Request Entity Too Large</title></html>");
    }

    @Override
    public Map<Integer, String> contentRefusals() {
        return Map.of(400, error("invalid_request_error", "Output blocked by content filtering policy"));
    }

    @Override
    public Map.Entry<String, String> fieldError() {
        return Map.entry(
                error("invalid_request_error", "tools.0.custom.input_schema: WORDS"), "tools.0.custom.input_schema");
    }

    @Test
    void neverRepeatsAHalfAnswerThatHasNoStart() {
        List<String> frames = framesOf(Piece.Text.of("some", "thing"));
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .writeAll(frames.subList(1, frames.size() - 1))
                                .end(),
                        reply(Piece.Text.of("another")));
        List<String> texts = new ArrayList<>();

        assertThatThrownBy(() -> llm().streamChat(HELLO, options()).forEachRemaining(event -> {
                    if (event instanceof ChatEvent.TextDelta delta) {
                        texts.add(delta.text());
                    }
                }))
                .isInstanceOf(LlmException.BrokenStream.class);

        assertThat(texts).containsExactly("some", "thing");
        assertThat(server().requests(chatPath())).hasSize(1);
        assertThat(llm().getUsage().byModel().get(model()).calls()).isEqualTo(1);
    }

    @Override
    public Set<String> callIdFields() {
        return Set.of("id", "tool_use_id");
    }
}
