package au.pip.llm.compose;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Estimate;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.UsageMetrics;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Several providers in order: when one fails, the next is asked, as a {@link FallbackRule} says. Each provider's own
 * retries come first; one that is to give way at once gets {@link au.pip.llm.RetryPolicy#NEVER}.
 */
public final class FallbackProvider implements WholeReplies {
    /**
     * @param model the model to ask of this provider; null for the one of {@link ChatOptions} if it is the first, and for
     *     its default if it is not: another provider does not know the first one's models
     */
    public record Candidate(LlmProvider provider, @Nullable String model) {}

    private final List<Candidate> candidates;
    private final FallbackRule rule;

    /** @throws IllegalArgumentException without a candidate */
    public FallbackProvider(List<Candidate> candidates, FallbackRule rule) {
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("no providers to choose from");
        }
        this.candidates = List.copyOf(candidates);
        this.rule = rule;
    }

    /** In this order, each with its default model, while no content of a reply has been given. */
    public static FallbackProvider of(LlmProvider... providers) {
        return new FallbackProvider(
                List.of(providers).stream()
                        .map(provider -> new Candidate(provider, null))
                        .toList(),
                FallbackRule.beforeTheReply());
    }

    /** All names, in order. */
    @Override
    public String name() {
        return candidates.stream().map(candidate -> candidate.provider().name()).collect(Collectors.joining(", then "));
    }

    /** Those of all, in order. */
    @Override
    public List<ModelInfo> supportedModels() {
        return candidates.stream()
                .flatMap(candidate -> candidate.provider().supportedModels().stream())
                .toList();
    }

    @Override
    public @Nullable String defaultModel() {
        Candidate first = candidates.getFirst();
        return first.model() == null ? first.provider().defaultModel() : first.model();
    }

    /** Always refused: a key belongs to one of the providers, so it must be given to that one. */
    @Override
    public void authenticate(AuthConfig auth) {
        throw new LlmException.Configuration(
                "Give the key to the provider that it belongs to, not to all of them.", name());
    }

    /** Whether any is. */
    @Override
    public boolean isReady() {
        return candidates.stream().anyMatch(candidate -> candidate.provider().isReady());
    }

    /**
     * Bounds one reply of the dearest candidate. Where a rule takes over in the middle, halves of several may be spent.
     */
    @Override
    public Estimate estimate(List<Message> messages, ChatOptions options) {
        Estimate most = candidates.getFirst().provider().estimate(messages, options(0, options));
        for (int at = 1; at < candidates.size(); at++) {
            most = dearer(most, candidates.get(at).provider().estimate(messages, options(at, options)));
        }
        return most;
    }

    /** What is not known may be dearer than anything. */
    private static Estimate dearer(Estimate one, Estimate other) {
        if (one.usd() == null || other.usd() == null) {
            return one.usd() == null ? one : other;
        }
        return one.usd().compareTo(other.usd()) >= 0 ? one : other;
    }

    /** The options for a candidate. */
    ChatOptions options(int at, ChatOptions options) {
        String own = candidates.get(at).model();
        return own == null && at == 0 ? options : options.withModel(own);
    }

    @Override
    public ChatStream streamChat(List<Message> messages, ChatOptions options) {
        return open(messages, options, true);
    }

    @Override
    public ChatStream streamUnseen(List<Message> messages, ChatOptions options) {
        return open(messages, options, false);
    }

    private ChatStream open(List<Message> messages, ChatOptions options, boolean seen) {
        FallbackStream stream = new FallbackStream(candidates, rule, messages, at -> options(at, options), seen);
        stream.open();
        return stream;
    }

    /** A half that breaks off is repeated by the next as well, as nobody has seen it; what it has used counts. */
    @Override
    public ChatResponse chat(List<Message> messages, ChatOptions options) {
        try (ChatStream stream = streamUnseen(messages, options)) {
            return stream.response();
        }
    }

    @Override
    public UsageMetrics getUsage() {
        return candidates.stream()
                .map(candidate -> candidate.provider().getUsage())
                .reduce(new UsageMetrics(Map.of()), UsageMetrics::plus);
    }

    @Override
    public String toString() {
        return "LlmProvider[" + name() + "]";
    }
}
