package au.pip.llm.provider;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.Estimate;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.ProviderConfig;
import au.pip.llm.UsageMetrics;
import au.pip.llm.http.Tap;
import au.pip.llm.price.PriceCatalogue;
import au.pip.llm.protocol.ChatRequest;
import au.pip.llm.protocol.Rendered;
import au.pip.llm.protocol.ReplyFold;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The provider for any {@link Host}. */
final class HostedProvider implements LlmProvider {
    private static final Pattern SNAPSHOT = Pattern.compile("[0-9-]+|latest|preview[A-Za-z0-9.-]*");

    private final Host host;
    private final ProviderConfig config;
    private final PriceCatalogue prices;
    private final Clock clock;
    private final Wire wire;
    private final Models models;
    private final UsageMeter meter = new UsageMeter();
    private volatile Credentials credentials;

    HostedProvider(Host host, ProviderConfig config, PriceCatalogue prices, Clock clock, @Nullable Tap tap) {
        this.host = host.speaking(config);
        this.config = config;
        this.prices = config.priceFile() == null ? prices : prices.withOverrides(config.priceFile());
        this.clock = clock;
        this.wire = new Wire(this.host, config, clock, tap);
        this.credentials = new Credentials(host, config, config.auth(), wire.address());
        this.models = new Models(wire, this.prices, clock);
    }

    @Override
    public String name() {
        return host.name();
    }

    @Override
    public List<ModelInfo> supportedModels() {
        return models.all(credentials);
    }

    @Override
    public @Nullable String defaultModel() {
        return config.defaultModel() == null ? host.defaultModel() : config.defaultModel();
    }

    @Override
    public void authenticate(AuthConfig auth) {
        Credentials replacement = new Credentials(host, config, auth, wire.address());
        replacement.require();
        credentials = replacement;
    }

    @Override
    public boolean isReady() {
        Credentials current = credentials;
        return current.ready() && models.reachable(current);
    }

    @Override
    public URI address() {
        return wire.address();
    }

    @Override
    public ChatStream streamChat(List<Message> messages, ChatOptions options) {
        Credentials current = credentials;
        current.require();
        String model = modelFor(options);
        ChatRequest request =
                new ChatRequest(host.name(), current.instance(), models.find(model, current), messages, options);
        requireWords(request);
        Rendered usual = host.protocol().renderChat(request);
        Rendered rendered = options.extra() == null ? usual : usual.withExtra(options.extra());
        HttpChatStream stream = new HttpChatStream(
                wire, request, rendered, current, config.timeoutsFor(model), config.retry(), meter, this::cost);
        stream.open();
        return stream;
    }

    private void requireWords(ChatRequest request) {
        if (request.messages().isEmpty()) {
            throw new LlmException.InvalidRequest(
                    "There is nothing to ask %s: no message says anything. Give at least one with a text, an image or a result."
                            .formatted(host.name()),
                    new LlmException.Origin(host.name(), 0, null),
                    "messages");
        }
    }

    /**
     * At the prices of today, with a reply as long as was asked for, or as the model gives at most. Not known where fields of
     * the caller's own decide how much is used or at which rate.
     */
    @Override
    public Estimate estimate(List<Message> messages, ChatOptions options) {
        String model = modelFor(options);
        long input = Estimate.inputTokens(messages, options);
        Integer limit = options.maxOutputTokens();
        ModelInfo known = prices.model(host.name(), model);
        long output = limit != null ? limit : known == null ? 0 : usualOutput(known.maxOutputTokens());
        ObjectNode extra = options.extra();
        boolean bounded = StandardRate.counts(extra, null) && Estimate.bounds(extra);
        BigDecimal most = bounded || prices.free(host.name(), model)
                ? prices.most(host.name(), model, input, output, LocalDate.now(clock))
                : null;
        return new Estimate(host.name(), model, input, output, most);
    }

    private int usualOutput(int most) {
        int usual = host.protocol().usualOutputLimit();
        return usual == 0 ? most : Math.min(usual, most);
    }

    private String modelFor(ChatOptions options) {
        String model = options.model() == null ? defaultModel() : options.model();
        if (model == null || model.isBlank()) {
            throw new LlmException.Configuration(
                    "No model is chosen for %s. Choose one with %s."
                            .formatted(host.name(), config.names().model()),
                    host.name());
        }
        return host.protocol().modelId(model);
    }

    /**
     * The provider's own figure, or else by the model that answered, where it is charged at its standard rate. Where only
     * the model asked for has a known price, that one counts if the answering one is its snapshot.
     */
    private @Nullable Cost cost(ChatRequest request, ReplyFold reply) {
        String provider = host.name();
        BigDecimal reported = reply.reportedCost();
        if (reported != null) {
            return new Cost(reported, "reported by " + provider);
        }
        String model = reply.model();
        boolean known =
                reply.usageReported() && StandardRate.counts(request.options().extra(), reply.serviceTier());
        if (!known && !prices.free(provider, model)) {
            return null;
        }
        LocalDate today = LocalDate.now(clock);
        Cost cost = prices.cost(provider, model, reply.usage(), today);
        String asked = request.model().id();
        return cost == null && isSnapshot(model, asked) ? prices.cost(provider, asked, reply.usage(), today) : cost;
    }

    /** Any other ending may be that of another model, at another price. */
    private static boolean isSnapshot(String model, String asked) {
        return model.startsWith(asked + "-")
                && SNAPSHOT.matcher(model)
                        .region(asked.length() + 1, model.length())
                        .matches();
    }

    @Override
    public UsageMetrics getUsage() {
        return meter.metrics();
    }

    @Override
    public String toString() {
        return "LlmProvider[" + host.name() + "]";
    }
}
