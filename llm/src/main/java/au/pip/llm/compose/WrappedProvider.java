package au.pip.llm.compose;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.Estimate;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.UsageMetrics;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Another provider in all but its chats. */
abstract class WrappedProvider implements LlmProvider {
    final LlmProvider inner;

    WrappedProvider(LlmProvider inner) {
        this.inner = inner;
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
