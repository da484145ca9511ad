package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Protocol;
import au.pip.benchmarks.wire.Reply;
import au.pip.benchmarks.wire.Tokens;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiResponsesStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiTokenUsage;
import java.net.URI;

final class LangChain4jOpenAi implements Contender {
    private final LangChain4jCall call;

    LangChain4jOpenAi(Protocol protocol, URI server) {
        call = new LangChain4jCall(model(protocol, server + "/v1"), LangChain4jOpenAi::tokens);
    }

    private static StreamingChatModel model(Protocol protocol, String baseUrl) {
        return switch (protocol) {
            case OPENAI_CHAT ->
                OpenAiStreamingChatModel.builder()
                        .baseUrl(baseUrl)
                        .apiKey(KEY)
                        .modelName(protocol.model())
                        .build();
            case OPENAI_RESPONSES ->
                OpenAiResponsesStreamingChatModel.builder()
                        .baseUrl(baseUrl)
                        .apiKey(KEY)
                        .modelName(protocol.model())
                        .store(false)
                        .build();
            case ANTHROPIC -> throw new IllegalArgumentException("not a protocol of OpenAI");
        };
    }

    private static Tokens tokens(ChatResponse response) {
        OpenAiTokenUsage usage = (OpenAiTokenUsage) response.tokenUsage();
        return new Tokens(usage.inputTokenCount(), usage.inputTokensDetails().cachedTokens(), usage.outputTokenCount());
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
