package au.pip.server;

import au.pip.assistant.AccountId;
import au.pip.assistant.conversation.ModelSource;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The model that the settings name, made when it is first needed. */
final class ModelFromSettings implements ModelSource {
    private final Settings settings;
    private final boolean demo;
    private final LlmProviders providers;
    private @Nullable LlmProvider provider;

    ModelFromSettings(Settings settings, boolean demo) {
        this.settings = settings;
        this.demo = demo;
        List<ProviderEntry> entries = new ArrayList<>(new StandardProviders().entries());
        entries.add(OfflineModel.entry());
        this.providers = new LlmProviders(entries);
    }

    /** Fails now rather than at the first message when the settings name something that cannot be. */
    void check() {
        ProviderConfig config = configured();
        if (config != null) {
            providers.create(config);
        }
    }

    @Override
    public synchronized LlmProvider model(AccountId account) {
        LlmProvider known = provider;
        if (known == null) {
            known = providers.create(config());
            provider = known;
        }
        return known;
    }

    /** What has to be set before a model can answer, in a sentence; empty when nothing has. */
    Optional<String> missing() {
        try {
            LlmProvider model = model(AccountId.LOCAL);
            return model.isReady()
                    ? Optional.empty()
                    : Optional.of(
                            "The model provider '%s' is not ready: its key is missing, or nothing answers at its address."
                                    .formatted(model.name()));
        } catch (LlmException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private ProviderConfig config() {
        ProviderConfig config = configured();
        if (config != null) {
            return config;
        }
        if (demo) {
            return ProviderConfig.of(OfflineModel.NAME, AuthConfig.none())
                    .withDefaultModel(settings.get("LLM_DEFAULT_MODEL"));
        }
        throw new LlmException.Configuration(
                "No model is set up. Set LLM_PROVIDER and its key in .env (see .env.example), or run ./pip demo to try Pip without one.",
                "");
    }

    /** Null when nothing is chosen. Another vendor's key that happens to lie in the environment chooses nothing. */
    private @Nullable ProviderConfig configured() {
        ProviderConfig config = LlmSettings.fromSettings(settings);
        boolean chosen = settings.get("LLM_PROVIDER") != null;
        return config == null || chosen || providers.names().contains(config.provider()) ? config : null;
    }
}
