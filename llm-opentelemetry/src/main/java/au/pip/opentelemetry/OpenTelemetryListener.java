package au.pip.opentelemetry;

import au.pip.llm.ChatEvent;
import au.pip.llm.LlmException;
import au.pip.llm.compose.ChatListener;
import au.pip.llm.compose.GenAi;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.common.AttributesBuilder;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A span and the four client metrics of the semantic conventions for generative AI, as 1.41 has them ({@link GenAi}), for
 * each call, with retries and
 * changes of provider as the span's events. Numbers and names only: nothing of a conversation's text.
 *
 * <p>The span is a child of the one that is current where the call is made.
 */
public final class OpenTelemetryListener implements ChatListener {
    private static final String SCOPE = "au.pip.llm";
    private static final AttributeKey<String> OPERATION = AttributeKey.stringKey(GenAi.OPERATION_NAME);
    private static final AttributeKey<String> PROVIDER = AttributeKey.stringKey(GenAi.PROVIDER_NAME);
    private static final AttributeKey<String> REQUEST_MODEL = AttributeKey.stringKey(GenAi.REQUEST_MODEL);
    private static final AttributeKey<String> RESPONSE_MODEL = AttributeKey.stringKey(GenAi.RESPONSE_MODEL);
    private static final AttributeKey<String> ERROR_TYPE = AttributeKey.stringKey(GenAi.ERROR_TYPE);
    private static final AttributeKey<Long> REQUEST_MAX_TOKENS = AttributeKey.longKey(GenAi.REQUEST_MAX_TOKENS);
    private static final AttributeKey<String> SERVER_ADDRESS = AttributeKey.stringKey(GenAi.SERVER_ADDRESS);
    private static final AttributeKey<Long> SERVER_PORT = AttributeKey.longKey(GenAi.SERVER_PORT);
    private static final AttributeKey<String> TOKEN_TYPE = AttributeKey.stringKey(GenAi.TOKEN_TYPE);

    /** Upper bounds of the histograms' buckets, as the conventions want them: tokens, and seconds. */
    private static final List<Long> TOKENS = List.of(
            1L, 4L, 16L, 64L, 256L, 1024L, 4096L, 16384L, 65536L, 262144L, 1048576L, 4194304L, 16777216L, 67108864L);

    private static final List<Double> SECONDS =
            List.of(0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92);

    private final Tracer tracer;
    private final DoubleHistogram duration;
    private final DoubleHistogram firstChunk;
    private final DoubleHistogram perChunk;
    private final LongHistogram tokens;

    public OpenTelemetryListener(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer(SCOPE);
        Meter meter = telemetry.getMeter(SCOPE);
        this.duration = seconds(meter, GenAi.OPERATION_DURATION);
        this.firstChunk = seconds(meter, GenAi.TIME_TO_FIRST_CHUNK);
        this.perChunk = seconds(meter, GenAi.TIME_PER_OUTPUT_CHUNK);
        this.tokens = meter.histogramBuilder(GenAi.TOKEN_USAGE)
                .setUnit("{token}")
                .ofLongs()
                .setExplicitBucketBoundariesAdvice(TOKENS)
                .build();
    }

    private static DoubleHistogram seconds(Meter meter, String name) {
        return meter.histogramBuilder(name)
                .setUnit("s")
                .setExplicitBucketBoundariesAdvice(SECONDS)
                .build();
    }

    @Override
    public Call begin(Request request) {
        Attributes asked = asked(request);
        Span span = tracer.spanBuilder("chat " + request.model())
                .setSpanKind(SpanKind.CLIENT)
                .setAllAttributes(asked)
                .startSpan();
        Integer limit = request.options().maxOutputTokens();
        if (limit != null) {
            span.setAttribute(REQUEST_MAX_TOKENS, limit.longValue());
        }
        return new SpannedCall(span, asked);
    }

    /** What stands in the span and in each metric. */
    private static Attributes asked(Request request) {
        AttributesBuilder asked = Attributes.builder()
                .put(OPERATION, "chat")
                .put(PROVIDER, GenAi.providerName(request.provider()))
                .put(REQUEST_MODEL, request.model());
        URI address = request.address();
        if (address != null && address.getHost() != null) {
            int usualPort = "http".equalsIgnoreCase(address.getScheme()) ? 80 : 443;
            asked.put(SERVER_ADDRESS, address.getHost());
            asked.put(SERVER_PORT, (long) (address.getPort() < 0 ? usualPort : address.getPort()));
        }
        return asked.build();
    }

    private final class SpannedCall implements Call {
        private final Span span;
        private final Attributes asked;

        SpannedCall(Span span, Attributes asked) {
            this.span = span;
            this.asked = asked;
        }

        @Override
        public void event(ChatEvent event) {
            if (event instanceof ChatEvent.Retrying retrying) {
                span.addEvent("retry", error(retrying.cause()));
            } else if (event instanceof ChatEvent.FellBack change) {
                span.addEvent(
                        "fallback",
                        error(change.cause()).toBuilder().put("to", change.to()).build());
            }
        }

        private static Attributes error(LlmException cause) {
            return Attributes.of(ERROR_TYPE, GenAi.errorType(cause));
        }

        @Override
        public void end(Outcome outcome) {
            AttributesBuilder answered = asked.toBuilder()
                    .put(PROVIDER, GenAi.providerName(outcome.provider()))
                    .put(RESPONSE_MODEL, outcome.model());
            Throwable failure = outcome.failure();
            if (failure != null) {
                answered.put(ERROR_TYPE, GenAi.errorType(failure));
                span.setStatus(StatusCode.ERROR);
            }
            Attributes attributes = answered.build();
            measure(outcome, attributes);
            span.setAllAttributes(attributes);
            describe(outcome);
            span.end();
        }

        private void measure(Outcome outcome, Attributes attributes) {
            duration.record(inSeconds(outcome.duration()), attributes);
            record(firstChunk, outcome.firstToken(), attributes);
            record(perChunk, outcome.perChunk(), attributes);
            count("input", outcome.usage().input(), attributes);
            count("output", outcome.usage().output(), attributes);
        }

        private void count(String type, long count, Attributes attributes) {
            if (count > 0) {
                tokens.record(
                        count, attributes.toBuilder().put(TOKEN_TYPE, type).build());
            }
        }

        private void describe(Outcome outcome) {
            GenAi.usage(outcome.usage()).forEach(span::setAttribute);
            if (outcome.responseId() != null) {
                span.setAttribute(GenAi.RESPONSE_ID, outcome.responseId());
            }
            if (outcome.finishReason() != null) {
                span.setAttribute(AttributeKey.stringArrayKey(GenAi.FINISH_REASONS), List.of(outcome.finishReason()));
            }
            if (outcome.cost() != null) {
                span.setAttribute(GenAi.COST_USD, outcome.cost().usd().toPlainString());
            }
        }
    }

    private static void record(DoubleHistogram histogram, @Nullable Duration time, Attributes attributes) {
        if (time != null) {
            histogram.record(inSeconds(time), attributes);
        }
    }

    private static double inSeconds(Duration time) {
        return time.toNanos() / 1e9;
    }
}
