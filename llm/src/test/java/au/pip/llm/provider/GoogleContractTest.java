package au.pip.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatResponse;
import au.pip.llm.LlmException;
import au.pip.llm.Message;
import au.pip.llm.ProviderConfig;
import au.pip.llm.StopReason;
import au.pip.llm.Usage;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.Piece;
import au.pip.llm.contract.ProviderContract;
import au.pip.llm.json.Json;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GoogleContractTest extends ProviderContract {
    private static final String OVERLOADED =
            "{\n  \"error\": {\n    \"code\": 503,\n    \"message\": \"The model is overloaded. WORDS\",\n    \"status\": \"UNAVAILABLE\"\n  }\n}\n";

    @Override
    public String provider() {
        return "google";
    }

    @Override
    public String model() {
        return "gemini-3.5-flash-lite";
    }

    @Override
    public String chatPath() {
        return "/v1beta/models/gemini-3.5-flash-lite:streamGenerateContent?alt=sse";
    }

    @Override
    public String contentType() {
        return "text/event-stream";
    }

    @Override
    public BigDecimal cost() {
        return new BigDecimal("0.0000298");
    }

    @Override
    public Map.Entry<String, String> keyHeader() {
        return Map.entry("x-goog-api-key", "test-key");
    }

    @Override
    public List<String> frames(List<Piece> pieces, long inputTokens, long outputTokens) {
        List<String> frames = new ArrayList<>();
        boolean signed = false;
        for (Piece piece : pieces) {
            switch (piece) {
                case Piece.Text text ->
                    text.chunks()
                            .forEach(chunk -> frames.add(chunk("{\"text\": %s}".formatted(json(chunk)), inputTokens)));
                case Piece.Thinking thinking ->
                    frames.add(chunk(
                            "{\"text\": %s,\"thought\": true}".formatted(json(thinking.thinking())), inputTokens));
                case Piece.Call call -> {
                    frames.add(chunk(call(call, signed), inputTokens));
                    signed = true;
                }
            }
        }
        frames.add(last("STOP", """
                        "promptTokenCount": %d,"candidatesTokenCount": %d,"totalTokenCount": %d,\
                        "promptTokensDetails": [{"modality": "TEXT","tokenCount": %d}]""".formatted(inputTokens, outputTokens, inputTokens + outputTokens, inputTokens)));
        return frames;
    }

    private static String json(String text) {
        return Json.MAPPER.writeValueAsString(text);
    }

    private static String call(Piece.Call call, boolean signed) {
        return "{\"functionCall\": {\"id\": \"%s\",\"name\": \"%s\",\"args\": %s}%s}"
                .formatted(
                        call.callId(),
                        call.toolName(),
                        call.arguments().isEmpty() ? "{}" : call.arguments(),
                        signed ? "" : ",\"thoughtSignature\": \"c2lnbmVk\"");
    }

    private String chunk(String part, long inputTokens) {
        return event("""
                {"candidates": [{"content": {"parts": [%s],"role": "model"},"index": 0}],\
                "usageMetadata": {"promptTokenCount": %d,"totalTokenCount": %d,\
                "promptTokensDetails": [{"modality": "TEXT","tokenCount": %d}],"serviceTier": "standard"},\
                "modelVersion": "%s","responseId": "r1"}""".formatted(part, inputTokens, inputTokens, inputTokens, model()));
    }

    private String last(String reason, String counts) {
        return event("""
                {"candidates": [{"content": {"parts": [{"text": ""}],"role": "model"},"finishReason": "%s","index": 0}],\
                "usageMetadata": {%s},"modelVersion": "%s","responseId": "r1"}""".formatted(reason, counts, model()));
    }

    private static String event(String data) {
        return "data: " + data + "\r\n\r\n";
    }

    @Override
    public List<String> framesOfTier(String tier) {
        return framesOf(Piece.Text.of("Hi")).stream()
                .map(frame -> frame.replace("\"serviceTier\": \"standard\"", "\"serviceTier\": \"%s\"".formatted(tier)))
                .toList();
    }

    @Override
    public String errorBody(int status) {
        return switch (status) {
            case 400 -> error(400, "INVALID_ARGUMENT", "WORDS", "");
            case 401 -> error(401, "UNAUTHENTICATED", "WORDS", "");
            case 403 -> error(403, "PERMISSION_DENIED", "WORDS", "");
            case 404 -> error(404, "NOT_FOUND", "models/WORDS is not found for API version v1beta", "");
            case 429 -> error(429, "RESOURCE_EXHAUSTED", "WORDS", "");
            case 500 -> error(500, "INTERNAL", "WORDS", "");
            case 529 -> error(503, "UNAVAILABLE", "WORDS", "");
            default -> error(status, "", "WORDS", "");
        };
    }

    private static String error(int code, String status, String message, String details) {
        return "{\"error\":{\"code\":%d,\"message\":\"%s\",\"status\":\"%s\",\"details\":[%s]}}"
                .formatted(code, message, status, details);
    }

    @Override
    public Map<Integer, String> moneyErrors() {
        return Map.of(402, error(402, "", "WORDS", ""), 429, error(429, "RESOURCE_EXHAUSTED", "WORDS", """
                        {"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[\
                        {"quotaId":"GenerateRequestsPerDayPerProjectPerModel-FreeTier","quotaValue":"20"}]},\
                        {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"36s"}"""));
    }

    @Override
    public Map<Integer, String> tooLongErrors() {
        return Map.of(
                400,
                error(
                        400,
                        "INVALID_ARGUMENT",
                        "The input token count (1200293) exceeds the maximum number of tokens allowed (1048576).",
                        ""));
    }

    /** Its filters do not refuse by a status: a blocked prompt is a reply that ends with {@link StopReason#REFUSED}. */
    @Override
    public Map<Integer, String> contentRefusals() {
        return Map.of();
    }

    @Override
    public Map.Entry<String, String> fieldError() {
        return Map.entry(error(400, "INVALID_ARGUMENT", "WORDS", """
                        {"@type":"type.googleapis.com/google.rpc.BadRequest","fieldViolations":[\
                        {"field":"contents[1].parts[0].function_call","description":"WORDS"}]}"""), "contents[1].parts[0].function_call");
    }

    @Override
    public String midStreamError() {
        return event(error(503, "UNAVAILABLE", "The model is overloaded. WORDS", ""));
    }

    @Override
    public Class<? extends LlmException> midStreamFailure() {
        return LlmException.Overloaded.class;
    }

    @Override
    public Map<StopReason, String> endings() {
        return Map.of(
                StopReason.END, ending("STOP"),
                StopReason.MAX_TOKENS, ending("MAX_TOKENS"),
                StopReason.REFUSED, ending("SAFETY"),
                StopReason.OTHER, ending("MALFORMED_FUNCTION_CALL"));
    }

    private String ending(String reason) {
        return chunk("{\"text\": \"Hi\"}", INPUT)
                + last(reason, "\"promptTokenCount\": %d,\"candidatesTokenCount\": %d".formatted(INPUT, OUTPUT));
    }

    @Override
    public List<Counted> counts() {
        return List.of(
                new Counted(
                        "thoughts stand beside the candidates",
                        counted(
                                "\"promptTokenCount\": 83,\"candidatesTokenCount\": 30,\"thoughtsTokenCount\": 190,\"totalTokenCount\": 303"),
                        new Usage(83, 0, 0, 0, 220, 190)),
                new Counted(
                        "the prompt includes what came from the cache",
                        counted(
                                "\"promptTokenCount\": 2000,\"cachedContentTokenCount\": 1800,\"candidatesTokenCount\": 5"),
                        new Usage(200, 1800, 0, 0, 5, 0)),
                new Counted(
                        "results of the provider's own tools are input besides the prompt",
                        counted(
                                "\"promptTokenCount\": 10,\"toolUsePromptTokenCount\": 90,\"candidatesTokenCount\": 5,\"trafficType\": \"ON_DEMAND\""),
                        new Usage(100, 0, 0, 0, 5, 0)));
    }

    private String counted(String counts) {
        return chunk("{\"text\": \"Hi\"}", 7) + last("STOP", counts);
    }

    @Override
    public String toolRoundTripRequest() {
        return """
               {"systemInstruction": {"parts": [{"text": "Be brief."}]},
                "tools": [{"functionDeclarations": [
                  {"name": "get_balance", "description": "The balance of an account",
                   "parametersJsonSchema": {"type": "object", "properties": {"account": {"type": "string"}}}}]}],
                "contents": [
                  {"role": "user", "parts": [{"text": "What is in Cheque and Savings?"}]},
                  {"role": "model", "parts": [
                    {"text": "Let me look."},
                    {"functionCall": {"name": "get_balance", "args": {"account": "Cheque"}},
                     "thoughtSignature": "skip_thought_signature_validator"},
                    {"functionCall": {"name": "get_balance", "args": {"not_json": "{\\"acc"}}}]},
                  {"role": "user", "parts": [
                    {"functionResponse": {"name": "get_balance", "response": {"output": "12.00"}}},
                    {"functionResponse": {"name": "get_balance", "response": {"error": "no such account"}}}]}],
                "generationConfig": {"maxOutputTokens": 100, "thinkingConfig": {"includeThoughts": true}}}
               """;
    }

    @Override
    public String everythingRequest() {
        return """
               {"systemInstruction": {"parts": [{"text": "Be brief."}]},
                "tools": [{"functionDeclarations": [
                  {"name": "get_balance", "description": "The balance of an account",
                   "parametersJsonSchema": {"type": "object", "properties": {"account": {"type": "string"}}}}]}],
                "toolConfig": {"functionCallingConfig": {"mode": "ANY"}},
                "contents": [
                  {"role": "user", "parts": [
                    {"inlineData": {"mimeType": "image/png", "data": "aW1n"}},
                    {"inlineData": {"mimeType": "application/pdf", "data": "cGRm"}},
                    {"text": "What is the total?"}]}],
                "generationConfig": {"maxOutputTokens": 100, "stopSequences": ["STOP"],
                  "thinkingConfig": {"thinkingLevel": "LOW", "includeThoughts": true}}}
               """;
    }

    /** The id of a reply is in its chunks. */
    @Override
    public String requestIdHeader() {
        return "";
    }

    @Override
    public Set<String> everythingWarnings() {
        return Set.of("temperature", "outputSchema", "promptCache");
    }

    @Test
    void readsAnErrorThatStandsBareInTheStream() {
        String start = chunk("{\"text\": \"some\"}", INPUT);
        server().on(
                        chatPath(),
                        Answer.stream(contentType()).write(OVERLOADED.strip()).end(),
                        Answer.stream(contentType()).write(start + OVERLOADED).end());

        assertThatThrownBy(() -> llm().chat(HELLO, options()))
                .isInstanceOf(LlmException.Overloaded.class)
                .hasMessageNotContaining("WORDS");
        assertThat(server().requests(chatPath())).hasSize(2);
    }

    @Test
    void waitsAsLongAsTheBodyOfARefusalAsks() {
        String body = error(429, "RESOURCE_EXHAUSTED", "WORDS", """
                {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"36.429760048s"}""");
        server().on(chatPath(), Answer.json(429, body));

        assertThatThrownBy(() -> llm().chat(HELLO, options()))
                .isInstanceOfSatisfying(
                        LlmException.RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isEqualTo(Duration.ofMillis(36_429)));
        assertThat(server().requests(chatPath())).hasSize(1);
    }

    @Test
    void isWholeBeforeAServerThatHoldsTheConnectionCloses() {
        server().on(
                        chatPath(),
                        Answer.stream(contentType())
                                .writeAll(frames(List.of(Piece.Text.of("Hi")), INPUT, OUTPUT))
                                .hold());

        assertThat(llm().chat(HELLO, options()).stopReason()).isEqualTo(StopReason.END);
    }

    @Test
    void takesTheLongFormOfAModelsName() {
        server().on(chatPath(), reply(Piece.Text.of("Hi")));

        ChatResponse response =
                llm().chat(HELLO, options().withModel("models/" + model()).withTemperature(BigDecimal.ONE));

        assertThat(response.cost()).isNotNull();
        assertThat(response.warnings()).extracting(warning -> warning.subject()).containsExactly("temperature");
        assertThat(llm().getUsage().byModel()).containsOnlyKeys(model());
    }

    @Test
    void tellsAWrongKeyByItsReason() {
        server().on(chatPath(), Answer.json(400, error(400, "INVALID_ARGUMENT", "API key not valid. WORDS", """
                {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"API_KEY_INVALID"}""")));

        assertThatThrownBy(() -> llm().chat(List.of(Message.user("Hi")), options()))
                .isInstanceOf(LlmException.Authentication.class)
                .hasMessageContaining("AuthConfig.apiKey");
    }

    @Test
    void neverLeavesThePathOfModels() {
        for (String name : List.of("../x", "x/../y", "..", "x?key=1", "x#y", "a b", "%2e%2e", "models/")) {
            assertThatThrownBy(() -> create(ProviderConfig.of(provider(), AuthConfig.apiKey("k"))
                                    .withEndpoint(server().address())
                                    .withDefaultModel(name))
                            .chat(HELLO, options()))
                    .isInstanceOf(LlmException.Configuration.class);
        }
        assertThat(server().connections()).isZero();
    }

    /** Only its own come back, inside of what it gave with them. */
    @Override
    public Set<String> callIdFields() {
        return Set.of();
    }
}
