package au.pip.assistant;

/**
 * A sealed value: tokens of a connection, a model's key. Only {@code SecretBox} can open it, and only for this account,
 * kind and owner.
 *
 * @param kind what it is, such as {@code xero-tokens}
 * @param owner what it belongs to, such as the id of a sign-in
 * @param sealed as {@code SecretBox} wrote it; never the value itself
 * @param version 1, 2, 3… with each replacement
 */
public record Secret(String kind, String owner, String sealed, long version) {}
