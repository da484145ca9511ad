package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Protocol;
import au.pip.benchmarks.wire.Reply;
import au.pip.benchmarks.wire.Tokens;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.anthropic.AnthropicTokenUsage;
import dev.langchain4j.model.chat.response.ChatResponse;
import java.net.URI;

final class LangChain4jAnthropic implements Contender {
    private final LangChain4jCall call;

    LangChain4jAnthropic(Protocol protocol, URI server) {
        call = new LangChain4jCall(
                AnthropicStreamingChatModel.builder()
                        .baseUrl(server + "/v1/")
                        .apiKey(KEY)
                        .modelName(protocol.model())
                        .maxTokens(MAX_OUTPUT_TOKENS)
                        .build(),
                LangChain4jAnthropic::tokens);
    }

    /** Its input is, as on the wire, what the cache did not give. */
    private static Tokens tokens(ChatResponse response) {
        AnthropicTokenUsage usage = (AnthropicTokenUsage) response.tokenUsage();
        return new Tokens(
                usage.inputTokenCount() + usage.cacheCreationInputTokens() + usage.cacheReadInputTokens(),
                usage.cacheReadInputTokens(),
                usage.outputTokenCount());
    }

    @Override
    public Reply stream(FirstText firstText) throws Exception {
        return call.stream(firstText);
    }

    @Override
    public void close() {
        // The library has nothing to close.
    }
}
