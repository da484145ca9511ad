package au.pip.llm.protocol;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A wire format. Without state, so that one object serves all hosts that speak it. */
public interface Protocol {
    Framing framing();

    /** Headers of every request besides content type and credentials. */
    Map<String, String> headers();

    /** The answer's header that names the request for the provider's support. */
    String requestIdHeader();

    /**
     * Whether people write the API's version into the base address, as OpenAI's own libraries want it: an address with a
     * version in it then gets no other.
     */
    default boolean versionInAddress() {
        return false;
    }

    /** A model's id as the replies of this wire name it; some wires know a longer form of it as well. */
    default String modelId(String asked) {
        return asked;
    }

    /** The most output that a request without a limit of its own asks for; 0 for the most that the model gives. */
    default int usualOutputLimit() {
        return 0;
    }

    /** The request for a streamed reply. */
    Rendered renderChat(ChatRequest request);

    /**
     * A reader for the answer to a rendered request. It gives the request's warnings after the start of the reply.
     *
     * @param fold where its events go
     */
    ReplyReader reader(ChatRequest request, Rendered rendered, ReplyFold fold);

    /**
     * Sorts an answer that is not a success.
     *
     * @param body as it came, perhaps cut; perhaps not of this protocol, then {@link Failure#ofStatus} counts
     */
    Failure parseFailure(int status, byte[] body);

    /** How to ask the server for its models; null where they are known without asking. */
    default @Nullable ModelDirectory directory() {
        return null;
    }
}
