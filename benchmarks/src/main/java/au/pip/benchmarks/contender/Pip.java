package au.pip.benchmarks.contender;

import au.pip.benchmarks.wire.Protocol;
import au.pip.benchmarks.wire.Reply;
import au.pip.benchmarks.wire.Tokens;
import au.pip.llm.AuthConfig;
import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.ProviderConfig;
import java.net.URI;
import java.util.List;

/** Our own, with usage booked and priced on every reply. */
final class Pip implements Contender {
    private final LlmProvider provider;

    Pip(Protocol protocol, URI server) {
        ProviderConfig config = config(protocol).withEndpoint(server).withDefaultModel(protocol.model());
        provider = new LlmProviders(LlmProviders.standard()).create(config);
    }

    /** The one place that knows how a protocol is chosen. */
    private static ProviderConfig config(Protocol protocol) {
        return switch (protocol) {
            case ANTHROPIC -> ProviderConfig.of("anthropic", AuthConfig.apiKey(KEY));
            case OPENAI_CHAT ->
                ProviderConfig.of("openai", AuthConfig.apiKey(KEY)).withApi("chat");
            case OPENAI_RESPONSES -> ProviderConfig.of("openai", AuthConfig.apiKey(KEY));
        };
    }

    @Override
    public Reply stream(FirstText firstText) {
        TextWatch watch = new TextWatch(firstText);
        try (ChatStream stream = provider.streamChat(
                List.of(Message.system(SYSTEM_PROMPT), Message.user(USER_PROMPT)), ChatOptions.defaults())) {
            while (stream.hasNext()) {
                if (stream.next() instanceof ChatEvent.TextDelta delta) {
                    watch.saw(delta.text(), stream::close);
                }
            }
            return checked(stream.response());
        }
    }

    private static Reply checked(ChatResponse response) {
        if (response.cost() == null) {
            throw new IllegalStateException("a reply without its cost");
        }
        Part.ToolCall call = response.toolCalls().getFirst();
        return new Reply(
                response.text(),
                call.toolName(),
                call.arguments().toString(),
                new Tokens(
                        response.usage().input(),
                        response.usage().cacheRead(),
                        response.usage().output()));
    }

    @Override
    public void close() {
        // The library shares one client for the whole process.
    }
}
