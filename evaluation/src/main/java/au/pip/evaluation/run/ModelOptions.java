package au.pip.evaluation.run;

import au.pip.llm.AuthConfig;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.ProviderConfig;
import au.pip.llm.ProviderEntry;
import au.pip.llm.provider.StandardProviders;
import au.pip.llm.settings.LlmSettings;
import au.pip.llm.settings.Settings;
import au.pip.sandbox.model.OfflineModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which model is evaluated; without an option, the one that the settings choose. */
public final class ModelOptions {
    @Option(
            names = "--provider",
            paramLabel = "NAME",
            description = "whose model: any that LLM_PROVIDER takes, offline, or scripted (default: the settings')")
    @Nullable
    String provider;

    @Option(names = "--model", paramLabel = "NAME", description = "the model (default: the provider's)")
    @Nullable
    String model;

    public boolean is(String name) {
        return name.equals(provider);
    }

    /**
     * Makes the provider; sends nothing.
     *
     * @throws LlmException.Configuration when none is chosen, or it cannot be used
     */
    public LlmProvider provider(Settings settings) {
        List<ProviderEntry> entries = new ArrayList<>(new StandardProviders().entries());
        entries.add(OfflineModel.entry());
        ProviderConfig config = config(settings);
        return new LlmProviders(entries).create(model == null ? config : config.withDefaultModel(model));
    }

    private ProviderConfig config(Settings settings) {
        if (provider == null) {
            ProviderConfig chosen = LlmSettings.fromSettings(settings);
            if (chosen == null) {
                throw new LlmException.Configuration(
                        "No model is chosen. Name one with --provider (offline needs no key), or set LLM_PROVIDER in .env.",
                        "");
            }
            return chosen;
        }
        return provider.equals(OfflineModel.NAME)
                ? ProviderConfig.of(OfflineModel.NAME, AuthConfig.none()).withDefaultModel(OfflineModel.FAST)
                : LlmSettings.forProvider(settings, provider);
    }
}
