package au.pip.llm.protocol.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.Part;
import au.pip.llm.StopReason;
import au.pip.llm.Timing;
import au.pip.llm.Usage;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import au.pip.llm.protocol.WireFailure;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How replies are read that real servers give, each in a way of its own. */
class ChatCompletionsReplyTest {
    private static final String DONE = "[DONE]";

    private final List<ChatEvent> events = new ArrayList<>();
    private final ReplyFold fold = new ReplyFold("custom", "asked", events::add);
    private ReplyReader reader = reader(ChatDialect.COMPATIBLE);

    private ReplyReader reader(ChatDialect dialect) {
        ChatCompletionsProtocol protocol = new ChatCompletionsProtocol(dialect);
        ChatRequest request = new ChatRequest(
                "custom", new ModelInfo("asked", 0, 0, Set.of()), List.of(Message.user("x")), ChatOptions.defaults());
        return protocol.reader(request, protocol.renderChat(request), fold);
    }

    private void feed(String... frames) {
        for (String frame : frames) {
            byte[] bytes = ("pad" + frame).getBytes(UTF_8);
            reader.read(null, bytes, 3, bytes.length - 3);
        }
    }

    /** Frames of a stream that ends as HTTP wants. */
    private ChatResponse read(String... frames) {
        feed(frames);
        assertThat(reader.end()).isTrue();
        return fold.response(null, Timing.NONE, null);
    }

    private static String delta(String delta) {
        return "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":" + delta
                + ",\"finish_reason\":null}]}";
    }

    private static String calls(String calls) {
        return delta("{\"tool_calls\":[" + calls + "]}");
    }

    private static String end(String reason) {
        return "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"" + reason
                + "\"}]}";
    }

    private static String usage(String usage) {
        return "{\"id\":\"c\",\"model\":\"m\",\"choices\":[],\"usage\":" + usage + "}";
    }

    private static String arguments(ChatResponse response, int call) {
        return response.toolCalls().get(call).arguments().toString();
    }

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

