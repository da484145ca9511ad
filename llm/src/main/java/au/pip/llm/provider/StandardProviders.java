package au.pip.llm.provider;

import au.pip.llm.ProviderEntry;
import au.pip.llm.ProviderSource;
import au.pip.llm.http.Tap;
import au.pip.llm.price.PriceCatalogue;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The providers that come with this library, as rows of {@link au.pip.llm.LlmProviders}. */
public final class StandardProviders implements ProviderSource {
    @Override
    public List<ProviderEntry> entries() {
        return entries(PriceCatalogue.standard(), Clock.systemUTC());
    }

    /**
     * The same rows with other prices.
     *
     * @param clock tells the day whose prices count
     */
    public static List<ProviderEntry> entries(PriceCatalogue prices, Clock clock) {
        return entries(prices, clock, null);
    }

    /**
     * The same rows, overheard.
     *
     * @param tap sees all that their providers send and are answered; null for none
     */
    public static List<ProviderEntry> entries(PriceCatalogue prices, Clock clock, @Nullable Tap tap) {
        return Hosts.ALL.stream()
                .map(host ->
                        new ProviderEntry(host.name(), config -> new HostedProvider(host, config, prices, clock, tap)))
                .toList();
    }
}
