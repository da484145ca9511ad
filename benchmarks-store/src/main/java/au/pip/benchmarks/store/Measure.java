package au.pip.benchmarks.store;

import java.util.Arrays;
import java.util.List;

/** One thing that is measured: what is done, by how many threads. */
record Measure(Doing doing, int threads) {
    enum Doing {
        APPEND("Entries appended a second"),
        PAGE("Pages of 100 read a second");

        private final String title;

        Doing(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }

    private static final List<Integer> THREADS = List.of(1, 16, 64);

    static List<Measure> all() {
        return Arrays.stream(Doing.values())
                .flatMap(doing -> THREADS.stream().map(threads -> new Measure(doing, threads)))
                .toList();
    }
}
