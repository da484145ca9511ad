package au.pip.sandbox.model;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.UsageMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plays a given plan, a step a reply, whatever it is asked; remembers what it was asked. For tests. */
public final class ScriptedModel implements LlmProvider {
    private final List<Step> plan;
    private final Duration pause;
    private final List<List<Message>> asked = new ArrayList<>();
    private final List<ChatOptions> told = new ArrayList<>();

    /** One reply of the plan. */
    public sealed interface Step {
        record Say(String text) implements Step {}

        /** @param tools each name with its arguments, called in one turn */
        record Call(List<Map.Entry<String, Map<String, Object>>> tools) implements Step {}

        record Fail(LlmException cause) implements Step {}
    }

    /** @param pause after each word */
    public ScriptedModel(List<Step> plan, Duration pause) {
        this.plan = List.copyOf(plan);
        this.pause = pause;
    }

    /** The messages of each request, oldest request first. */
    public synchronized List<List<Message>> asked() {
        return List.copyOf(asked);
    }

    /** The options of each request, oldest request first. */
    public synchronized List<ChatOptions> options() {
        return List.copyOf(told);
    }

    @Override
    public String name() {
        return "scripted";
    }

    @Override
    public List<ModelInfo> supportedModels() {
        return List.of(new ModelInfo("scripted", 0, 0, Set.of(ModelInfo.Capability.TOOLS)));
    }

    @Override
    public String defaultModel() {
        return "scripted";
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
    public synchronized ChatStream streamChat(List<Message> messages, ChatOptions options) {
        asked.add(List.copyOf(messages));
        told.add(options);
        if (asked.size() > plan.size()) {
            throw new LlmException.Configuration("The plan has no reply number " + asked.size() + ".", name());
        }
        Reply reply = switch (plan.get(asked.size() - 1)) {
            case Step.Say(String text) -> new Reply.Say(text);
            case Step.Call(List<Map.Entry<String, Map<String, Object>>> tools) ->
                new Reply.Look(tools.stream()
                        .map(tool -> new Reply.Call(tool.getKey(), tool.getValue()))
                        .toList());
            case Step.Fail(LlmException cause) -> throw cause;
        };
        return Playback.stream(name(), "scripted", reply, pause);
    }

    @Override
    public UsageMetrics getUsage() {
        return new UsageMetrics(Map.of());
    }
}
