package au.pip.sandbox.model;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatStream;
import au.pip.llm.Estimate;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.ProviderEntry;
import au.pip.llm.UsageMetrics;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers the common bookkeeping questions by rules: picks real tools, words their facts, and says what it can't do. It
 * is no language model, and says so when asked. It costs nothing and counts no tokens.
 *
 * <p>Models: {@code offline}; {@code offline-slow}, which pauses between words so that stopping and resuming can be
 * tried, and {@code offline-fast}, which does not pause at all.
 */
public final class OfflineModel implements LlmProvider {
    public static final String NAME = "offline";
    /** Without pauses between words: for measuring. */
    public static final String FAST = "offline-fast";

    private static final String SLOW = "offline-slow";

    private final String defaultModel;

    private OfflineModel(@Nullable String defaultModel) {
        this.defaultModel = Objects.requireNonNullElse(defaultModel, NAME);
    }

    public static ProviderEntry entry() {
        return new ProviderEntry(NAME, config -> new OfflineModel(config.defaultModel()));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ModelInfo> supportedModels() {
        Set<ModelInfo.Capability> tools = Set.of(ModelInfo.Capability.TOOLS);
        return List.of(
                new ModelInfo(NAME, 0, 0, tools), new ModelInfo(SLOW, 0, 0, tools), new ModelInfo(FAST, 0, 0, tools));
    }

    @Override
    public String defaultModel() {
        return defaultModel;
    }

    @Override
    public void authenticate(AuthConfig auth) {
        // Nothing to prove: it runs inside this program.
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public ChatStream streamChat(List<Message> messages, ChatOptions options) {
        String model = Objects.requireNonNullElse(options.model(), defaultModel);
        Turn turn = Turn.read(messages, options.tools());
        Duration pause = switch (model) {
            case SLOW -> Duration.ofMillis(250);
            case FAST -> Duration.ZERO;
            default -> Duration.ofMillis(8);
        };
        return Playback.stream(NAME, model, OfflineRules.reply(turn), pause);
    }

    @Override
    public Estimate estimate(List<Message> messages, ChatOptions options) {
        return new Estimate(NAME, Objects.requireNonNullElse(options.model(), defaultModel), 0, 0, BigDecimal.ZERO);
    }

    @Override
    public UsageMetrics getUsage() {
        return new UsageMetrics(Map.of());
    }
}
