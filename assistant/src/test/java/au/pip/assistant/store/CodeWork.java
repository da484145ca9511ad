package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.CodeStore.Code;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Codes, two of three consumed. */
final class CodeWork implements Work {
    @Override
    public void go(Stores stores, Telling telling) {
        for (int number = 0; ; number++) {
            String hash = id();
            boolean kept = number % 3 == 0;
            stores.codes().put(ANN, new Code("state", hash, "payload of " + hash, at(60)));
            telling.tell(kept ? "kept" : "put", hash);
            if (!kept) {
                stores.codes().consume(ANN, "state", hash, at(1)).orElseThrow();
                telling.tell("consumed", hash);
            }
        }
    }

    @Override
    public void check(Stores stores, List<List<String>> told) {
        Set<String> consumed = new HashSet<>();
        told.stream()
                .filter(words -> words.getFirst().equals("consumed"))
                .forEach(words -> consumed.add(words.getLast()));
        int between = 0;
        for (List<String> words : told) {
            String hash = words.getLast();
            Optional<String> payload = stores.codes().consume(ANN, "state", hash, at(1));
            switch (words.getFirst()) {
                case "kept" -> assertThat(payload).as(hash).contains("payload of " + hash);
                case "put" -> between += consumed.contains(hash) ? 0 : 1;
                default -> {}
            }
            if (consumed.contains(hash)) {
                assertThat(payload).as("consumed before: " + hash).isEmpty();
            }
            assertThat(stores.codes().consume(ANN, "state", hash, at(1)))
                    .as(hash)
                    .isEmpty();
        }
        assertThat(between)
                .as("codes between their putting and their consuming")
                .isLessThanOrEqualTo(1);
    }
}
