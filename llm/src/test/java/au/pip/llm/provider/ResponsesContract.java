package au.pip.llm.provider;

import au.pip.llm.StopReason;
import au.pip.llm.contract.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The bytes of the Responses API, as OpenAI and xAI send them. */
abstract class ResponsesContract extends CopiedContract {
    @Override
    public String chatPath() {
        return "/v1/responses";
    }

    @Override
    public String replayedThinking() {
        return "\"encrypted_content\":\"c2VjcmV0\"";
    }

    /** The object {@code usage} of a reply. */
    abstract String usage(long inputTokens, long outputTokens);

    @Override
    public List<String> frames(List<Piece> pieces, long inputTokens, long outputTokens) {
        List<String> frames = begin();
        List<String> items = new ArrayList<>();
        for (int index = 0; index < pieces.size(); index++) {
            items.add(
                    switch (pieces.get(index)) {
                        case Piece.Text text -> addText(frames, index, text);
                        case Piece.Thinking thinking -> addThinking(frames, index, thinking);
                        case Piece.Call call -> addCall(frames, index, call);
                    });
        }
        frames.add(end("completed", "null", items, usage(inputTokens, outputTokens)));
        return frames;
    }

    @Override
    public List<String> framesOfTier(String tier) {
        return framesOf(Piece.Text.of("Hi")).stream()
                .map(frame -> frame.replace(
                        "\"object\":\"response\"", "\"object\":\"response\",\"service_tier\":\"%s\"".formatted(tier)))
                .toList();
    }

    private List<String> begin() {
        String response = response("in_progress", "null", List.of(), "null");
        return new ArrayList<>(List.of(
                event("response.created", "\"response\":" + response),
                event("response.in_progress", "\"response\":" + response)));
    }

    private String response(String status, String incomplete, List<String> items, String usage) {
        return """
               {"id":"resp_1","object":"response","status":"%s","error":null,"incomplete_details":%s,"model":"%s",\
               "output":[%s],"usage":%s}""".formatted(status, incomplete, model(), String.join(",", items), usage);
    }

    private String end(String status, String incomplete, List<String> items, String usage) {
        return event("response." + status, "\"response\":" + response(status, incomplete, items, usage));
    }

    static String event(String type, String fields) {
        return "event: %s\ndata: {\"type\":\"%s\",\"sequence_number\":7,%s}\n\n".formatted(type, type, fields);
    }

    private static String addText(List<String> frames, int index, Piece.Text text) {
        return addMessage(frames, index, "output_text", "text", text.chunks());
    }

    private static String addMessage(List<String> frames, int index, String type, String field, List<String> chunks) {
        String message =
                "{\"id\":\"msg_%d\",\"type\":\"message\",\"status\":\"%s\",\"content\":[%s],\"role\":\"assistant\"}";
        String at = "\"output_index\":%d,\"item_id\":\"msg_%d\",\"content_index\":0,".formatted(index, index);
        String part = "{\"type\":\"%s\",\"%s\":%s}".formatted(type, field, json(String.join("", chunks)));
        String item = message.formatted(index, "completed", part);
        added(frames, index, message.formatted(index, "in_progress", ""));
        frames.add(event(
                "response.content_part.added", at + "\"part\":{\"type\":\"%s\",\"%s\":\"\"}".formatted(type, field)));
        String name = "response." + (type.equals("refusal") ? type : "output_text");
        for (String chunk : chunks) {
            frames.add(event(name + ".delta", at + "\"delta\":%s,\"obfuscation\":\"xX\"".formatted(json(chunk))));
        }
        frames.add(event(name + ".done", at + "\"%s\":%s".formatted(field, json(String.join("", chunks)))));
        frames.add(event("response.content_part.done", at + "\"part\":" + part));
        done(frames, index, item);
        return item;
    }

    private static void added(List<String> frames, int index, String item) {
        frames.add(event("response.output_item.added", "\"output_index\":%d,\"item\":%s".formatted(index, item)));
    }

    private static void done(List<String> frames, int index, String item) {
        frames.add(event("response.output_item.done", "\"output_index\":%d,\"item\":%s".formatted(index, item)));
    }

