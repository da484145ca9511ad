package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Secret;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A secret that is replaced over and over. */
final class SecretWork implements Work {
    @Override
    public void go(Stores stores, Telling telling) {
        String owner = id();
        for (long version = 1; ; version++) {
            if (!stores.secrets().put(ANN, "kind", owner, version - 1, sealed(owner, version))) {
                throw new IllegalStateException("not kept: " + version);
            }
            telling.tell("kept", owner, Long.toString(version));
        }
    }

    private static String sealed(String owner, long version) {
        return (owner + " " + version + " ").repeat((int) (version * 31 % 100) + 1);
    }

    @Override
    public void check(Stores stores, List<List<String>> told) {
        Map<String, Long> last = new HashMap<>();
        told.forEach(words -> last.merge(words.get(1), Long.parseLong(words.getLast()), Math::max));
        last.forEach((owner, version) -> {
            Secret secret = stores.secrets().find(ANN, "kind", owner).orElseThrow();
            assertThat(secret.version()).as(owner).isBetween(version, version + 1);
            assertThat(secret.sealed()).isEqualTo(sealed(owner, secret.version()));
        });
    }
}
