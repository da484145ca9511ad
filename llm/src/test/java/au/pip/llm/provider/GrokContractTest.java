package au.pip.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.LlmException;
import au.pip.llm.Message;
import au.pip.llm.Usage;
import au.pip.llm.contract.Answer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GrokContractTest extends ResponsesContract {
    @Override
    public String provider() {
        return "grok";
    }

    @Override
    public String model() {
        return "grok-4.3";
    }

    @Override
    public BigDecimal cost() {
        return new BigDecimal("0.000045");
    }

    @Override
    String usage(long inputTokens, long outputTokens) {
        return usage(inputTokens, 0, outputTokens, 0, inputTokens + outputTokens);
    }

    @Override
    public List<Counted> counts() {
        return List.of(
                new Counted(
                        "reasoning is a part of the output",
                        counted(usage(216, 192, 831, 253, 1047)),
                        new Usage(24, 192, 0, 0, 831, 253)),
                new Counted(
                        "reasoning comes on top of the output",
                        counted(usage(12, 11, 1, 290, 303)),
                        new Usage(1, 11, 0, 0, 291, 290)),
                new Counted(
                        "cached input comes on top of the input",
                        counted(usage(4142, 4328, 254, 0, 4396)),
                        new Usage(4142, 4328, 0, 0, 254, 0)));
    }

    private static String usage(long input, long cached, long output, long reasoning, long total) {
        return """
               {"input_tokens":%d,"input_tokens_details":{"cached_tokens":%d},"output_tokens":%d,\
               "output_tokens_details":{"reasoning_tokens":%d},"total_tokens":%d,"num_sources_used":0,\
               "num_server_side_tools_used":0}""".formatted(input, cached, output, reasoning, total);
    }

    @Test
    void booksWhatTheProviderSaysItCharges() {
        String usage = usage(16, 10).replaceFirst("\\{", "{\"cost_in_usd_ticks\":375000,");
        server().on(chatPath(), Answer.of(200, contentType(), counted(usage)));

        ChatResponse response = llm().chat(List.of(Message.user("Hello")), ChatOptions.defaults());

        assertThat(response.cost())
                .isNotNull()
                .satisfies(cost -> assertThat(cost.usd()).isEqualByComparingTo("0.0000375"));
        assertThat(llm().getUsage().byModel().get(model()).knownCostUsd()).isEqualByComparingTo("0.0000375");
    }

    /** xAI's codes say no more than the status; a wrong key is answered 400. */
    @Override
    public String errorBody(int status) {
        return switch (status) {
            case 401 -> told("Unauthenticated", "WORDS");
            case 403 -> told("The caller does not have permission to execute the specified operation", "WORDS");
            case 404 ->
                told(
                        "Some requested entity was not found",
                        "The model WORDS does not exist or your team does not have access to it.");
            case 429 -> told("Some resource has been exhausted", "Too many requests. WORDS");
            default -> told("Client specified an invalid argument", "WORDS");
        };
    }

    private static String told(String code, String words) {
        return "{\"code\":\"%s\",\"error\":\"%s\"}".formatted(code, words);
    }

    @Override
    public Map<Integer, String> moneyErrors() {
        return Map.of(
                429,
                told(
                        "Some resource has been exhausted",
                        "Your team has either used all available credits or reached its monthly spending limit."));
    }

    @Override
    public Map<Integer, String> tooLongErrors() {
        return Map.of(
                400,
                told(
                        "Client specified an invalid argument",
                        "This model's maximum prompt length is 131072 but the request contains 136973 tokens."));
    }

    @Override
    public Map<Integer, String> contentRefusals() {
        return Map.of(
                403,
                told(
                        "The caller does not have permission to execute the specified operation",
                        "Content violates usage guidelines. Failed check: SAFETY_CHECK_TYPE_BIO"));
    }

    @Override
    public String midStreamError() {
        return event("response.failed", """
                        "response":{"id":"resp_1","status":"failed","model":"grok-4.3","output":[],\
                        "error":{"code":"server_error","message":"WORDS"}}""");
    }

    @Override
    public Class<? extends LlmException> midStreamFailure() {
        return LlmException.ServerError.class;
    }

    @Override
    public String everythingRequest() {
        return """
               {"model": "grok-4.3", "stream": true, "store": false, "include": ["reasoning.encrypted_content"],
                "max_output_tokens": 100, "temperature": 0.5, "reasoning": {"effort": "low"}, "text": %s,
                "tools": [%s], "tool_choice": "required",
                "input": [
                  {"role": "system", "content": "Be brief."},
                  {"role": "user", "content": [
                    {"type": "input_image", "detail": "auto", "image_url": "data:image/png;base64,aW1n"},
                    {"type": "input_text", "text": "What is the total?"}]}]}
               """.formatted(ANSWER_FORMAT, BALANCE_TOOL);
    }

    @Override
    public Set<String> everythingWarnings() {
        return Set.of("documents", "stopSequences", "promptCache");
    }

    /** Errors are a code and words. */
    @Override
    public Map.@Nullable Entry<String, String> fieldError() {
        return null;
    }
}
