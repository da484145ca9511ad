package au.pip.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmException;
import au.pip.llm.Usage;
import au.pip.llm.contract.Answer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenAiContractTest extends ResponsesContract {
    @Override
    public String provider() {
        return "openai";
    }

    @Override
    public String model() {
        return "gpt-6-luna";
    }

    @Override
    public BigDecimal cost() {
        return new BigDecimal("0.0000066");
    }

    @Override
    String usage(long inputTokens, long outputTokens) {
        return """
               {"input_tokens":%d,"input_tokens_details":{"cached_tokens":0,"cache_write_tokens":0},\
               "output_tokens":%d,"output_tokens_details":{"reasoning_tokens":0},"total_tokens":%d}""".formatted(inputTokens, outputTokens, inputTokens + outputTokens);
    }

    @Override
    public List<Counted> counts() {
        return List.of(
                new Counted(
                        "cached input and reasoning are parts", counted("""
                                {"input_tokens":2000,\
                                "input_tokens_details":{"cached_tokens":1000,"cache_write_tokens":600},\
                                "output_tokens":300,"output_tokens_details":{"reasoning_tokens":200},\
                                "total_tokens":2300}"""), new Usage(400, 1000, 600, 0, 300, 200)),
                new Counted(
                        "no details",
                        counted("{\"input_tokens\":37,\"output_tokens\":11,\"total_tokens\":48}"),
                        Usage.of(37, 11)));
    }

    @Override
    public Map<Integer, String> moneyErrors() {
        return Map.of(
                429, error("insufficient_quota", "\"insufficient_quota\""),
                400, error("invalid_request_error", "\"billing_hard_limit_reached\""));
    }

    @Override
    public Map<Integer, String> contentRefusals() {
        return Map.of(400, error("invalid_request_error", "\"invalid_prompt\""));
    }

    @Override
    public String midStreamError() {
        return event("error", """
                        "error":{"type":"service_unavailable_error","code":"server_is_overloaded",\
                        "message":"Our servers are currently overloaded.","param":null}""");
    }

    @Override
    public Class<? extends LlmException> midStreamFailure() {
        return LlmException.Overloaded.class;
    }

    @Override
    public String everythingRequest() {
        return """
               {"model": "gpt-6-luna", "stream": true, "store": false, "include": ["reasoning.encrypted_content"],
                "max_output_tokens": 100, "reasoning": {"effort": "low"}, "text": %s,
                "tools": [%s], "tool_choice": "required",
                "input": [
                  {"role": "system", "content": "Be brief."},
                  {"role": "user", "content": [
                    {"type": "input_image", "detail": "auto", "image_url": "data:image/png;base64,aW1n"},
                    {"type": "input_file", "filename": "bill.pdf",
                     "file_data": "data:application/pdf;base64,cGRm"},
                    {"type": "input_text", "text": "What is the total?"}]}]}
               """.formatted(ANSWER_FORMAT, BALANCE_TOOL);
    }

    @Override
    public Set<String> everythingWarnings() {
        return Set.of("temperature", "stopSequences", "promptCache");
    }

    /** The count comes with the failure: it is given first, and then nothing but the failure. */
    @Test
    void givesWhatCameWithAFailureBeforeIt() {
        server().on(chatPath(), Answer.stream(contentType()).write("""
                                        data: {"type":"response.created","response":{"id":"r","model":"gpt-6-luna"}}

                                        data: {"type":"response.failed","response":{"id":"r","status":"failed",\
                                        "error":{"code":"server_error","message":"x"},\
                                        "usage":{"input_tokens":7,"output_tokens":3}}}

                                        """).end());
        List<ChatEvent> events = new ArrayList<>();
        ChatStream stream = llm().streamChat(HELLO, options());

        assertThatThrownBy(() -> stream.forEachRemaining(events::add)).isInstanceOf(LlmException.ServerError.class);

        assertThat(events).endsWith(new ChatEvent.UsageReported(Usage.of(7, 3)));
        assertThatThrownBy(stream::hasNext).isInstanceOf(LlmException.ServerError.class);
        assertThatThrownBy(stream::next).isInstanceOf(LlmException.ServerError.class);
    }
}
