package au.pip.llm.protocol.ollama;

import au.pip.llm.json.Json;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.Framing;
import au.pip.llm.protocol.ModelDirectory;
import au.pip.llm.protocol.Protocol;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import au.pip.llm.protocol.ReplyReader;
import java.util.Map;
import tools.jackson.core.JacksonException;

public final class OllamaProtocol implements Protocol {
    private static final ModelDirectory DIRECTORY = new OllamaDirectory();

    @Override
    public Framing framing() {
        return Framing.JSON_LINES;
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
    public Rendered renderChat(ChatRequest request) {
        return new OllamaRequest(request).render();
    }

    @Override
    public ReplyReader reader(ChatRequest request, Rendered rendered, ReplyFold fold) {
        return new OllamaReader(request, rendered, fold);
    }

    /** {@code {"error":"…"}}; what it means is in the status. */
    @Override
    public Failure parseFailure(int status, byte[] body) {
        try {
            String words = Json.text(Json.MAPPER.readTree(body), "error");
            if (words != null) {
                return Failure.of(kind(status, words), words, null);
            }
        } catch (JacksonException notJson) {
            // Something else answers at that address: the status is all there is.
        }
        return Failure.ofStatus(status);
    }

    /** A model that cannot see answers 500 to an image: "this model is missing data required for image input". */
    private static Failure.Kind kind(int status, String words) {
        if (saysTooLong(words)) {
            return Failure.Kind.TOO_LONG;
        }
        if (words.contains("required for image input")) {
            return Failure.Kind.BAD_REQUEST;
        }
        return status == 404
                ? Failure.Kind.NO_SUCH_MODEL
                : Failure.ofStatus(status).kind();
    }

    /** "the input length exceeds the context length" and the like (ollama, runner.go and routes.go). */
    static boolean saysTooLong(String words) {
        return words.contains("context length");
    }

    @Override
    public ModelDirectory directory() {
        return DIRECTORY;
    }
}
