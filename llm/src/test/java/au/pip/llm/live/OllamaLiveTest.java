package au.pip.llm.live;

import au.pip.llm.ProviderConfig;
import org.jspecify.annotations.Nullable;

class OllamaLiveTest extends LiveContract {
    @Override
    String name() {
        return "ollama";
    }

    @Override
    @Nullable
    String missing(ProviderConfig config) {
        return create(config).isReady() ? null : "no server answers (start `ollama serve`, or set OLLAMA_HOST)";
    }
}
