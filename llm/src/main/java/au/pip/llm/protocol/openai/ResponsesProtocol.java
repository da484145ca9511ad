package au.pip.llm.protocol.openai;

import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;

/**
 * The Responses API. Nothing is stored at the provider: each request holds the whole conversation, and what a model
 * thought comes and goes encrypted.
 */
public final class ResponsesProtocol extends OpenAiProtocol {
    private final ResponsesDialect dialect;

    public ResponsesProtocol(ResponsesDialect dialect) {
        super(dialect.listsModels());
        this.dialect = dialect;
    }

    @Override
    public Rendered renderChat(ChatRequest request) {
        return new ResponsesRequest(request, dialect).render();
    }

    @Override
    public ReplyReader reader(ChatRequest request, Rendered rendered, ReplyFold fold) {
        return new ResponsesReader(request.provider(), rendered.warnings(), fold);
    }
}
