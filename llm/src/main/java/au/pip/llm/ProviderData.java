package au.pip.llm;

import tools.jackson.databind.JsonNode;

/**
 * What a provider attached to a part and wants back unchanged, such as a thinking signature.
 *
 * @param provider the name of the only provider that may be sent it
 */
public record ProviderData(String provider, JsonNode data) {}
