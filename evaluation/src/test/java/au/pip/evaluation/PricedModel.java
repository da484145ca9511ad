package au.pip.evaluation;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatStream;
import au.pip.llm.Estimate;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.Usage;
import au.pip.llm.UsageMetrics;
import au.pip.llm.compose.EventStream;
import au.pip.sandbox.model.ScriptedModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Plays plans at a price: each call may cost so much, and costs so much. */
final class PricedModel implements LlmProvider {
    static final Usage USAGE = Usage.of(900, 100);

    /** How many calls reached it. */
    final AtomicInteger calls = new AtomicInteger();

    private final Supplier<ScriptedModel> plan;
    private final BigDecimal most;
    private final BigDecimal cost;

    /**
     * @param plan asked for the model that answers a call; the same one each time goes through its plan
     * @param most null when the price is not known
     * @param cost null when the price is not known
     */
    PricedModel(Supplier<ScriptedModel> plan, String most, String cost) {
        this.plan = plan;
        this.most = most == null ? null : new BigDecimal(most);
        this.cost = cost == null ? null : new BigDecimal(cost);
    }

    @Override
    public Estimate estimate(List<Message> messages, ChatOptions options) {
        return new Estimate(name(), defaultModel(), 1_000, 1_000, most);
    }

    @Override
    public ChatStream streamChat(List<Message> messages, ChatOptions options) {
        ScriptedModel scripted = plan.get();
        calls.incrementAndGet();
        List<ChatEvent> events = new ArrayList<>();
        try (ChatStream stream = scripted.streamChat(messages, options)) {
            while (stream.hasNext()) {
                ChatEvent event = stream.next();
                switch (event) {
                    case ChatEvent.CostReported _ -> {
                        events.add(new ChatEvent.UsageReported(USAGE));
                        if (cost != null) {
                            events.add(new ChatEvent.CostReported(cost));
                        }
                    }
                    default -> events.add(event);
                }
            }
        }
        return EventStream.of(name(), defaultModel(), events.iterator());
    }

    @Override
    public String name() {
        return "priced";
    }

    @Override
    public List<ModelInfo> supportedModels() {
        return List.of();
    }

    @Override
    public String defaultModel() {
        return "priced-1";
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
    public UsageMetrics getUsage() {
        return new UsageMetrics(Map.of());
    }
}
