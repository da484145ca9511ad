package au.pip.llm.compose;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Estimate;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.UsageMetrics;
import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Another provider in all but its chats. */
abstract class WrappedProvider implements WholeReplies {
    final LlmProvider inner;

    WrappedProvider(LlmProvider inner) {
        this.inner = inner;
    }

    /** @param start asks {@link #inner}, once */
    abstract ChatStream open(List<Message> messages, ChatOptions options, Supplier<ChatStream> start);

    @Override
    public final ChatStream streamChat(List<Message> messages, ChatOptions options) {
        return open(messages, options, () -> inner.streamChat(messages, options));
    }

    @Override
    public final ChatStream streamUnseen(List<Message> messages, ChatOptions options) {
        return open(messages, options, () -> WholeReplies.of(inner, messages, options));
    }

    @Override
    public final ChatResponse chat(List<Message> messages, ChatOptions options) {
        try (ChatStream stream = streamUnseen(messages, options)) {
            return stream.response();
        }
    }

    @Override
    public final String name() {
        return inner.name();
    }

    @Override
    public final List<ModelInfo> supportedModels() {
        return inner.supportedModels();
    }

    @Override
    public final @Nullable String defaultModel() {
        return inner.defaultModel();
    }

    @Override
    public final void authenticate(AuthConfig auth) {
        inner.authenticate(auth);
    }

    @Override
    public final boolean isReady() {
        return inner.isReady();
    }

    @Override
    public final @Nullable URI address() {
        return inner.address();
    }

    @Override
    public final Estimate estimate(List<Message> messages, ChatOptions options) {
        return inner.estimate(messages, options);
    }

    @Override
    public final UsageMetrics getUsage() {
        return inner.getUsage();
    }

    @Override
    public final String toString() {
        return inner.toString();
    }
}
