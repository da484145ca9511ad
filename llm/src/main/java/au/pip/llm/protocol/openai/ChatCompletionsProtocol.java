package au.pip.llm.protocol.openai;

import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.Framing;
import au.pip.llm.protocol.ModelDirectory;
import au.pip.llm.protocol.Protocol;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code POST /v1/chat/completions}, OpenAI's and that of the many servers that copy it. */
public final class ChatCompletionsProtocol implements Protocol {
    private final ChatDialect dialect;

    public ChatCompletionsProtocol(ChatDialect dialect) {
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
        return new ChatCompletionsRequest(request, dialect).render();
    }

    @Override
    public ReplyReader reader(ChatRequest request, Rendered rendered, ReplyFold fold) {
        return new ChatCompletionsReader(request.provider(), dialect, rendered.warnings(), fold);
    }

    @Override
    public Failure parseFailure(int status, byte[] body) {
        return OpenAiFailure.parse(status, body);
    }

    @Override
    public @Nullable ModelDirectory directory() {
        return dialect.has(ChatDialect.Trait.LISTS_MODELS) ? OpenAiDirectory.INSTANCE : null;
    }
}
