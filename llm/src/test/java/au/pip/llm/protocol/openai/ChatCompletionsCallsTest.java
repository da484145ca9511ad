package au.pip.llm.protocol.openai;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.Part;
import au.pip.llm.StopReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How tool calls are put together that servers send each in a way of its own. */
class ChatCompletionsCallsTest extends ChatCompletionsChunks {
    // spring-ai #5974, #6374, #2627, #5806
    @ParameterizedTest
    @CsvSource({"one,one", "one,''", "one,another", "'',one"})
    void keysCallsByIndexWhateverTheIdsDo(String first, String later) {
        ChatResponse response = read(
                calls("{\"index\":0,\"id\":\"%s\",\"function\":{\"name\":\"add\",\"arguments\":\"\"}}"
                        .formatted(first)),
                calls("{\"index\":1,\"id\":\"two\",\"function\":{\"name\":\"sub\",\"arguments\":\"{\\\"b\\\":\"}}"),
                calls("{\"index\":0,\"id\":\"%s\",\"function\":{\"arguments\":\"{\\\"a\\\":\"}}".formatted(later)),
                calls("{\"index\":1,\"id\":\"%s\",\"function\":{\"arguments\":\"2}\"}}".formatted(later)),
                calls("{\"index\":0,\"id\":\"%s\",\"function\":{\"arguments\":\"1}\"}}".formatted(later)),
                end("tool_calls"),
                DONE);

        assertThat(response.toolCalls()).extracting(Part.ToolCall::callId).containsExactly("one", "two");
        assertThat(response.toolCalls()).extracting(Part.ToolCall::toolName).containsExactly("add", "sub");
        assertThat(arguments(response, 0)).isEqualTo("{\"a\":1}");
        assertThat(arguments(response, 1)).isEqualTo("{\"b\":2}");
    }

    // gcli2api #406, hermes-agent #12930: gateways that carry Gemini's calls over
    @Test
    void keepsWholeCallsApartThatAllBearTheSameIndex() {
        ChatResponse response = read(
                calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"{\\\"x\\\":1}\"}}"),
                calls("{\"index\":0,\"id\":\"b\",\"function\":{\"name\":\"add\",\"arguments\":\"{\\\"x\\\":\"}}"),
                calls("{\"index\":0,\"function\":{\"arguments\":\"2}\"}}"),
                calls("{\"index\":0,\"id\":\"c\",\"function\":{\"name\":\"sub\",\"arguments\":\"{}\"}}"),
                end("tool_calls"));

        assertThat(response.toolCalls()).extracting(Part.ToolCall::callId).containsExactly("a", "b", "c");
        assertThat(response.toolCalls()).extracting(Part.ToolCall::toolName).containsExactly("add", "add", "sub");
        assertThat(response.toolCalls())
                .extracting(call -> call.arguments().toString())
                .containsExactly("{\"x\":1}", "{\"x\":2}", "{}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void takesAnEmptyFragmentForNoCallOfItsOwn(String more) {
        ChatResponse response = read(
                calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"{\\\"x\\\":1}\"}}"),
                calls("{\"index\":0,\"id\":\"b\",\"function\":{\"name\":\"add\",\"arguments\":\"%s\"}}"
                        .formatted(more)),
                end("tool_calls"));

