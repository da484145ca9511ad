package au.pip.llm.provider;

import au.pip.llm.protocol.anthropic.AnthropicProtocol;
import au.pip.llm.protocol.gemini.GeminiProtocol;
import au.pip.llm.protocol.ollama.OllamaProtocol;
import au.pip.llm.protocol.openai.ChatCompletionsProtocol;
import au.pip.llm.protocol.openai.ChatDialect;
import au.pip.llm.protocol.openai.ResponsesDialect;
import au.pip.llm.protocol.openai.ResponsesProtocol;
import java.net.URI;
import java.util.List;

/** The hosts that come with this library. */
final class Hosts {
    static final Host ANTHROPIC = new Host(
            "anthropic",
            "Anthropic",
            URI.create("https://api.anthropic.com"),
            List.of(new Host.Api("messages", new AnthropicProtocol())),
            new Host.KeyHeader("x-api-key", ""),
            true,
            "claude-haiku-5-5",
            Host.Hints.ONLINE);

    static final Host OPENAI = new Host(
            "openai",
            "OpenAI",
            URI.create("https://api.openai.com"),
            List.of(responses(ResponsesDialect.OPENAI), chat(ChatDialect.OPENAI)),
            Host.KeyHeader.BEARER,
            true,
            "gpt-6-luna",
            Host.Hints.ONLINE);

    static final Host GROK = new Host(
            "grok",
            "Grok",
            URI.create("https://api.x.ai"),
            List.of(responses(ResponsesDialect.XAI), chat(ChatDialect.XAI)),
            Host.KeyHeader.BEARER,
            true,
            "grok-4.3",
            Host.Hints.ONLINE);

    static final Host GOOGLE = new Host(
            "google",
            "Google Gemini",
            URI.create("https://generativelanguage.googleapis.com"),
            List.of(new Host.Api("generate-content", new GeminiProtocol())),
            new Host.KeyHeader("x-goog-api-key", ""),
            true,
            "gemini-3.5-flash-lite",
            Host.Hints.ONLINE);

    static final Host OLLAMA = new Host(
            "ollama",
            "Ollama",
            URI.create("http://127.0.0.1:11434"),
            List.of(new Host.Api("chat", new OllamaProtocol())),
            Host.KeyHeader.BEARER,
            false,
            "llama3.1",
            new Host.Hints(
                    "Start it with `ollama serve` (get it from https://ollama.com), or choose another provider.",
                    "Get it with `ollama pull %s`, or choose one that `ollama list` shows"));

    static final Host OPENROUTER =
            copy("openrouter", "OpenRouter", "https://openrouter.ai/api/v1", ChatDialect.COMPATIBLE);

    static final Host GROQ = copy("groq", "Groq", "https://api.groq.com/openai/v1", ChatDialect.GROQ);

    static final Host DEEPSEEK = copy("deepseek", "DeepSeek", "https://api.deepseek.com", ChatDialect.DEEPSEEK);

    static final Host MISTRAL = copy("mistral", "Mistral", "https://api.mistral.ai", ChatDialect.MISTRAL);

    /** Any server that speaks as OpenAI does: vLLM, llama.cpp, LM Studio, LocalAI, a gateway. */
    static final Host CUSTOM = new Host(
            "custom",
            "Custom endpoint",
            null,
            List.of(chat(ChatDialect.COMPATIBLE), responses(ResponsesDialect.COMPATIBLE)),
            Host.KeyHeader.BEARER,
            false,
            null,
            new Host.Hints("Start the server, or correct that address.", "Choose one that it offers"));

    static final List<Host> ALL =
            List.of(ANTHROPIC, OPENAI, GOOGLE, GROK, OLLAMA, OPENROUTER, GROQ, DEEPSEEK, MISTRAL, CUSTOM);

    private static Host.Api chat(ChatDialect dialect) {
        return new Host.Api("chat", new ChatCompletionsProtocol(dialect));
    }

    private static Host.Api responses(ResponsesDialect dialect) {
        return new Host.Api("responses", new ResponsesProtocol(dialect));
    }

    /** A service with models of many makers: which one is the person's choice. */
    private static Host copy(String name, String label, String address, ChatDialect dialect) {
        return new Host(
                name,
                label,
                URI.create(address),
                List.of(chat(dialect)),
                Host.KeyHeader.BEARER,
                true,
                null,
                Host.Hints.ONLINE);
    }

    private Hosts() {}
}