    @Test
    void dropsACallThatTheLimitCut() {
        ChatResponse response = read(
                delta("{\"content\":\"Let me look.\"}"),
                calls("{\"index\":0,\"id\":\"a\",\"function\":{\"name\":\"add\",\"arguments\":\"{\\\"x\"}}"),
                end("length"),
                DONE);

        assertThat(response.toolCalls()).isEmpty();
        assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":null}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[]}",
                "{\"id\":\"c\",\"model\":\"m\"}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[null]}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":null}]}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0}],\"usage\":null}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":null,\"tool_calls\":null,\"refusal\":null}}],\"error\":null}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"index\":1,\"delta\":{\"content\":\"other\"}}]}",
                "{\"id\":\"c\",\"model\":\"m\",\"choices\":[{\"delta\":{\"content\":\"other\"},\"finish_reason\":\"length\",\"index\":2}]}",
                "\"ping\"",
                "[]"
            })
    void readsOverWhatAddsNothing(String odd) {
        ChatResponse response =
                read(odd, delta("{\"content\":\"Hi\"}"), odd, delta("{\"content\":\"!\"}"), end("stop"), odd, DONE);

        assertThat(response.text()).isEqualTo("Hi!");
        assertThat(response.stopReason()).isEqualTo(StopReason.END);
        assertThat(response.model()).isEqualTo("m");
    }

    @Test
    void readsOnlyTheFirstOfSeveralChoices() {
        ChatResponse response = read(
                "{\"choices\":[{\"index\":1,\"delta\":{\"content\":\"b\"}},{\"index\":0,\"delta\":{\"content\":\"a\"}}]}",
                "{\"choices\":[{\"delta\":{\"content\":\"c\"}},{\"delta\":{\"content\":\"d\"},\"index\":1}]}",
                end("stop"));

        assertThat(response.text()).isEqualTo("ac");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reasoning_content", "reasoning"})
    void takesEitherFieldForThinking(String field) {
        ChatResponse response = read(
                delta("{\"role\":\"assistant\",\"%s\":\"Two\"}".formatted(field)),
                delta("{\"content\":null,\"%s\":\" and two\"}".formatted(field)),
                delta("{\"content\":\"Four\"}"),
                end("stop"));

        assertThat(response.text()).isEqualTo("Four");
        assertThat(response.message().parts().getFirst())
                .isInstanceOfSatisfying(
                        Part.Thinking.class,
                        thinking -> assertThat(thinking.thinking()).isEqualTo("Two and two"));
    }

    @Test
    void readsThinkingOnceWhereBothFieldsHoldIt() {
        ChatResponse response = read(delta("{\"reasoning\":\"Hm\",\"reasoning_content\":\"Hm\"}"), end("stop"));

        assertThat(((Part.Thinking) response.message().parts().getFirst()).thinking())
                .isEqualTo("Hm");
    }

    // spring-ai #6845, #6520, litellm #20246
    @Test
    void findsThinkingBetweenTagsHoweverTheyAreCut() {
        String text = "\n<think>\nTwo < three, </thin air\n</think>\n\nFour <think>is</think> text";
        for (int size = 1; size <= text.length(); size++) {
            ReplyFold whole = new ReplyFold("custom", "asked", event -> {});
            ReplyReader pieces = new ChatCompletionsReader("custom", ChatDialect.COMPATIBLE, List.of(), whole);
            for (int at = 0; at < text.length(); at += size) {
                String piece = text.substring(at, Math.min(text.length(), at + size));
                byte[] bytes = delta("{\"content\":" + Json.MAPPER.writeValueAsString(piece) + "}")
                        .getBytes(UTF_8);
                pieces.read(null, bytes, 0, bytes.length);
            }
            pieces.read(null, DONE.getBytes(UTF_8), 0, DONE.length());
            List<Part> parts = whole.response(null, Timing.NONE, null).message().parts();
            assertThat(parts)
                    .as("pieces of %d", size)
                    .containsExactly(
                            new Part.Thinking("\nTwo < three, </thin air\n", null),
                            Part.Text.of("Four <think>is</think> text"));
        }
    }

    @Test
    void losesNothingWhenATagNeverEnds() {
        assertThat(read(delta("{\"content\":\"<thi\"}"), end("stop")).text()).isEqualTo("<thi");
        assertThat(events).contains(new ChatEvent.TextDelta(0, "<thi"));
    }

    @Test
    void keepsThinkingThatTheLimitCut() {
        ChatResponse response = read(delta("{\"content\":\"<think>Well, </th\"}"), end("length"));

        assertThat(response.message().parts()).containsExactly(new Part.Thinking("Well, </th", null));
    }

    @Test
    void leavesTagsInTheTextOfOpenAi() {
        reader = reader(ChatDialect.OPENAI);

        assertThat(read(delta("{\"content\":\"<think>x</think>\"}"), end("stop"))
                        .text())
                .isEqualTo("<think>x</think>");
    }

    @Test
    void readsContentThatIsAnArrayOfParts() {
        ChatResponse response = read(
                delta("{\"content\":[{\"type\":\"thinking\",\"thinking\":[{\"type\":\"text\",\"text\":\"Hm\"}]}]}"),
                delta("{\"content\":[{\"type\":\"text\",\"text\":\"Fo\"},{\"type\":\"text\",\"text\":\"ur\"}]}"),
                end("stop"));

        assertThat(response.text()).isEqualTo("Four");
        assertThat(((Part.Thinking) response.message().parts().getFirst()).thinking())
                .isEqualTo("Hm");
    }

    @Test
    void takesARefusalForOneThoughItEndsAsUsual() {
        ChatResponse response =
                read(delta("{\"refusal\":\"I can\"}"), delta("{\"refusal\":\"not.\"}"), end("stop"), DONE);

        assertThat(response.stopReason()).isEqualTo(StopReason.REFUSED);
        assertThat(response.text()).isEqualTo("I cannot.");
    }

    @ParameterizedTest
    @CsvSource({
        "stop,END",
        "length,MAX_TOKENS",
        "content_filter,REFUSED",
        "tool_calls,END",
        "function_call,END",
        "model_length,CONTEXT_FULL",
        "insufficient_system_resource,OTHER"
    })
    void mapsReasons(String said, StopReason reason) {
        assertThat(read(delta("{\"content\":\"Hi\"}"), end(said), DONE).stopReason())
                .isEqualTo(reason);
    }

    @Test
    void isWholeAtTheEndMarkWithoutAReason() {
        feed(delta("{\"content\":\"Hi\"}"), DONE);

        assertThat(reader.whole()).isTrue();
        assertThat(fold.response(null, Timing.NONE, null).stopReason()).isEqualTo(StopReason.END);
    }

    @Test
    void waitsForTheCountsAfterTheReason() {
        feed(delta("{\"content\":\"Hi\"}"), end("stop"));
        assertThat(reader.whole()).isFalse();

        feed(usage("{\"prompt_tokens\":16,\"completion_tokens\":10}"));
        assertThat(reader.whole()).isFalse();
        assertThat(reader.end()).isTrue();
        assertThat(fold.usage()).isEqualTo(Usage.of(16, 10));
    }

    @Test
    void isCutWithoutReasonAndEndMark() {
        feed(delta("{\"content\":\"Hi\"}"), usage("{\"prompt_tokens\":16,\"completion_tokens\":10}"));

        assertThat(reader.end()).isFalse();
        assertThat(reader.whole()).isFalse();
    }

    @Test
    void takesAnEndMarkAloneForNoReply() {
        feed(DONE);

        assertThat(reader.end()).isFalse();
        assertThat(events).isEmpty();
    }

    @Test
    void doesNotStartWithAChunkThatSaysNothingYet() {
        feed("{\"id\":\"\",\"model\":\"\",\"choices\":[],\"prompt_filter_results\":[{\"prompt_index\":0}]}");
        assertThat(events).isEmpty();

        feed(delta("{\"role\":\"assistant\"}"));
        assertThat(events).containsExactly(new ChatEvent.Started("c", "m"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":{\"message\":\"x\",\"code\":502}}|SERVER",
                "{\"error\":{\"message\":\"x\",\"code\":\"429\",\"type\":\"rate_limit_exceeded\"}}|RATE_LIMIT",
                "{\"id\":\"c\",\"error\":{\"code\":\"server_error\",\"message\":\"x\"},\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}]}|SERVER",
                "{\"choices\":[{\"index\":0,\"error\":{\"code\":503},\"delta\":{}}]}|OVERLOADED",
                "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"error\"}]}|UNKNOWN",
                "{\"object\":\"error\",\"message\":\"maximum context length is 8 tokens\",\"code\":400}|TOO_LONG",
                "{\"error\":\"insufficient credits\"}|MONEY"
            })
    void throwsWhenAChunkReportsAnError(String frame, Failure.Kind kind) {
        feed(delta("{\"content\":\"Hi\"}"));

        assertThatThrownBy(() -> feed(frame))
                .isInstanceOfSatisfying(
                        WireFailure.class,
                        failure -> assertThat(failure.failure().kind()).isEqualTo(kind));
    }

    @Test
    void throwsWhenTheEventIsNamedError() {
        byte[] bytes = "{\"message\":\"x\",\"type\":\"overloaded_error\"}".getBytes(UTF_8);

        assertThatThrownBy(() -> reader.read("error", bytes, 0, bytes.length)).isInstanceOf(WireFailure.class);
    }

    // litellm #37924, #37992: neither "missing" nor "zero" may stand for the other
    @Test
    void tellsMissingCountsFromNought() {
        read(delta("{\"content\":\"Hi\"}"), end("stop"), DONE);
        assertThat(fold.usageReported()).isFalse();
    }

    @Test
    void believesNoughtAtTheEnd() {
        read(
                delta("{\"content\":\"Hi\"}"),
                end("stop"),
                usage("{\"prompt_tokens\":0,\"completion_tokens\":0,\"total_tokens\":0}"),
                DONE);
        assertThat(fold.usageReported()).isTrue();
        assertThat(fold.usage()).isEqualTo(Usage.NONE);
    }

    // langchain4j #2711, LocalAI #1744
    @Test
    void doesNotLetZerosInTheMiddleCount() {
        String zeros = "{\"prompt_tokens\":0,\"completion_tokens\":0,\"total_tokens\":0}";
        feed(delta("{\"content\":\"Hi\"}"), usage(zeros));
        assertThat(fold.usageReported()).isFalse();

        read(usage("{\"prompt_tokens\":16,\"completion_tokens\":10}"), usage(zeros), end("stop"));
        assertThat(fold.usage()).isEqualTo(Usage.of(16, 10));
    }

    // litellm #5443, #9812, #14849
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"prompt_tokens_details\":{\"cached_tokens\":60}",
                "\"prompt_cache_hit_tokens\":60,\"prompt_cache_miss_tokens\":40",
                "\"prompt_cache_hit_tokens\":60,\"prompt_tokens_details\":{\"cached_tokens\":60}",
                "\"cached_tokens\":60"
            })
    void countsCachedInputOnce(String field) {
        read(
                delta("{\"content\":\"Hi\"}"),
                end("stop"),
                usage("{\"prompt_tokens\":100,\"completion_tokens\":5,\"total_tokens\":105," + field + "}"));

        assertThat(fold.usage()).isEqualTo(new Usage(40, 60, 0, 0, 5, 0));
    }

    @Test
    void booksWhatXaiSaysThatAReplyCosts() {
        ChatResponse response = read(
                delta("{\"role\":\"assistant\",\"reasoning_content\":\"First\"}"),
                delta("{\"content\":\"4\"}"),
                end("stop"),
                usage("""
                      {"prompt_tokens":12,"completion_tokens":1,"total_tokens":303,\
                      "prompt_tokens_details":{"text_tokens":12,"cached_tokens":11},\
                      "completion_tokens_details":{"reasoning_tokens":290},\
                      "num_sources_used":0,"cost_in_usd_ticks":1466250}"""),
                DONE);

        assertThat(response.usage()).isEqualTo(new Usage(1, 11, 0, 0, 291, 290));
        assertThat(fold.reportedCost()).isEqualByComparingTo("0.000146625");
        assertThat(new BigDecimal("0.30")
                        .add(new BigDecimal("0.075").multiply(BigDecimal.valueOf(11)))
                        .add(new BigDecimal("0.50").multiply(BigDecimal.valueOf(291)))
                        .movePointLeft(6))
                .isEqualByComparingTo(Objects.requireNonNull(fold.reportedCost()));
    }

    @Test
    void booksWhatOpenRouterSaysButNotItsZero() {
        feed(delta("{\"content\":\"Hi\"}"), usage("{\"prompt_tokens\":13,\"completion_tokens\":16,\"cost\":0}"));
        assertThat(fold.reportedCost()).isNull();

        feed(usage("{\"prompt_tokens\":13,\"completion_tokens\":16,\"cost\":0.000093}"));
        assertThat(fold.reportedCost()).isEqualTo(new BigDecimal("0.000093"));
    }

    @Test
    void understandsAWholeAnswerThatIsNoStream() {
        ChatResponse response = read("""
                {"id":"c","object":"chat.completion","model":"m","choices":[{"index":0,"message":{"role":"assistant",
                 "content":null,"reasoning_content":"Hm","tool_calls":[{"id":"a","type":"function",
                  "function":{"name":"add","arguments":"{\\"x\\":1}"}}]},"finish_reason":"tool_calls"}],
                 "usage":{"prompt_tokens":16,"completion_tokens":10,"total_tokens":26}}""");

        assertThat(response.stopReason()).isEqualTo(StopReason.TOOL_CALLS);
        assertThat(arguments(response, 0)).isEqualTo("{\"x\":1}");
        assertThat(response.usage()).isEqualTo(Usage.of(16, 10));
    }
}
