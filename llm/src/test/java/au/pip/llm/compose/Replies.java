package au.pip.llm.compose;

import au.pip.llm.AuthConfig;
import au.pip.llm.ChatOptions;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.Message;
import au.pip.llm.ProviderConfig;
import au.pip.llm.RetryPolicy;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import java.time.Duration;
import java.util.List;

/** Two providers on local servers, and what these answer. */
final class Replies {
    static final List<Message> HELLO = List.of(Message.user("Hello"));
    static final ChatOptions OPTIONS = ChatOptions.defaults().withMaxOutputTokens(100);
    static final String CLAUDE = "/v1/messages";
    static final String LLAMA = "/api/chat";
    static final String OVERLOADED =
            "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"busy\"}}";

    private static final LlmProviders PROVIDERS = new LlmProviders(LlmProviders.standard());

    private Replies() {}

    static LlmProvider claude(ByteServer server) {
        return PROVIDERS.create(claudeConfig(server).withRetry(RetryPolicy.NEVER));
    }

    /** Tries three times. */
    static LlmProvider patientClaude(ByteServer server) {
        return PROVIDERS.create(claudeConfig(server));
    }

    static LlmProvider hastyClaude(ByteServer server) {
        return PROVIDERS.create(claudeConfig(server)
                .withRetry(RetryPolicy.NEVER)
                .withTimeouts(new ProviderConfig.Timeouts(
                        Duration.ofSeconds(2), Duration.ofMillis(200), Duration.ofMillis(200))));
    }

    private static ProviderConfig claudeConfig(ByteServer server) {
        return ProviderConfig.of("anthropic", AuthConfig.apiKey("k"))
                .withDefaultModel("claude-3-5-haiku-20241022")
                .withEndpoint(server.address());
    }

    static LlmProvider llama(ByteServer server) {
        return PROVIDERS.create(ProviderConfig.of("ollama", AuthConfig.none())
                .withEndpoint(server.address())
                .withRetry(RetryPolicy.NEVER));
    }

    /** The start of a reply of Claude, without any content. */
    static Answer.Builder claudeStarts() {
        return Answer.stream("text/event-stream").write(event("message_start", """
                        {"type":"message_start","message":{"id":"msg_1","model":"claude-3-5-haiku-20241022",\
                        "usage":{"input_tokens":16,"output_tokens":2}}}"""));
    }

    /** The first half of it: 16 tokens in, two words out. */
    static Answer.Builder claudeBegins() {
        return claudeStarts().write(event("content_block_start", """
                        {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""")).write(event("content_block_delta", """
                        {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Half an"}}"""));
    }

    /** All of it: 16 in, 10 out. */
    static Answer claudeAnswers() {
        return claudeBegins()
                .write(event("content_block_delta", """
                        {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":" answer"}}"""))
                .write(event("content_block_stop", "{\"type\":\"content_block_stop\",\"index\":0}"))
                .write(event("message_delta", """
                        {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":10}}"""))
                .write(event("message_stop", "{\"type\":\"message_stop\"}"))
                .end();
    }

    static Answer llamaAnswers() {
        return Answer.stream("application/x-ndjson").write("""
                        {"model":"llama3.1","message":{"role":"assistant","content":"G'day"},"done":false}
                        """).write("""
                        {"model":"llama3.1","message":{"role":"assistant","content":""},"done":true,\
                        "done_reason":"stop","prompt_eval_count":5,"eval_count":3}
                        """).end();
    }

    private static String event(String name, String data) {
        return "event: " + name + "\ndata: " + data + "\n\n";
    }
}
