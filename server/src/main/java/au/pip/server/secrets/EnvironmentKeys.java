package au.pip.server.secrets;

import au.pip.assistant.secret.Keyring;
import au.pip.assistant.secret.MasterKey;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The key that the settings hold. It changes when they do, with the next start. */
final class EnvironmentKeys implements MasterKeys {
    private final Keyring keyring;

    EnvironmentKeys(MasterKey current, List<MasterKey> older) {
        this.keyring = new Keyring(
                current,
                older.stream().filter(key -> !key.id().equals(current.id())).toList());
    }

    @Override
    public Keyring keyring() {
        return keyring;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public void makeFirst() {
        // It is there.
    }

    @Override
    public Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>(Set.of(keyring.current().id()));
        keyring.older().forEach(key -> ids.add(key.id()));
        return ids;
    }

    @Override
    public String inForce() {
        return "Master key %s, from %s%s."
                .formatted(
                        keyring.current().id(),
                        MasterKeySettings.KEY,
                        Counted.of(", and %d older", keyring.older().size(), " in " + MasterKeySettings.OLD));
    }

    @Override
    public String whenMissing() {
        return "add the key that was in force to " + MasterKeySettings.OLD;
    }

    @Override
    public Rotation rotate() {
        return new Rotation() {
            @Override
            public List<String> drop(Set<String> inUse) {
                return List.of();
            }

            @Override
            public List<String> afterwards(Set<String> inUse) {
                List<String> next = new ArrayList<>(
                        List.of("A server that was started without this key has to be started anew with it."));
                if (!keyring.older().isEmpty() && keyring.older().stream().noneMatch(key -> inUse.contains(key.id()))) {
                    next.add(
                            "Nothing stands under the keys in %s: leave them out once every server has the new key. A backup made before needs them still."
                                    .formatted(MasterKeySettings.OLD));
                }
                return next;
            }

            @Override
            public void close() {
                // Nothing was taken.
            }
        };
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
