package au.pip.evaluation.ledgerqa;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.Part;
import au.pip.llm.StopReason;
import au.pip.llm.UsageMetrics;
import au.pip.llm.compose.EventStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A model that always does what the question needs: it follows the template's plan and takes its facts out of the tools'
 * tables. What it gets wrong is wrong in Pip's tools, or in the plan. It answers one question at a time.
 */
final class PerfectModel implements LlmProvider {
    static final String NAME = "scripted";

    private Play play = new Play(List.of(), "", Map.of());

    /** What it does about the questions that follow. */
    synchronized void perform(List<Step> steps, String say, Map<String, String> values) {
        play = new Play(steps, say, values);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<ModelInfo> supportedModels() {
        return List.of(new ModelInfo(NAME, 0, 0, Set.of(ModelInfo.Capability.TOOLS)));
    }

    @Override
    public String defaultModel() {
        return NAME;
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

    @Override
    public synchronized ChatStream streamChat(List<Message> messages, ChatOptions options) {
        List<ChatEvent> events = new ArrayList<>();
        events.add(new ChatEvent.Started(null, NAME));
        events.add(new ChatEvent.CostReported(BigDecimal.ZERO));
        switch (play.next(latestResult(messages))) {
            case Play.Next.Look(Part.ToolCall call) -> {
                events.add(new ChatEvent.ToolCallStarted(0, call.callId(), call.toolName()));
                events.add(new ChatEvent.PartFinished(0, call));
                events.add(new ChatEvent.Finished(StopReason.TOOL_CALLS));
            }
            case Play.Next.Say(String text) -> {
                events.add(new ChatEvent.TextDelta(0, text));
                events.add(new ChatEvent.PartFinished(0, Part.Text.of(text)));
                events.add(new ChatEvent.Finished(StopReason.END));
            }
        }
        return EventStream.of(NAME, NAME, events.iterator());
    }

    /** Empty before the first. */
    private static String latestResult(List<Message> messages) {
        return messages.getLast().parts().stream()
                .filter(Part.ToolResult.class::isInstance)
                .map(part -> ((Part.ToolResult) part).content())
                .reduce("", (_, later) -> later);
    }
}
