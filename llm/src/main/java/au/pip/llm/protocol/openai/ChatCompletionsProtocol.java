package au.pip.llm.protocol.openai;

import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;

/** {@code POST /v1/chat/completions}, OpenAI's and that of the many servers that copy it. */
public final class ChatCompletionsProtocol extends OpenAiProtocol {
    private final ChatDialect dialect;

    public ChatCompletionsProtocol(ChatDialect dialect) {
        super(dialect.has(ChatDialect.Trait.LISTS_MODELS));
        this.dialect = dialect;
    }

    @Override
    public Rendered renderChat(ChatRequest request) {
        return new ChatCompletionsRequest(request, dialect).render();
    }

    @Override
    public ReplyReader reader(ChatRequest request, Rendered rendered, ReplyFold fold) {
        return new ChatCompletionsReader(request.provider(), dialect, rendered.warnings(), fold);
    }
}
