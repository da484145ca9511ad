package au.pip.server.secrets;

import au.pip.assistant.secret.AllSecrets;
import au.pip.assistant.secret.MasterKeyException;
import au.pip.assistant.secret.SecretBox;
import au.pip.assistant.secret.Secrets;
import au.pip.assistant.store.SecretStore;
import au.pip.llm.settings.Settings;
import java.nio.file.Path;
import java.util.Optional;

/** A server's secrets and the master key it was started with. */
public final class ServerSecrets implements AutoCloseable {
    private final MasterKeys keys;
    private final Secrets secrets;

    private ServerSecrets(MasterKeys keys, Secrets secrets) {
        this.keys = keys;
        this.secrets = secrets;
    }

    /**
     * Finds the master key, or makes it at the first start.
     *
     * @throws MasterKeyException when it cannot be had or made, and when there is none although secrets stand under one:
     *     a new one would hide that it was lost
     */
    public static ServerSecrets open(Settings settings, Path dataDirectory, SecretStore store) {
        MasterKeys keys = MasterKeySettings.read(settings, dataDirectory);
        try {
            SecretBox box = SecretBox.over(keys);
            if (!keys.exists()) {
                requireNothingLost(keys, new AllSecrets(store, box));
            }
            keys.makeFirst();
            return new ServerSecrets(keys, new Secrets(store, box));
        } catch (RuntimeException failure) {
            keys.close();
            throw failure;
        }
    }

    public Secrets secrets() {
        return secrets;
    }

    /** What a person should know of the master key, as one sentence; empty when there is nothing. */
    public Optional<String> notice() {
        return keys.notice();
    }

    /** @throws MasterKeyException when something stands under a key that is not here */
    static void requireNothingLost(MasterKeys keys, AllSecrets all) {
        AllSecrets.Count count = all.count();
        if (!keys.ids().containsAll(count.byKey().keySet())) {
            throw new MasterKeyException(
                    "The database holds %s, and the master key is not here: %s. If it is lost, ./pip secrets rotate --forget makes a new one and removes what stood under the old."
                            .formatted(Counted.secrets(count.total()), keys.whenMissing()));
        }
    }

    @Override
    public void close() {
        keys.close();
    }
}
