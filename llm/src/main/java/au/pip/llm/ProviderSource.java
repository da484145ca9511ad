package au.pip.llm;

import java.util.List;

/** Finds rows of the factory; {@link LlmProviders#standard} asks all that {@link java.util.ServiceLoader} knows of. */
public interface ProviderSource {
    List<ProviderEntry> entries();
}
