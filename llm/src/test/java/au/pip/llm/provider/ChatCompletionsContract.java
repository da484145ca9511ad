package au.pip.llm.provider;

import au.pip.llm.LlmException;
import au.pip.llm.StopReason;
import au.pip.llm.Usage;
import au.pip.llm.contract.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The bytes of Chat Completions, as OpenAI sends them; subclasses say what their host has of its own. */
abstract class ChatCompletionsContract extends CopiedContract {
    @Override
    public String chatPath() {
        return "/v1/chat/completions";
    }

    @Override
    protected String api() {
        return "chat";
    }

    @Override
    public List<String> frames(List<Piece> pieces, long inputTokens, long outputTokens) {
        List<String> frames = new ArrayList<>();
        frames.add(delta("{\"role\":\"assistant\",\"content\":\"\",\"refusal\":null}"));
        int calls = 0;
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Text text ->
                    text.chunks().forEach(chunk -> frames.add(delta("{\"content\":%s}".formatted(json(chunk)))));
                case Piece.Thinking thinking ->
                    frames.add(delta("{\"reasoning_content\":%s}".formatted(json(thinking.thinking()))));
                case Piece.Call call -> addCall(frames, call, calls++);
            }
        }
        frames.add(end(calls > 0 ? "tool_calls" : "stop", usage(inputTokens, outputTokens)));
        return frames;
    }

    @Override
    public List<String> framesOfTier(String tier) {
        return framesOf(Piece.Text.of("Hi")).stream()
                .map(frame -> frame.replace("\"service_tier\":\"default\"", "\"service_tier\":\"%s\"".formatted(tier)))
                .toList();
    }

    private void addCall(List<String> frames, Piece.Call call, int index) {
        frames.add(delta("""
                        {"tool_calls":[{"index":%d,"id":"%s","type":"function",\
                        "function":{"name":"%s","arguments":""}}]}""".formatted(index, call.callId(), call.toolName())));
        for (String fragment : call.fragments()) {
            frames.add(delta("{\"tool_calls\":[{\"index\":%d,\"function\":{\"arguments\":%s}}]}"
                    .formatted(index, json(fragment))));
        }
    }

    private String delta(String delta) {
        return chunk("[{\"index\":0,\"delta\":%s,\"logprobs\":null,\"finish_reason\":null}]".formatted(delta), "null");
    }

    /** The finish reason, the counts and the end mark. */
    private String end(String reason, String usage) {
        return chunk(
                        "[{\"index\":0,\"delta\":{},\"logprobs\":null,\"finish_reason\":\"%s\"}]".formatted(reason),
                        "null")
                + chunk("[]", usage)
                + "data: [DONE]\n\n";
    }

    private String chunk(String choices, String usage) {
        return """
               data: {"id":"chatcmpl-1","object":"chat.completion.chunk","created":1763859600,"model":"%s",\
               "service_tier":"default","system_fingerprint":"fp_1","choices":%s,"usage":%s,"obfuscation":"Zk"}

               """.formatted(model(), choices, usage);
    }

    private static String usage(long prompt, long completion) {
        return """
               {"prompt_tokens":%d,"completion_tokens":%d,"total_tokens":%d,\
               "prompt_tokens_details":{"cached_tokens":0,"audio_tokens":0},\
               "completion_tokens_details":{"reasoning_tokens":0,"audio_tokens":0}}""".formatted(prompt, completion, prompt + completion);
    }

    @Override
    public Map<StopReason, String> endings() {
        return Map.of(
                StopReason.END, ending("{\"content\":\"Hi\"}", "stop"),
                StopReason.MAX_TOKENS, ending("{\"content\":\"Hi\"}", "length"),
                StopReason.REFUSED, ending("{\"refusal\":\"I cannot help with that.\"}", "stop"),
                StopReason.OTHER, ending("{\"content\":\"Hi\"}", "a_reason_of_tomorrow"));
    }

    private String ending(String delta, String reason) {
        return delta(delta) + end(reason, usage(16, 10));
    }

    @Override
    public List<Counted> counts() {
        return List.of(
                counted("cached input, inside the prompt", """
                        {"prompt_tokens":100,"completion_tokens":7,"total_tokens":107,\
                        "prompt_tokens_details":{"cached_tokens":60}}""", new Usage(40, 60, 0, 0, 7, 0)),
                counted("input written to the cache, inside the prompt", """
                        {"prompt_tokens":100,"completion_tokens":7,"total_tokens":107,\
                        "prompt_tokens_details":{"cached_tokens":60,"cache_write_tokens":30}}""", new Usage(10, 60, 30, 0, 7, 0)),
                counted("reasoning inside the completion", """
                        {"prompt_tokens":12,"completion_tokens":50,"total_tokens":62,\
                        "completion_tokens_details":{"reasoning_tokens":40}}""", new Usage(12, 0, 0, 0, 50, 40)),
                counted("reasoning beside the completion", """
                        {"prompt_tokens":12,"completion_tokens":1,"total_tokens":303,\
                        "completion_tokens_details":{"reasoning_tokens":290}}""", new Usage(12, 0, 0, 0, 291, 290)),
                new Counted(
                        "counts so far in every chunk",
                        chunk(choice("Hi"), usage(16, 1))
                                + chunk(choice(" there"), usage(16, 2))
                                + end("stop", usage(16, 2)),
                        Usage.of(16, 2)),
                new Counted(
                        "zeros before and after the counts",
                        chunk(choice("Hi"), usage(0, 0))
                                + chunk(choice(" there"), usage(16, 2))
                                + end("stop", usage(0, 0)),
                        Usage.of(16, 2)),
                counted("nought, in so many words", usage(0, 0), Usage.NONE));
    }

    private Counted counted(String about, String usage, Usage meaning) {
        return new Counted(about, delta("{\"content\":\"Hi\"}") + end("stop", usage), meaning);
    }

    private static String choice(String text) {
        return "[{\"index\":0,\"delta\":{\"content\":\"%s\"},\"finish_reason\":null}]".formatted(text);
    }

    @Override
    public String midStreamError() {
        return "data: " + error("overloaded_error", "\"slow_down\"") + "\n\n";
    }

    @Override
    public Class<? extends LlmException> midStreamFailure() {
        return LlmException.Overloaded.class;
    }

    /** What every request of the contract holds beside model, tools and messages, by its own spelling. */
    protected abstract String usualFields();

    protected String systemRole() {
        return "system";
    }

    /** The field that names a turn's thinking, and a comma after it; empty where none is wanted. */
    protected String thinkingOfCalls() {
        return "";
    }

    /** The form in which an id of another provider is sent. */
    protected String sentId(String callId) {
        return callId;
    }

    @Override
    public String toolRoundTripRequest() {
        return """
               {"model": "%1$s", "stream": true, %2$s,
                "tools": [{"type": "function", "function": {"name": "get_balance",
                  "description": "The balance of an account",
                  "parameters": {"type": "object", "properties": {"account": {"type": "string"}}}}}],
                "messages": [
                  {"role": "%3$s", "content": "Be brief."},
                  {"role": "user", "content": "What is in Cheque and Savings?"},
                  {"role": "assistant", "content": "Let me look.", %4$s "tool_calls": [
                    {"id": "%5$s", "type": "function",
                     "function": {"name": "get_balance", "arguments": "{\\"account\\":\\"Cheque\\"}"}},
                    {"id": "%6$s", "type": "function",
                     "function": {"name": "get_balance", "arguments": "{\\"acc"}}]},
                  {"role": "tool", "tool_call_id": "%5$s", "content": "12.00"},
                  {"role": "tool", "tool_call_id": "%6$s", "content": "Error: no such account"}]}
               """.formatted(model(), usualFields(), systemRole(), thinkingOfCalls(), sentId("c1"), sentId("c2"));
    }

    /**
     * @param ownFields what of temperature, stop and effort is sent, and a comma after it
     * @param document the part for it, and a comma after it; empty where it is left out
     */
    protected String everythingRequest(String ownFields, String document) {
        return """
               {"model": "%s", "stream": true, %s, %s
                "tools": [{"type": "function", "function": {"name": "get_balance",
                  "description": "The balance of an account",
                  "parameters": {"type": "object", "properties": {"account": {"type": "string"}}}}}],
                "tool_choice": "required",
                "response_format": {"type": "json_schema", "json_schema": {"name": "answer", "strict": false,
                  "schema": {"type": "object", "properties": {"total": {"type": "string"}}}}},
                "messages": [
                  {"role": "%s", "content": "Be brief."},
                  {"role": "user", "content": [
                    {"type": "image_url", "image_url": {"url": "data:image/png;base64,aW1n"}},
                    %s
                    {"type": "text", "text": "What is the total?"}]}]}
               """.formatted(model(), usualFields(), ownFields, systemRole(), document);
    }

    protected static final String DOCUMENT = """
            {"type": "file", "file": {"filename": "bill.pdf", "file_data": "data:application/pdf;base64,cGRm"}},""";

    @Override
    public Set<String> callIdFields() {
        return Set.of("id", "tool_call_id");
    }
}
