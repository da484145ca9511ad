package au.pip.assistant.secret;

/** Seals texts, so that they open in their own place only and nowhere without the master key. */
public interface SecretBox {
    /** AES-256-GCM under the source's keys. */
    static SecretBox over(KeySource keys) {
        return new AesGcmSecretBox(keys);
    }

    /**
     * Seals under the current key. The same text is sealed differently each time.
     *
     * @throws MasterKeyException when there is no key
     */
    String seal(SecretPlace place, String text);

    /** @throws MasterKeyException when there is no key */
    Opened open(SecretPlace place, String sealed);

    /** Whether it stands under the key that seals now. */
    boolean isCurrent(String sealed);
}
