package au.pip.evaluation;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.ToolSpec;
import au.pip.llm.UsageMetrics;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another model, of whose requests it keeps which tools they told of. */
final class RecordingModel implements LlmProvider {
    final List<List<String>> tools = new CopyOnWriteArrayList<>();
    private final LlmProvider model;

    RecordingModel(LlmProvider model) {
        this.model = model;
    }

    @Override
    public ChatStream streamChat(List<Message> messages, ChatOptions options) {
        tools.add(options.tools().stream().map(ToolSpec::name).toList());
        return model.streamChat(messages, options);
    }

    @Override
    public String name() {
        return model.name();
    }

    @Override
    public List<ModelInfo> supportedModels() {
        return model.supportedModels();
    }

    @Override
    public String defaultModel() {
        return String.valueOf(model.defaultModel());
    }

    @Override
    public void authenticate(AuthConfig auth) {
        model.authenticate(auth);
    }

    @Override
    public boolean isReady() {
        return model.isReady();
    }

    @Override
    public UsageMetrics getUsage() {
        return model.getUsage();
    }
}
