package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Protocol;
import au.pip.benchmarks.wire.Reply;
import au.pip.benchmarks.wire.Tokens;
import com.anthropic.client.AnthropicClient;
import com.anthropic.client.okhttp.AnthropicOkHttpClient;
import com.anthropic.core.http.StreamResponse;
import com.anthropic.helpers.MessageAccumulator;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.TextBlock;
import com.anthropic.models.messages.TextDelta;
import com.anthropic.models.messages.ToolUseBlock;
import com.anthropic.models.messages.Usage;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.stream.Collectors;

final class AnthropicJava implements Contender {
    private final AnthropicClient client;
    private final String model;

    AnthropicJava(Protocol protocol, URI server) {
        client = AnthropicOkHttpClient.builder()
                .baseUrl(server.toString())
                .apiKey(KEY)
                .build();
        model = protocol.model();
    }

    @Override
    public Reply stream(FirstText firstText) {
        MessageCreateParams request = MessageCreateParams.builder()
                .model(model)
                .maxTokens(MAX_OUTPUT_TOKENS)
                .system(SYSTEM_PROMPT)
                .addUserMessage(USER_PROMPT)
                .build();
        MessageAccumulator accumulator = MessageAccumulator.create();
        TextWatch watch = new TextWatch(firstText);
        try (StreamResponse<RawMessageStreamEvent> events = client.messages().createStreaming(request)) {
            events.stream().forEach(event -> {
                watch.saw(
                        event.contentBlockDelta()
                                .flatMap(delta -> delta.delta().text())
                                .map(TextDelta::text)
                                .orElse(""),
                        events::close);
                accumulator.accumulate(event);
            });
        }
        return reply(accumulator.message());
    }

    private static Reply reply(Message message) {
        String text = message.content().stream()
                .flatMap(block -> block.text().stream())
                .map(TextBlock::text)
                .collect(Collectors.joining());
        ToolUseBlock call = message.content().stream()
                .flatMap(block -> block.toolUse().stream())
                .findFirst()
                .orElseThrow();
        Usage usage = message.usage();
        long cacheRead = usage.cacheReadInputTokens().orElse(0L);
        return new Reply(
                text,
                call.name(),
                String.valueOf(call._input().convert(JsonNode.class)),
                new Tokens(
                        usage.inputTokens() + usage.cacheCreationInputTokens().orElse(0L) + cacheRead,
                        cacheRead,
                        usage.outputTokens()));
    }

    @Override
    public void close() {
        client.close();
    }
}
