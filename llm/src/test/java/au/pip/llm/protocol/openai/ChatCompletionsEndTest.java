package au.pip.llm.protocol.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.ChatResponse;
import au.pip.llm.StopReason;
import au.pip.llm.Timing;
import au.pip.llm.Usage;
import au.pip.llm.json.Json;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.WireFailure;
import java.math.BigDecimal;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a reply is whole, when it failed, and what it used. */
class ChatCompletionsEndTest extends ChatCompletionsChunks {
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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'prompt_tokens':-1,'completion_tokens':10}|0|0|10",
                "{'prompt_tokens':16,'completion_tokens':-5}|16|0|0",
                "{'prompt_tokens':16,'completion_tokens':10,'prompt_tokens_details':{'cached_tokens':-3}}|16|0|10",
                "{'prompt_tokens':9223372036854775807,'completion_tokens':10}|0|0|10",
                "{'prompt_tokens':12,'completion_tokens':10,'prompt_tokens_details':{'cached_tokens':20}}|12|20|10"
            })
    void countsNothingThatCannotBe(String counts, long fresh, long cached, long output) {
        read(delta("{\"content\":\"Hi\"}"), end("stop"), usage(counts.replace('\'', '"')), DONE);

        assertThat(fold.usage()).isEqualTo(new Usage(fresh, cached, 0, 0, output, 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"cost\":-1", "\"cost\":1e-2147483647", "\"cost_in_usd_ticks\":1e-2147483640"})
    void booksNoCostThatCannotBe(String cost) {
        read(delta("{\"content\":\"Hi\"}"), end("stop"), usage("{\"prompt_tokens\":16," + cost + "}"), DONE);

        assertThat(fold.reportedCost()).isNull();
    }

    @Test
    void booksPartsOfATickOnBothApis() {
        feed(usage("{\"prompt_tokens\":1,\"cost_in_usd_ticks\":12.5}"));

        assertThat(fold.reportedCost()).isEqualTo(new BigDecimal("0.00000000125"));
        assertThat(ResponsesUsage.cost(Json.MAPPER.readTree("{\"cost_in_usd_ticks\":12.5}")))
                .isEqualTo(new BigDecimal("0.00000000125"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"content\":\"not this\"}", "7", "\"x\"", "null"})
    void readsOnBehindReasoningDetailsOfAnUnknownForm(String details) {
        assertThat(read(delta("{\"reasoning_details\":%s,\"content\":\"Hi\"}".formatted(details)), end("stop"))
                        .text())
                .isEqualTo("Hi");
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
}
