package au.pip.llm.protocol.gemini;

import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.Framing;
import au.pip.llm.protocol.Protocol;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import java.util.Map;

public final class GeminiProtocol implements Protocol {
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

    /** The API's own resource name of a model, {@code models/NAME}, means the model {@code NAME}. */
    @Override
    public String modelId(String asked) {
        return asked.startsWith("models/") ? asked.substring("models/".length()) : asked;
    }

    @Override
    public Rendered renderChat(ChatRequest request) {
        return new GeminiRequest(request).render();
    }

    @Override
    public ReplyReader reader(ChatRequest request, Rendered rendered, ReplyFold fold) {
        return new GeminiReader(request.provider(), rendered.warnings(), fold);
    }

    @Override
    public Failure parseFailure(int status, byte[] body) {
        return GeminiFailure.parse(status, body);
    }
}
