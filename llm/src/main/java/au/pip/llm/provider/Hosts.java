package au.pip.llm.provider;

import au.pip.llm.protocol.anthropic.AnthropicProtocol;
import au.pip.llm.protocol.gemini.GeminiProtocol;
import au.pip.llm.protocol.ollama.OllamaProtocol;
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
            "ANTHROPIC_API_KEY",
            "claude-haiku-5-5",
            Host.Hints.ONLINE);

    static final Host OPENAI = new Host(
            "openai",
            "OpenAI",
            URI.create("https://api.openai.com"),
            List.of(new Host.Api("responses", new ResponsesProtocol(ResponsesDialect.OPENAI))),
            Host.KeyHeader.BEARER,
            "OPENAI_API_KEY",
            "gpt-6-luna",
            Host.Hints.ONLINE);

    static final Host GROK = new Host(
            "grok",
            "Grok",
            URI.create("https://api.x.ai"),
            List.of(new Host.Api("responses", new ResponsesProtocol(ResponsesDialect.XAI))),
            Host.KeyHeader.BEARER,
            "XAI_API_KEY",
            "grok-4.3",
            Host.Hints.ONLINE);

    static final Host GOOGLE = new Host(
            "google",
            "Google Gemini",
            URI.create("https://generativelanguage.googleapis.com"),
            List.of(new Host.Api("generate-content", new GeminiProtocol())),
            new Host.KeyHeader("x-goog-api-key", ""),
            "GEMINI_API_KEY",
            "gemini-3.5-flash-lite",
            Host.Hints.ONLINE);

    static final Host OLLAMA = new Host(
            "ollama",
            "Ollama",
            URI.create("http://127.0.0.1:11434"),
            List.of(new Host.Api("chat", new OllamaProtocol())),
            Host.KeyHeader.BEARER,
            null,
            "llama3.1",
            new Host.Hints(
                    "Start it with `ollama serve` (get it from https://ollama.com), or choose another provider with LLM_PROVIDER.",
                    "Get it with `ollama pull %s`, or set LLM_DEFAULT_MODEL to one that `ollama list` shows."));

    static final List<Host> ALL = List.of(ANTHROPIC, OPENAI, GOOGLE, GROK, OLLAMA);

    private Hosts() {}
}
