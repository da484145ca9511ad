package au.pip.llm.protocol.openai;

import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.Framing;
import au.pip.llm.protocol.Protocol;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import java.util.Map;

/**
 * The Responses API. Nothing is stored at the provider: each request holds the whole conversation, and what a model
 * thought comes and goes encrypted.
 */
public final class ResponsesProtocol implements Protocol {
    private final ResponsesDialect dialect;

    public ResponsesProtocol(ResponsesDialect dialect) {
        this.dialect = dialect;
    }

    @Override
    public Framing framing() {
        return Framing.SERVER_SENT_EVENTS;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public String requestIdHeader() {
        return "x-request-id";
    }

    @Override
    public boolean versionInAddress() {
        return true;
    }

    @Override
    public Rendered renderChat(ChatRequest request) {
        return new ResponsesRequest(request, dialect).render();
    }

    @Override
    public ReplyReader reader(ChatRequest request, Rendered rendered, ReplyFold fold) {
        return new ResponsesReader(request.provider(), rendered.warnings(), fold);
    }

    @Override
    public Failure parseFailure(int status, byte[] body) {
        return OpenAiFailure.parse(status, body);
    }
}
