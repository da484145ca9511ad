package au.pip.llm.protocol.openai;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.Part;
import au.pip.llm.StopReason;
import au.pip.llm.Timing;
import au.pip.llm.Usage;
import au.pip.llm.price.PriceCatalogue;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.WireFailure;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How replies of the Responses API end: whole, cut, refused, failed; and what they have used. */
class ResponsesEndTest extends ResponsesReply {
    @Test
    void keepsTheTextOfARefusal() {
        ChatResponse response =
                read(CREATED, delta("refusal", 0, "I can't "), delta("refusal", 0, "do that."), COMPLETED);

        assertThat(response.stopReason()).isEqualTo(StopReason.REFUSED);
        assertThat(response.text()).isEqualTo("I can't do that.");
    }

    @ParameterizedTest
    @CsvSource({
        "response.incomplete,max_output_tokens,MAX_TOKENS",
        "response.incomplete,content_filter,REFUSED",
        "response.incomplete,brand_new,OTHER",
        "response.completed,max_output_tokens,MAX_TOKENS"
    })
    void tellsWhyAReplyIsNotComplete(String type, String reason, StopReason expected) {
        ChatResponse response = read(CREATED, delta("output_text", 0, "Half"), """
                {"type":"%s","response":{"status":"incomplete","incomplete_details":{"reason":"%s"},"output":[]}}""".formatted(type, reason));

        assertThat(response.stopReason()).isEqualTo(expected);
        assertThat(response.text()).isEqualTo("Half");
    }

    @Test
    void neverRunsACallThatTheLimitCut() {
        String begun =
                "{\"type\":\"function_call\",\"call_id\":\"c1\",\"name\":\"t\",\"status\":\"%s\",\"arguments\":\"\"}";

        ChatResponse response = read(
                CREATED,
                item("added", 0, begun.formatted("in_progress")),
                item("done", 0, begun.formatted("incomplete")),
                """
                {"type":"response.incomplete","response":{"status":"incomplete",\
                "incomplete_details":{"reason":"max_output_tokens"},"output":[%s]}}""".formatted(begun.formatted("incomplete")));

        assertThat(response.stopReason()).isEqualTo(StopReason.MAX_TOKENS);
        assertThat(response.toolCalls()).isEmpty();
    }

    @Test
    void readsOverWhatItDoesNotKnow() {
        ChatResponse response = read(
                CREATED,
                "{\"type\":\"response.brand_new\",\"delta\":{\"a\":[1]},\"item\":7,\"response\":[],\"output_index\":\"x\"}",
                "{\"type\":\"keepalive\",\"sequence_number\":3}",
                item("added", 0, "{\"type\":\"web_search_call\",\"id\":\"ws\"}"),
                item("done", 0, "{\"type\":\"web_search_call\",\"id\":\"ws\",\"status\":\"completed\"}"),
                delta("output_text", 1, "Hello"),
                "[DONE]",
                completed("{\"type\":\"web_search_call\",\"id\":\"ws\"}," + MESSAGE_DONE));

        assertThat(response.message().parts()).containsExactly(Part.Text.of("Hello"));
    }

    @Test
    void goesByTheEventsNameWhereTheDataHasNoType() {
        feed("response.created", "{\"response\":{\"id\":\"r\",\"model\":\"m\"}}");
        feed("response.output_text.delta", "{\"output_index\":0,\"content_index\":0,\"delta\":\"Hi\"}");
        feed("response.completed", "{\"response\":{\"status\":\"completed\"}}");

        assertThat(reader.whole()).isTrue();
        assertThat(fold.response(null, Timing.NONE, null).text()).isEqualTo("Hi");
    }

    @Test
    void takesNothingButTheEndEventForTheEnd() {
        feed(null, CREATED);
        feed(null, delta("output_text", 0, "Hello"));
        feed(null, item("done", 0, MESSAGE_DONE));
        feed(null, "[DONE]");

        assertThat(reader.whole()).isFalse();
        assertThat(reader.end()).isFalse();
    }

    private Failure failure(String frame) {
        return catchThrowableOfType(WireFailure.class, () -> feed(null, frame)).failure();
    }

    /** LiteLLM took such a reply for an empty success (its pull request 39708). */
    @ParameterizedTest
    @CsvSource({
        "rate_limit_exceeded,RATE_LIMIT",
        "server_error,SERVER",
        "server_is_overloaded,OVERLOADED",
        "insufficient_quota,MONEY",
        "context_length_exceeded,TOO_LONG",
        "invalid_prompt,REFUSED",
        "brand_new,UNKNOWN"
    })
    void neverTakesAFailedReplyForASuccess(String code, Failure.Kind kind) {
        String error = "{\"code\":\"%s\",\"message\":\"It went wrong.\"}".formatted(code);
        feed(null, CREATED);

        assertThat(failure("{\"type\":\"response.failed\",\"response\":{\"status\":\"failed\",\"error\":" + error
                                + "}}")
                        .kind())
                .isEqualTo(kind);
        assertThat(failure("{\"type\":\"error\",\"error\":" + error + "}").kind())
                .isEqualTo(kind);
        assertThat(failure("{\"type\":\"error\",\"error\":null," + error.substring(1))
                        .kind())
                .isEqualTo(kind);
        assertThat(failure("{\"error\":" + error + "}").kind()).isEqualTo(kind);
        assertThat(reader.whole()).isFalse();
    }

    @Test
    void failsWhenAFailedReplyDoesNotSayWhy() {
        assertThat(failure("{\"type\":\"response.failed\",\"response\":{\"status\":\"failed\",\"error\":null}}")
                        .kind())
                .isEqualTo(Failure.Kind.UNKNOWN);
        assertThat(events).isEmpty();
    }

