package au.pip.llm.live;

import au.pip.llm.ProviderConfig;
import org.jspecify.annotations.Nullable;

/** Any other server that speaks OpenAI's format, at {@code LLM_ENDPOINT} with {@code LLM_PROVIDER=custom}. */
class CustomLiveTest extends LiveContract {
    @Override
    String name() {
        return "custom";
    }

    @Override
    @Nullable
    String missing(ProviderConfig config) {
        return config.endpoint() == null ? "LLM_PROVIDER=custom and LLM_ENDPOINT are not set" : null;
    }

    @Override
    boolean isPriced() {
        return false;
    }

    @Override
    boolean looksAtModelNames() {
        return false;
    }
}
