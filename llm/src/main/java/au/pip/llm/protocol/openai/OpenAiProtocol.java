package au.pip.llm.protocol.openai;

import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.Framing;
import au.pip.llm.protocol.ModelDirectory;
import au.pip.llm.protocol.Protocol;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What OpenAI's two APIs have in common, and so those of the servers that copy them. */
abstract sealed class OpenAiProtocol implements Protocol permits ChatCompletionsProtocol, ResponsesProtocol {
    private final boolean listsModels;

    /** @param listsModels whether the models are not in the catalogue: {@code GET /v1/models} lists them */
    OpenAiProtocol(boolean listsModels) {
        this.listsModels = listsModels;
    }

    @Override
    public final Framing framing() {
        return Framing.SERVER_SENT_EVENTS;
    }

    @Override
    public final Map<String, String> headers() {
        return Map.of();
    }

    @Override
    public final String requestIdHeader() {
        return "x-request-id";
    }

    @Override
    public final boolean versionInAddress() {
        return true;
    }

    @Override
    public final Failure parseFailure(int status, byte[] body) {
        return OpenAiFailure.parse(status, body);
    }

    @Override
    public final @Nullable ModelDirectory directory() {
        return listsModels ? OpenAiDirectory.INSTANCE : null;
    }
}
