package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Protocol;
import au.pip.benchmarks.wire.Reply;
import au.pip.benchmarks.wire.Tokens;
import java.net.URI;
import org.springframework.ai.chat.metadata.Usage;
import org.springframework.ai.openai.OpenAiChatModel;
import org.springframework.ai.openai.OpenAiChatOptions;

final class SpringAiOpenAi implements Contender {
    private final SpringAiCall call;

    SpringAiOpenAi(Protocol protocol, URI server) {
        call = new SpringAiCall(
                OpenAiChatModel.builder()
                        .options(OpenAiChatOptions.builder()
                                .baseUrl(server + "/v1")
                                .apiKey(KEY)
                                .model(protocol.model())
                                .streamUsage(true)
                                .build())
                        .build(),
                SpringAiOpenAi::tokens);
    }

    private static Tokens tokens(Usage usage) {
        Long cached = usage.getCacheReadInputTokens();
        return new Tokens(usage.getPromptTokens(), cached == null ? 0 : cached, usage.getCompletionTokens());
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
