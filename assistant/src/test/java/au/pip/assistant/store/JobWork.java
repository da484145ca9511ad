package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.id;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Job;
import au.pip.assistant.store.JobStore.Claimed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Jobs that one process adds, claims and finishes; some it keeps, some it gives back. */
final class JobWork implements Work {
    @Override
    public void go(Stores stores, Telling telling) {
        String kind = "kind-" + id();
        for (int number = 0; ; number++) {
            Job job = new Job(id(), kind, "{}", at(number), 0);
            stores.jobs().add(ANN, job);
            telling.tell("added", kind, job.id());
            String holder = "holder-" + number;
            Claimed claimed =
                    stores.jobs().claim(kind, holder, at(number), at(1_000_000)).orElseThrow();
            telling.tell("claimed", kind, claimed.job().id());
            switch (number % 4) {
                case 0 -> {}
                case 1 -> {
                    stores.jobs().retry(ANN, claimed.job().id(), holder, at(number + 1));
                    telling.tell("returned", kind, claimed.job().id());
                }
                default -> {
                    stores.jobs().finish(ANN, claimed.job().id(), holder);
                    telling.tell("finished", kind, claimed.job().id());
                }
            }
        }
    }

    /** Whoever comes when all leases have passed gets what is not finished, each once, and nothing that is. */
    @Override
    public void check(Stores stores, List<List<String>> told) {
        Set<String> added = ids(told, "added");
        Set<String> finished = ids(told, "finished");
        List<String> left = new ArrayList<>();
        told.stream().map(words -> words.get(1)).distinct().forEach(kind -> {
            for (Optional<Claimed> next = late(stores, kind); next.isPresent(); next = late(stores, kind)) {
                left.add(next.get().job().id());
            }
        });
        assertThat(left).doesNotHaveDuplicates().noneMatch(finished::contains);
        Set<String> gone = new HashSet<>(added);
        gone.removeAll(finished);
        left.forEach(gone::remove);
        assertThat(gone).as("jobs between their claim and their end").hasSizeLessThanOrEqualTo(1);
        left.forEach(
                id -> assertThat(stores.jobs().finish(ANN, id, "late")).as(id).isTrue());
    }

    private static Optional<Claimed> late(Stores stores, String kind) {
        return stores.jobs().claim(kind, "late", at(1_000_000), at(2_000_000));
    }

    private static Set<String> ids(List<List<String>> told, String word) {
        Set<String> ids = new HashSet<>();
        told.stream().filter(words -> words.getFirst().equals(word)).forEach(words -> ids.add(words.getLast()));
        return ids;
    }
}
