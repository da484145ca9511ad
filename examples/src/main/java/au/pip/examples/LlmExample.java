package au.pip.examples;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.Message;
import au.pip.llm.ProviderConfig;
import au.pip.llm.ProviderEntry;
import au.pip.llm.provider.StandardProviders;
import au.pip.llm.settings.LlmSettings;
import au.pip.llm.settings.Settings;
import au.pip.sandbox.model.OfflineModel;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The LLM layer on its own: a provider from the settings (the offline model when there is none), one whole reply, one
 * stream, what both used and cost.
 */
final class LlmExample {
    private LlmExample() {}

    static void run(PrintStream out) {
        List<ProviderEntry> entries = new ArrayList<>(new StandardProviders().entries());
        entries.add(OfflineModel.entry());
        ProviderConfig config = LlmSettings.fromSettings(Settings.load(Path.of(".env")));
        LlmProvider provider = new LlmProviders(entries)
                .create(config == null ? ProviderConfig.of(OfflineModel.NAME, AuthConfig.none()) : config);
        out.println("Provider: " + provider.name() + ", model: " + provider.defaultModel());

        List<Message> messages = List.of(
                Message.system("You are a friendly bookkeeping assistant. One short paragraph."),
                Message.user("Hello! What can you do?"));
        ChatResponse reply = provider.chat(messages, ChatOptions.defaults().withMaxOutputTokens(200));
        out.println("\nA whole reply:\n" + reply.text());
        Cost cost = reply.cost();
        out.println("Tokens: " + reply.usage().input() + " in, " + reply.usage().output() + " out; cost: "
                + (cost == null ? "unknown" : cost.display()));

        out.println("\nThe same as a stream:");
        try (ChatStream stream =
                provider.streamChat(messages, ChatOptions.defaults().withMaxOutputTokens(200))) {
            while (stream.hasNext()) {
                if (stream.next() instanceof ChatEvent.TextDelta delta) {
                    out.print(delta.text());
                    out.flush();
                }
            }
        }
        out.println("\n\nUsed so far: " + provider.getUsage().total().total() + " tokens");
    }
}
