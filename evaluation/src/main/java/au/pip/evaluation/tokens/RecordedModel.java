package au.pip.evaluation.tokens;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.UsageMetrics;
import au.pip.llm.compose.EventStream;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.anthropic.AnthropicProtocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Another model, of which it keeps every request as Anthropic's Messages API would be sent it, and every reply. */
public final class RecordedModel implements LlmProvider {
    private static final ModelInfo RENDERED_FOR = new ModelInfo("claude-3-5-haiku-20241022", 0, 0, Set.of());

    private final LlmProvider model;
    private final AnthropicProtocol wire = new AnthropicProtocol();
    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();

    public RecordedModel(LlmProvider model) {
        this.model = model;
    }

    /** All since the last time. */
    public List<Exchange> take() {
        List<Exchange> taken = List.copyOf(exchanges);
        exchanges.clear();
        return taken;
    }

    @Override
    public ChatStream streamChat(List<Message> messages, ChatOptions options) {
        long at = System.nanoTime();
        Prompt prompt = Prompt.of(wire.renderChat(new ChatRequest("anthropic", RENDERED_FOR, messages, options))
                .body());
        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = model.streamChat(messages, options)) {
            while (stream.hasNext()) {
                events.add(stream.next());
            }
            exchanges.add(new Exchange(prompt, stream.response().message(), at));
        }
        return EventStream.of(name(), defaultModel(), events.iterator());
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
