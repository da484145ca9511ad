package au.pip.llm.provider;

import au.pip.llm.LlmProvider;
import au.pip.llm.ProviderConfig;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/** A host that copies Chat Completions: nothing is known of its models but what the user's own price file says. */
abstract class CompatibleContract extends ChatCompletionsContract {
    @TempDir
    private Path directory;

    @Override
    public LlmProvider create(ProviderConfig config) {
        String chosen = config.defaultModel() == null ? model() : config.defaultModel();
        return super.create(
                config.withDefaultModel(chosen).withPriceFile(OwnPrices.in(directory, provider(), model())));
    }

    @Override
    public String model() {
        return "open-model";
    }

    @Override
    public BigDecimal cost() {
        return new BigDecimal("0.000036");
    }

    @Override
    protected String usualFields() {
        return "\"stream_options\": {\"include_usage\": true}, \"max_tokens\": 100";
    }

    @Override
    public boolean keepsBeginnings() {
        return false;
    }

    /** Of a turn with calls. */
    @Override
    public String replayedThinking() {
        return "\"reasoning_content\":\"Hm\"";
    }

    @Override
    public String everythingRequest() {
        return everythingRequest(
                "\"temperature\": 0.5, \"stop\": [\"STOP\"], \"reasoning_effort\": \"low\",", DOCUMENT);
    }

    @Override
    public Set<String> everythingWarnings() {
        return Set.of("promptCache");
    }
}
