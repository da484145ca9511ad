package au.pip.assistant.secret;

/** Where the master keys come from. */
public interface KeySource {
    /**
     * The keys as they are now. Asked before each sealing, so that a key which another process made is noticed; cheap
     * while nothing has changed.
     *
     * @throws MasterKeyException when they cannot be had
     */
    Keyring keyring();
}
