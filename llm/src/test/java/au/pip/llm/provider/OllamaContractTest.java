package au.pip.llm.provider;

import au.pip.llm.LlmException;
import au.pip.llm.StopReason;
import au.pip.llm.Usage;
import au.pip.llm.contract.Piece;
import au.pip.llm.contract.ProviderContract;
import au.pip.llm.json.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

class OllamaContractTest extends ProviderContract {
    @Override
    public String provider() {
        return "ollama";
    }

    @Override
    public String model() {
        return "llama3.1";
    }

    @Override
    public String chatPath() {
        return "/api/chat";
    }

    @Override
    public String contentType() {
        return "application/x-ndjson";
    }

    @Override
    public BigDecimal cost() {
        return BigDecimal.ZERO;
    }

    @Override
    public boolean needsKey() {
        return false;
    }

    @Override
    public boolean givesCallIds() {
        return false;
    }

    @Override
    public boolean countsInputAtStart() {
        return false;
    }

    /** For an Ollama behind a gateway; a local one needs no key. */
    @Override
    public Map.Entry<String, String> keyHeader() {
        return Map.entry("authorization", "Bearer test-key");
    }

    @Override
    public List<String> frames(List<Piece> pieces, long inputTokens, long outputTokens) {
        List<String> frames = new ArrayList<>();
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Text text -> text.chunks().forEach(chunk -> frames.add(line("\"content\":" + json(chunk))));
                case Piece.Thinking thinking ->
                    frames.add(line("\"content\":\"\",\"thinking\":" + json(thinking.thinking())));
                case Piece.Call call ->
                    frames.add(line("\"content\":\"\",\"tool_calls\":[{\"function\":{\"name\":%s,\"arguments\":%s}}]"
                            .formatted(json(call.toolName()), arguments(call.arguments()))));
            }
        }
        frames.add("""
                {"model":"%s","created_at":"2026-11-23T01:02:03.4Z","message":{"role":"assistant","content":""},\
                "done":true,"done_reason":"stop","total_duration":5,"load_duration":1,"prompt_eval_count":%d,\
                "prompt_eval_duration":2,"eval_count":%d,"eval_duration":2}
                """.formatted(model(), inputTokens, outputTokens));
        return frames;
    }

    /** An object; some servers send its text, which a model may get wrong. */
    private static String arguments(String json) {
        return json.isEmpty() ? "{}" : json.endsWith("}") ? json : json(json);
    }

    private String line(String fields) {
        return """
               {"model":"%s","created_at":"2026-11-23T01:02:03.4Z","message":{"role":"assistant",%s},"done":false}
               """.formatted(model(), fields);
    }

    private static String json(String text) {
        return Json.MAPPER.writeValueAsString(text);
    }

    @Override
    public List<String> framesOfTier(String tier) {
        return List.of();
    }

    @Override
    public String errorBody(int status) {
        return "{\"error\":\"WORDS\"}";
    }

    @Override
    public String midStreamError() {
        return "{\"error\":\"an error was encountered while running the model: WORDS\"}\n";
    }

    @Override
    public Class<? extends LlmException> midStreamFailure() {
        return LlmException.BrokenStream.class;
    }

    @Override
    public String toolRoundTripRequest() {
        return """
               {"model": "llama3.1", "stream": true, "truncate": false,
                "messages": [
                  {"role": "system", "content": "Be brief."},
                  {"role": "user", "content": "What is in Cheque and Savings?"},
                  {"role": "assistant", "content": "Let me look.", "tool_calls": [
                    {"function": {"name": "get_balance", "arguments": {"account": "Cheque"}}},
                    {"function": {"name": "get_balance", "arguments": {"not_json": "{\\"acc"}}}]},
                  {"role": "tool", "tool_name": "get_balance", "content": "12.00"},
                  {"role": "tool", "tool_name": "get_balance", "content": "Error: no such account"}
                ],
                "tools": [{"type": "function", "function": {"name": "get_balance",
                  "description": "The balance of an account",
                  "parameters": {"type": "object", "properties": {"account": {"type": "string"}}}}}],
                "options": {"num_ctx": 8192, "num_predict": 100}}
               """;
    }

    @Override
    public boolean argumentsAreText() {
        return true;
    }

    @Override
    public String replayedThinking() {
        return "\"thinking\":\"Hm\"";
    }

    @Override
    public Map<StopReason, String> endings() {
        return Map.of(
                StopReason.END, ending("stop"),
                StopReason.MAX_TOKENS, ending("length"),
                StopReason.OTHER, ending("load"),
                StopReason.TOOL_CALLS, String.join("", frames(List.of(Piece.Call.of("", "get_balance")), 16, 10)));
    }

    private String ending(String reason) {
        return String.join("", frames(List.of(Piece.Text.of("Hi")), 16, 10))
                .replace("\"done_reason\":\"stop\"", "\"done_reason\":\"%s\"".formatted(reason));
    }

    @Override
    public List<Counted> counts() {
        return List.of(
                new Counted(
                        "no count of a prompt that was in the cache",
                        line("\"content\":\"Hi\"") + "{\"done\":true,\"done_reason\":\"stop\",\"eval_count\":10}\n",
                        Usage.of(0, 10)),
                new Counted("no counts", line("\"content\":\"Hi\"") + "{\"done\":true}\n", Usage.NONE));
    }

    /** Nothing is known of the model, as this server does not tell. */
    @Override
    public String everythingRequest() {
        return """
               {"model": "llama3.1", "stream": true, "truncate": false,
                "messages": [
                  {"role": "system", "content": "Be brief."},
                  {"role": "user", "content": "What is the total?", "images": ["aW1n"]}],
                "tools": [{"type": "function", "function": {"name": "get_balance",
                  "description": "The balance of an account",
                  "parameters": {"type": "object", "properties": {"account": {"type": "string"}}}}}],
                "think": true,
                "format": {"type": "object", "properties": {"total": {"type": "string"}}},
                "options": {"num_ctx": 8192, "num_predict": 100, "temperature": 0.5, "stop": ["STOP"]}}
               """;
    }

    @Override
    public Set<String> everythingWarnings() {
        return Set.of("toolChoice", "documents", "promptCache");
    }

    @Override
    public Map<Integer, String> tooLongErrors() {
        return Map.of(400, "{\"error\":\"the input length exceeds the context length\"}");
    }

    /** A model says in words what it does not want to say. */
    @Override
    public Map<Integer, String> contentRefusals() {
        return Map.of();
    }

    /** The error is one text. */
    @Override
    public Map.@Nullable Entry<String, String> fieldError() {
        return null;
    }

    /** Requests have no id. */
    @Override
    public String requestIdHeader() {
        return "";
    }

    @Override
    public Set<String> callIdFields() {
        return Set.of();
    }
}