    @Test
    void namesTheFieldOfAnErrorInTheMiddle() {
        Failure failure = failure("""
                {"type":"error","error":{"type":"invalid_request_error","code":null,"message":"No.",\
                "param":"input[2].image_url"}}""");

        assertThat(failure.kind()).isEqualTo(Failure.Kind.BAD_REQUEST);
        assertThat(failure.field()).isEqualTo("input[2].image_url");
    }

    @ParameterizedTest
    @CsvSource({"11.054s,11054", "1s,1000", "250ms,250"})
    void readsTheWaitThatIsSaidInWordsOnly(String said, long milliseconds) {
        Failure failure = failure("""
                {"type":"response.failed","response":{"error":{"code":"rate_limit_exceeded",\
                "message":"Rate limit reached for gpt-x. Please try again in %s. Visit us."}}}""".formatted(said));

        assertThat(failure.retryAfter()).isEqualTo(Duration.ofMillis(milliseconds));
    }

    @Test
    void countsWhatAFailedReplyHasUsed() {
        feed(null, CREATED);

        failure("""
                {"type":"response.failed","response":{"error":{"code":"server_error","message":"x"},\
                "usage":{"input_tokens":5,"output_tokens":7,"total_tokens":12}}}""");

        assertThat(fold.usage()).isEqualTo(Usage.of(5, 7));
    }

    private static String counted(String usage) {
        return "{\"type\":\"response.completed\",\"response\":{\"status\":\"completed\",\"usage\":" + usage + "}}";
    }

    @Test
    void takesTheProvidersOwnFigureOfTheCost() {
        read(CREATED, counted("""
                {"input_tokens":12,"input_tokens_details":{"cached_tokens":11},"output_tokens":1,\
                "output_tokens_details":{"reasoning_tokens":290},"total_tokens":303,"cost_in_usd_ticks":1466250}"""));

        assertThat(events).contains(new ChatEvent.CostReported(new BigDecimal("0.000146625")));
        assertThat(fold.usage()).isEqualTo(new Usage(1, 11, 0, 0, 291, 290));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1000, 2_000_000_000, Integer.MIN_VALUE})
    void readsTextAtAPlaceThatCannotBe(int place) {
        String frame =
                "{\"type\":\"response.%s\",\"output_index\":%2$d,\"content_index\":%2$d,\"summary_index\":%2$d,%3$s}";

        ChatResponse response = read(
                CREATED,
                frame.formatted("reasoning_text.delta", place, "\"delta\":\"Hm\""),
                frame.formatted("output_text.delta", place, "\"delta\":\"Hel\""),
                frame.formatted("output_text.delta", place, "\"delta\":\"lo\""),
                frame.formatted("output_text.done", place, "\"text\":\"Hello\""),
                COMPLETED);

        assertThat(response.text()).isEqualTo("Hello");
    }

    @Test
    void countsNothingThatCannotBe() {
        read(CREATED, counted("""
                {"input_tokens":-3,"input_tokens_details":{"cached_tokens":-1},"output_tokens":7,"total_tokens":7}"""));

        assertThat(fold.usage()).isEqualTo(Usage.of(0, 7));
    }

    @Test
    void takesACostOfNothingForNone() {
        read(CREATED, counted("{\"input_tokens\":12,\"output_tokens\":1,\"cost_in_usd_ticks\":0}"));

        assertThat(fold.reportedCost()).isNull();
        assertThat(fold.usage()).isEqualTo(Usage.of(12, 1));
    }

    @Test
    void pricesWritesIntoTheCacheOrSaysThatItCannot() {
        read(CREATED, counted("""
                {"input_tokens":2000,"input_tokens_details":{"cached_tokens":1000,"cache_write_tokens":600},\
                "output_tokens":300,"output_tokens_details":{"reasoning_tokens":200},"total_tokens":2300}"""));
        PriceCatalogue prices = PriceCatalogue.standard();
        LocalDate day = LocalDate.parse("2026-11-23");

        // 400 at 0.10, 1000 read at 0.01, 600 written at 0.125 and 300 at 0.50 dollars for a million
        assertThat(prices.cost("openai", "gpt-6-luna", fold.usage(), day))
                .isNotNull()
                .satisfies(cost -> assertThat(cost.usd()).isEqualByComparingTo("0.000275"));
        assertThat(prices.cost("openai", "gpt-5-mini", fold.usage(), day)).isNull();
    }

    @Test
    void leavesUsageUnknownWhenTheEndDoesNotTellIt() {
        read(CREATED, delta("output_text", 0, "Hi"), COMPLETED);

        assertThat(fold.usageReported()).isFalse();
    }

    /** xAI's bodies: a text in {@code error}, and a {@code code} that repeats the status. */
    @ParameterizedTest
    @CsvSource({
        "400,Incorrect API key provided: sk***YA.,BAD_CREDENTIALS",
        "400,This model's maximum prompt length is 131072 but the request contains 136973 tokens.,TOO_LONG",
        "400,Argument not supported on this model: stop,BAD_REQUEST",
        "403,Content violates usage guidelines. Failed check: SAFETY_CHECK_TYPE_BIO,REFUSED",
        "403,Access to the chat endpoint is denied,NOT_ALLOWED",
        "404,The model grok-9 does not exist or your team does not have access to it.,NO_SUCH_MODEL",
        "429,Your team has either used all available credits or reached its monthly spending limit.,MONEY",
        "429,Too many requests,RATE_LIMIT"
    })
    void sortsErrorsThatAreOnlyWords(int status, String words, Failure.Kind kind) {
        String body = "{\"code\":\"Some status\",\"error\":\"%s\"}".formatted(words);

        assertThat(protocol.parseFailure(status, body.getBytes(UTF_8)).kind()).isEqualTo(kind);
    }
}