        assertThat(response.toolCalls()).extracting(Part.ToolCall::callId).containsExactly("a");
        assertThat(arguments(response, 0)).isEqualTo("{\"x\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{\"a\":1}]", "7", "\"x\""})
    void readsOnBehindAnExtraOfAnUnknownForm(String extra) {
        ChatResponse response = read(
                calls(
                        "{\"extra_content\":%s,\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"{}\"}}"
                                .formatted(extra)),
                end("tool_calls"));

        assertThat(response.toolCalls())
                .singleElement()
                .satisfies(call -> assertThat(call.toolName()).isEqualTo("add"));
    }

    // llama.cpp #12379
    @Test
    void doesNotAppendANameThatIsRepeated() {
        ChatResponse response = read(
                calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"{\"}}"),
                calls("{\"index\":0,\"function\":{\"name\":\"add\",\"arguments\":\"}\"}}"),
                end("tool_calls"));

        assertThat(response.toolCalls())
                .singleElement()
                .satisfies(call -> assertThat(call.toolName()).isEqualTo("add"));
    }

    @Test
    void tellsCallsWithoutIndexApartByTheirIds() {
        ChatResponse response = read(
                calls("{\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"{\\\"x\\\"\"}}"),
                calls("{\"function\":{\"arguments\":\":1}\"}}"),
                calls("{\"id\":\"b\",\"function\":{\"name\":\"add\",\"arguments\":\"{}\"}}"),
                calls("{\"id\":\"b\",\"function\":{\"arguments\":\" \"}}"),
                end("tool_calls"));

        assertThat(response.toolCalls()).extracting(Part.ToolCall::callId).containsExactly("a", "b");
        assertThat(arguments(response, 0)).isEqualTo("{\"x\":1}");
    }

    @Test
    void takesTwoCallsWithoutIndexOrIdInOneChunkForTwo() {
        ChatResponse response = read(
                calls(
                        "{\"function\":{\"name\":\"a\",\"arguments\":\"{}\"}},{\"function\":{\"name\":\"b\",\"arguments\":\"{}\"}}"),
                end("stop"));

        assertThat(response.toolCalls()).extracting(Part.ToolCall::toolName).containsExactly("a", "b");
        assertThat(response.toolCalls())
                .extracting(Part.ToolCall::callId)
                .allMatch(id -> id.startsWith("call_"))
                .doesNotHaveDuplicates();
    }

    // langchain4j #3461
    @Test
    void keepsBlankFragmentsOfArguments() {
        ChatResponse response = read(
                calls(
                        "{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"say\",\"arguments\":\"{\\\"text\\\":\\\"two\"}}"),
                calls("{\"index\":0,\"function\":{\"arguments\":\"  \"}}"),
                calls("{\"index\":0,\"function\":{\"arguments\":\"blanks\\\"}\"}}"),
                end("tool_calls"));

        assertThat(arguments(response, 0)).isEqualTo("{\"text\":\"two  blanks\"}");
    }

    // langchain4j #2289: complete in one chunk, then "stop"
    @Test
    void decidesThatThereAreCallsByTheContent() {
        ChatResponse response = read(
                calls(
                        "{\"index\":0,\"id\":\"a\",\"type\":\"\",\"function\":{\"name\":\"add\",\"arguments\":{\"x\":10.50}}}"),
                end("stop"),
                DONE);

        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
        assertThat(arguments(response, 0)).isEqualTo("{\"x\":10.50}");
    }

    // spring-ai #5950
    @Test
    void givesPartialArgumentsAsTheyCome() {
        feed(
                calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"\"}}"),
                calls("{\"index\":0,\"function\":{\"arguments\":\"{\\\"x\"}}"));

        assertThat(events)
                .contains(new ChatEvent.ToolCallStarted(0, "a", "add"), new ChatEvent.ToolCallDelta(0, "{\"x"));
    }

    @Test
    void tellsACallOnceAndWithItsName() {
        read(
                calls("{\"index\":0,\"id\":\"a\",\"function\":{\"arguments\":\"\"}}"),
                calls("{\"index\":0,\"function\":{\"name\":\"add\",\"arguments\":\"{}\"}}"),
                end("tool_calls"));

        assertThat(events)
                .filteredOn(ChatEvent.ToolCallStarted.class::isInstance)
                .containsExactly(new ChatEvent.ToolCallStarted(0, "a", "add"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\\\"x"})
    void dropsACallThatTheLimitCut(String arguments) {
        ChatResponse response = read(
                delta("{\"content\":\"Let me look.\"}"),
                calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"%s\"}}"
                        .formatted(arguments)),
                end("length"),
                DONE);

        assertThat(response.toolCalls()).isEmpty();
        assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
    }
}