    private static String addThinking(List<String> frames, int index, Piece.Thinking thinking) {
        String text = json(thinking.thinking());
        String at = "\"output_index\":%d,\"item_id\":\"rs_%d\",\"summary_index\":0,".formatted(index, index);
        String part = "{\"type\":\"summary_text\",\"text\":%s}".formatted(text);
        String item = "{\"id\":\"rs_%d\",\"type\":\"reasoning\",\"encrypted_content\":\"c2VjcmV0\",\"summary\":[%s]}"
                .formatted(index, part);
        added(
                frames,
                index,
                "{\"id\":\"rs_%d\",\"type\":\"reasoning\",\"encrypted_content\":\"c2V\",\"summary\":[]}"
                        .formatted(index));
        frames.add(event("response.reasoning_summary_text.delta", at + "\"delta\":" + text));
        frames.add(event("response.reasoning_summary_text.done", at + "\"text\":" + text));
        done(frames, index, item);
        return item;
    }

    private static String addCall(List<String> frames, int index, Piece.Call call) {
        String at = "\"output_index\":%d,\"item_id\":\"fc_%d\",".formatted(index, index);
        String arguments = call.arguments().isEmpty() ? "{}" : call.arguments();
        String item = callItem(index, "completed", call, arguments);
        added(frames, index, callItem(index, "in_progress", call, ""));
        for (String fragment : call.fragments()) {
            frames.add(event("response.function_call_arguments.delta", at + "\"delta\":" + json(fragment)));
        }
        frames.add(event("response.function_call_arguments.done", at + "\"arguments\":" + json(arguments)));
        done(frames, index, item);
        return item;
    }

    private static String callItem(int index, String status, Piece.Call call, String arguments) {
        return "{\"id\":\"fc_%d\",\"type\":\"function_call\",\"status\":\"%s\",\"arguments\":%s,\"call_id\":\"%s\",\"name\":\"%s\"}"
                .formatted(index, status, json(arguments), call.callId(), call.toolName());
    }

    @Override
    public Map<StopReason, String> endings() {
        return Map.of(
                StopReason.END, whole(List.of(Piece.Text.of("Hi"))),
                StopReason.TOOL_CALLS, whole(List.of(Piece.Call.of("c1", "get_balance", "{}"))),
                StopReason.MAX_TOKENS, incomplete("max_output_tokens"),
                StopReason.REFUSED, refusal(),
                StopReason.OTHER, incomplete("brand_new"));
    }

    private String whole(List<Piece> pieces) {
        return String.join("", frames(pieces, 16, 10));
    }

    private String incomplete(String reason) {
        List<String> frames = begin();
        String item = addText(frames, 0, Piece.Text.of("Half an"));
        frames.add(end("incomplete", "{\"reason\":\"%s\"}".formatted(reason), List.of(item), usage(16, 10)));
        return String.join("", frames);
    }

    private String refusal() {
        List<String> frames = begin();
        String item = addMessage(frames, 0, "refusal", "refusal", List.of("I can't ", "help with that."));
        frames.add(end("completed", "null", List.of(item), usage(16, 10)));
        return String.join("", frames);
    }

    /** A whole answer with these counts. */
    String counted(String usage) {
        List<String> frames = begin();
        String item = addText(frames, 0, Piece.Text.of("Hi"));
        frames.add(end("completed", "null", List.of(item), usage));
        return String.join("", frames);
    }

    static final String BALANCE_TOOL = """
            {"type": "function", "name": "get_balance", "description": "The balance of an account", "strict": false,
             "parameters": {"type": "object", "properties": {"account": {"type": "string"}}}}""";

    /** Models that think are asked to give their thinking in a form that can be sent back. */
    String include() {
        return "\"include\": [\"reasoning.encrypted_content\"],";
    }

    @Override
    public String toolRoundTripRequest() {
        return """
               {"model": "%s", "stream": true, "store": false, %s
                "max_output_tokens": 100, "tools": [%s],
                "input": [
                  {"role": "system", "content": "Be brief."},
                  {"role": "user", "content": [{"type": "input_text", "text": "What is in Cheque and Savings?"}]},
                  {"role": "assistant", "content": "Let me look."},
                  {"type": "function_call", "call_id": "c1", "name": "get_balance",
                   "arguments": "{\\"account\\":\\"Cheque\\"}"},
                  {"type": "function_call", "call_id": "c2", "name": "get_balance", "arguments": "{\\"acc"},
                  {"type": "function_call_output", "call_id": "c1", "output": "12.00"},
                  {"type": "function_call_output", "call_id": "c2", "output": "Error: no such account"}]}
               """.formatted(model(), include(), BALANCE_TOOL);
    }

    static final String ANSWER_FORMAT = """
            {"format": {"type": "json_schema", "name": "answer", "strict": false,
                        "schema": {"type": "object", "properties": {"total": {"type": "string"}}}}}""";

    @Override
    public Set<String> callIdFields() {
        return Set.of("call_id");
    }
}
