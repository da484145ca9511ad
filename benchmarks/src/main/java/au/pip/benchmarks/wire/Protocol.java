package au.pip.benchmarks.wire;

/** A streaming wire format and where its API lives. */
public enum Protocol {
    ANTHROPIC("Anthropic Messages", "/v1/messages", "claude-haiku-5-5"),
    OPENAI_CHAT("OpenAI Chat Completions", "/v1/chat/completions", "gpt-6-luna"),
    OPENAI_RESPONSES("OpenAI Responses", "/v1/responses", "gpt-6-luna");

    private final String title;
    private final String path;
    private final String model;

    Protocol(String title, String path, String model) {
        this.title = title;
        this.path = path;
        this.model = model;
    }

    public String title() {
        return title;
    }

    public String path() {
        return path;
    }

    /** The model that is asked for and answers. */
    public String model() {
        return model;
    }

    /** Its events for a script, each as the bytes that a server sends, in order. */
    public ScriptedEvents events(Script script) {
        return switch (this) {
            case ANTHROPIC -> new AnthropicEvents(script).render();
            case OPENAI_CHAT -> new OpenAiChatEvents(script).render();
            case OPENAI_RESPONSES -> new OpenAiResponsesEvents(script).render();
        };
    }
}
