package au.pip.benchmarks.wire;

import static au.pip.benchmarks.wire.Events.named;
import static au.pip.benchmarks.wire.Events.quoted;

import java.util.ArrayList;
import java.util.List;

/** The Responses API: a message, a function call, and the whole response once more at the end. */
final class OpenAiResponsesEvents {
    private static final String MESSAGE = "msg_benchmark";
    private static final String CALL = "fc_benchmark";

    private final Script script;
    private int sequence;

    OpenAiResponsesEvents(Script script) {
        this.script = script;
    }

    ScriptedEvents render() {
        return new ScriptedEvents(opening(), text(), closing());
    }

    private List<byte[]> opening() {
        String begun = response("in_progress", "[]", "null");
        return List.of(
                event("response.created", "\"response\":" + begun),
                event("response.in_progress", "\"response\":" + begun),
                event("response.output_item.added", "\"output_index\":0,\"item\":" + message("in_progress", "[]")),
                event("response.content_part.added", place() + ",\"part\":" + part("\"\"")));
    }

    private List<byte[]> text() {
        List<byte[]> events = new ArrayList<>(script.chunks());
        for (int index = 0; index < script.chunks(); index++) {
            events.add(event(
                    "response.output_text.delta",
                    place() + ",\"delta\":" + quoted(script.piece(index)) + ",\"logprobs\":[]"));
        }
        return events;
    }

    private List<byte[]> closing() {
        String text = quoted(script.text());
        String message = message("completed", "[" + part(text) + "]");
        String arguments = quoted(script.toolArguments());
        String callPlace = "\"item_id\":\"" + CALL + "\",\"output_index\":1";
        List<byte[]> events = new ArrayList<>();
        events.add(event("response.output_text.done", place() + ",\"text\":" + text + ",\"logprobs\":[]"));
        events.add(event("response.content_part.done", place() + ",\"part\":" + part(text)));
        events.add(event("response.output_item.done", "\"output_index\":0,\"item\":" + message));
        events.add(event("response.output_item.added", "\"output_index\":1,\"item\":" + call("in_progress", "\"\"")));
        for (String fragment : script.toolFragments()) {
            events.add(event("response.function_call_arguments.delta", callPlace + ",\"delta\":" + quoted(fragment)));
        }
        events.add(event(
                "response.function_call_arguments.done",
                callPlace + ",\"name\":\"" + script.toolName() + "\",\"arguments\":" + arguments));
        events.add(event("response.output_item.done", "\"output_index\":1,\"item\":" + call("completed", arguments)));
        events.add(event(
                "response.completed",
                "\"response\":"
                        + response("completed", "[" + message + "," + call("completed", arguments) + "]", usage())));
        return events;
    }

    private byte[] event(String type, String fields) {
        return named(type, "{\"type\":\"%s\",\"sequence_number\":%d,%s}".formatted(type, sequence++, fields));
    }

    private static String place() {
        return "\"item_id\":\"" + MESSAGE + "\",\"output_index\":0,\"content_index\":0";
    }

    private static String part(String text) {
        return "{\"type\":\"output_text\",\"annotations\":[],\"logprobs\":[],\"text\":" + text + "}";
    }

    private static String message(String status, String content) {
        return """
                {"id":"%s","type":"message","status":"%s","role":"assistant","content":%s}""".formatted(MESSAGE, status, content);
    }

    private String call(String status, String arguments) {
        return """
                {"id":"%s","type":"function_call","status":"%s","call_id":"call_benchmark","name":"%s","arguments":%s}""".formatted(CALL, status, script.toolName(), arguments);
    }

    private static String response(String status, String output, String usage) {
        return """
                {"id":"resp_benchmark","object":"response","created_at":1795392000,"status":"%s","background":false,\
                "error":null,"incomplete_details":null,"instructions":null,"max_output_tokens":null,"metadata":{},\
                "model":"%s","output":%s,"parallel_tool_calls":true,"previous_response_id":null,"store":false,\
                "temperature":1.0,"text":{"format":{"type":"text"}},"tool_choice":"auto","tools":[],"top_p":1.0,\
                "truncation":"disabled","usage":%s}""".formatted(status, Protocol.OPENAI_RESPONSES.model(), output, usage);
    }

    private String usage() {
        Tokens tokens = script.tokens();
        return """
                {"input_tokens":%d,"input_tokens_details":{"cached_tokens":%d},"output_tokens":%d,\
                "output_tokens_details":{"reasoning_tokens":0},"total_tokens":%d}""".formatted(tokens.input(), tokens.cacheRead(), tokens.output(), tokens.input() + tokens.output());
    }
}
