package au.pip.evaluation;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ModelInfo;
import au.pip.llm.Part;
import au.pip.llm.UsageMetrics;
import au.pip.sandbox.model.ScriptedModel;
import au.pip.sandbox.model.ScriptedModel.Step;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Looks up what is owed, says it at once, and counts the characters that it is sent. */
final class PlainModel implements LlmProvider {
    private static final Pattern FACT = Pattern.compile("(?m)^(F\\d+) \\|");

    final LongAdder sent = new LongAdder();

    @Override
    public ChatStream streamChat(List<Message> messages, ChatOptions options) {
        sent.add(options.tools().toString().length());
        for (Message message : messages) {
            message.parts().forEach(part -> sent.add(part.toString().length()));
        }
        return new ScriptedModel(List.of(step(messages.getLast())), Duration.ZERO).streamChat(messages, options);
    }

    private static Step step(Message last) {
        String results = last.parts().stream()
                .filter(Part.ToolResult.class::isInstance)
                .map(part -> ((Part.ToolResult) part).content())
                .reduce("", String::concat);
        if (results.isEmpty()) {
            return new Step.Call(List.of(Map.entry("receivables", Map.of())));
        }
        List<String> facts = FACT.matcher(results)
                .results()
                .map((MatchResult found) -> "{" + found.group(1) + "}")
                .limit(4)
                .toList();
        return new Step.Say("You're owed " + String.join(", of which ", facts)
                + ".\n\nThat is what the open invoices say as of today; credit notes that nothing has used yet are not"
                + " taken off. Ask me about any of these customers, or about what is overdue.");
    }

    @Override
    public String name() {
        return "plain";
    }

    @Override
    public List<ModelInfo> supportedModels() {
        return List.of(new ModelInfo("plain", 0, 0, Set.of(ModelInfo.Capability.TOOLS)));
    }

    @Override
    public String defaultModel() {
        return "plain";
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
