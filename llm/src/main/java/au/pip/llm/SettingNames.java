package au.pip.llm;

/**
 * What whoever wrote a configuration calls its parts: a message about one of them names what that person can change.
 *
 * @param provider the name of the provider
 * @param key the credential
 * @param endpoint the address
 * @param api which of a provider's APIs
 * @param model the model
 */
public record SettingNames(String provider, String key, String endpoint, String api, String model) {
    /** For a configuration that is written in Java. */
    public static final SettingNames IN_CODE = new SettingNames(
            "ProviderConfig.of",
            "AuthConfig.apiKey",
            "ProviderConfig.withEndpoint",
            "ProviderConfig.withApi",
            "ProviderConfig.withDefaultModel");
}
