package au.pip.llm;

import java.util.function.Function;

/**
 * A row of the factory.
 *
 * @param name what {@link ProviderConfig#provider} says
 * @param create makes a provider; throws {@link LlmException.Configuration} for a configuration it cannot use
 */
public record ProviderEntry(String name, Function<ProviderConfig, LlmProvider> create) {}
