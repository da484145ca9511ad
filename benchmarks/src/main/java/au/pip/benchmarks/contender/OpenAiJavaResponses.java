package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Protocol;
import au.pip.benchmarks.wire.Reply;
import au.pip.benchmarks.wire.Tokens;
import com.openai.client.OpenAIClient;
import com.openai.client.okhttp.OpenAIOkHttpClient;
import com.openai.core.http.StreamResponse;
import com.openai.helpers.ResponseAccumulator;
import com.openai.models.responses.Response;
import com.openai.models.responses.ResponseCreateParams;
import com.openai.models.responses.ResponseFunctionToolCall;
import com.openai.models.responses.ResponseOutputText;
import com.openai.models.responses.ResponseStreamEvent;
import com.openai.models.responses.ResponseTextDeltaEvent;
import com.openai.models.responses.ResponseUsage;
import java.net.URI;
import java.util.stream.Collectors;

final class OpenAiJavaResponses implements Contender {
    private final OpenAIClient client;
    private final String model;

    OpenAiJavaResponses(Protocol protocol, URI server) {
        client =
                OpenAIOkHttpClient.builder().baseUrl(server + "/v1").apiKey(KEY).build();
        model = protocol.model();
    }

    @Override
    public Reply stream(FirstText firstText) {
        ResponseCreateParams request = ResponseCreateParams.builder()
                .model(model)
                .instructions(SYSTEM_PROMPT)
                .input(USER_PROMPT)
                .store(false)
                .build();
        ResponseAccumulator accumulator = ResponseAccumulator.create();
        TextWatch watch = new TextWatch(firstText);
        try (StreamResponse<ResponseStreamEvent> events = client.responses().createStreaming(request)) {
            events.stream().forEach(event -> {
                watch.saw(
                        event.outputTextDelta()
                                .map(ResponseTextDeltaEvent::delta)
                                .orElse(""),
                        events::close);
                accumulator.accumulate(event);
            });
        }
        return reply(accumulator.response());
    }

    private static Reply reply(Response response) {
        String text = response.output().stream()
                .flatMap(item -> item.message().stream())
                .flatMap(message -> message.content().stream())
                .flatMap(content -> content.outputText().stream())
                .map(ResponseOutputText::text)
                .collect(Collectors.joining());
        ResponseFunctionToolCall call = response.output().stream()
                .flatMap(item -> item.functionCall().stream())
                .findFirst()
                .orElseThrow();
        ResponseUsage usage = response.usage().orElseThrow();
        return new Reply(
                text,
                call.name(),
                call.arguments(),
                new Tokens(usage.inputTokens(), usage.inputTokensDetails().cachedTokens(), usage.outputTokens()));
    }

    @Override
    public void close() {
        client.close();
    }
}
