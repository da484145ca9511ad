package au.pip.llm.protocol.anthropic;

import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.Framing;
import au.pip.llm.protocol.Protocol;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import java.util.Map;

public final class AnthropicProtocol implements Protocol {
    @Override
    public Framing framing() {
        return Framing.SERVER_SENT_EVENTS;
    }

    @Override
    public Map<String, String> headers() {
        return Map.of("anthropic-version", "2023-06-01");
    }

    @Override
    public String requestIdHeader() {
        return "request-id";
    }

    @Override
    public int usualOutputLimit() {
        return AnthropicRequest.USUAL_MAX_TOKENS;
    }

    @Override
    public Rendered renderChat(ChatRequest request) {
        return new AnthropicRequest(request).render();
    }

    @Override
    public ReplyReader reader(ChatRequest request, Rendered rendered, ReplyFold fold) {
        return new AnthropicReader(request.provider(), rendered.warnings(), fold);
    }

    @Override
    public Failure parseFailure(int status, byte[] body) {
        return AnthropicFailure.parse(status, body);
    }
}
