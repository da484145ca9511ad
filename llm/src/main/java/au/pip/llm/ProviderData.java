package au.pip.llm;

import tools.jackson.databind.JsonNode;

/**
 * What a provider attached to a part and wants back unchanged, such as a thinking signature or encrypted reasoning.
 *
 * @param provider the name of the only provider that may be sent it
 * @param instance where and for which account it was made, as a hash that tells neither: another address or another key
 *     of the same provider is not sent it. Empty where that is not told: then the provider's name alone counts
 */
public record ProviderData(String provider, String instance, JsonNode data) {
    public ProviderData(String provider, JsonNode data) {
        this(provider, "", data);
    }

    /** Whether it may be sent to that one. */
    public boolean belongsTo(String provider, String instance) {
        return this.provider.equals(provider)
                && (this.instance.isEmpty() || instance.isEmpty() || this.instance.equals(instance));
    }

    /** The same, made by that one. */
    public ProviderData madeBy(String instance) {
        return new ProviderData(provider, instance, data);
    }
}
