package au.pip.llm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;

/** The factory: makes a provider from its configuration. */
public final class LlmProviders {
    private final Map<String, ProviderEntry> entries = new LinkedHashMap<>();

    public LlmProviders(List<ProviderEntry> entries) {
        for (ProviderEntry entry : entries) {
            if (this.entries.put(entry.name(), entry) != null) {
                throw new IllegalArgumentException("two providers are called " + entry.name());
            }
        }
    }

    /** The rows for the providers that come with this library; a caller may add its own. */
    public static List<ProviderEntry> standard() {
        return ServiceLoader.load(ProviderSource.class, LlmProviders.class.getClassLoader()).stream()
                .flatMap(source -> source.get().entries().stream())
                .toList();
    }

    public List<String> names() {
        return List.copyOf(entries.keySet());
    }

    /**
     * Makes a provider; sends nothing.
     *
     * @throws LlmException.Configuration for an unknown name or an unusable configuration
     */
    public LlmProvider create(ProviderConfig config) {
        ProviderEntry entry = entries.get(config.provider());
        if (entry == null) {
            throw new LlmException.Configuration(
                    "There is no provider '%s'. Choose one of these with %s: %s."
                            .formatted(
                                    config.provider(), config.names().provider(), String.join(", ", entries.keySet())),
                    config.provider());
        }
        return entry.create().apply(config);
    }
}
