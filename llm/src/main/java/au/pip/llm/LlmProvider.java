package au.pip.llm;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One place that answers chats: a vendor's API, a local server, or a pretend model. Safe for use by several threads.
 *
 * <p>Failures are {@link LlmException}s of a leaf that says what to do; a model's refusal and a cancellation are values
 * of {@link StopReason}.
 */
public interface LlmProvider {
    /** The name it is configured by, such as {@code anthropic}. */
    String name();

    /** The models it is known to serve. A local provider asks its server, and answers an empty list when that is down. */
    List<ModelInfo> supportedModels();

    /** The model used when {@link ChatOptions} names none; null when the person must choose one. */
    @Nullable
    String defaultModel();

    /**
     * Replaces the credentials, for all calls from now on, and checks their form (not, over the network, their worth).
     *
     * @throws LlmException.Configuration when a needed credential is missing or the method is not supported
     */
    void authenticate(AuthConfig auth);

    /** Whether a chat can be tried: credentials are set and, for a local provider, its server answers. */
    boolean isReady();

    /** Where it is called: scheme, host and port only. Null when that is not over the network, or at several places. */
    default @Nullable URI address() {
        return null;
    }

    /**
     * Starts one reply. Returns as soon as the provider has accepted the request; when the waiting thread is
     * interrupted before, the stream is a cancelled one.
     *
     * @param messages at least one that says something
     * @throws LlmException when the request is refused, cannot be sent, or needs what the provider lacks
     */
    ChatStream streamChat(List<Message> messages, ChatOptions options);

    /** One whole reply: the fold of {@link #streamChat}. */
    default ChatResponse chat(List<Message> messages, ChatOptions options) {
        try (ChatStream stream = streamChat(messages, options)) {
            return stream.response();
        }
    }

    /** A bound on what a call may use, made as {@link Estimate} says; sends nothing. Its price is null when it is not known. */
    default Estimate estimate(List<Message> messages, ChatOptions options) {
        return Estimate.withoutPrice(this, messages, options);
    }

    /** What this provider object has used since it was made, by model; cut and cancelled replies included. */
    UsageMetrics getUsage();
}
