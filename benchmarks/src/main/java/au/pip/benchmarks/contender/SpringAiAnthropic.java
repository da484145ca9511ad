package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Protocol;
import au.pip.benchmarks.wire.Reply;
import au.pip.benchmarks.wire.Tokens;
import java.net.URI;
import org.springframework.ai.anthropic.AnthropicChatModel;
import org.springframework.ai.anthropic.AnthropicChatOptions;
import org.springframework.ai.chat.metadata.Usage;

final class SpringAiAnthropic implements Contender {
    private final SpringAiCall call;

    SpringAiAnthropic(Protocol protocol, URI server) {
        call = new SpringAiCall(
                AnthropicChatModel.builder()
                        .options(AnthropicChatOptions.builder()
                                .baseUrl(server.toString())
                                .apiKey(KEY)
                                .model(protocol.model())
                                .maxTokens(MAX_OUTPUT_TOKENS)
                                .build())
                        .build(),
                SpringAiAnthropic::tokens);
    }

    /** Its prompt is, as on the wire, what the cache did not give. */
    private static Tokens tokens(Usage usage) {
        Long cached = usage.getCacheReadInputTokens();
        long cacheRead = cached == null ? 0 : cached;
        return new Tokens(usage.getPromptTokens() + cacheRead, cacheRead, usage.getCompletionTokens());
    }

    @Override
    public Reply stream(FirstText firstText) throws Exception {
        return call.stream(firstText);
    }

    @Override
    public void close() {
        // The library's model has nothing to close.
    }
}
