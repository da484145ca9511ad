package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.CallStore;
import au.pip.assistant.store.CallStore.Counted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** How many drafts an account may have made within any hour, counted in the store, so that all nodes count together. */
final class WriteLimit {
    static final Duration WINDOW = Duration.ofHours(1);
    /** Stands where an organisation's id stands otherwise, and looks like none. */
    private static final String NAME = "writes-of-the-account";

    private static final int MOST_TRIES = 100;

    private final CallStore store;
    private final int most;
    private final InstantSource clock;

    WriteLimit(CallStore store, int most, InstantSource clock) {
        this.store = store;
        this.most = most;
        this.clock = clock;
    }

    int most() {
        return most;
    }

    sealed interface Place {
        /** @param fresh whether it was taken just now; an approval has one place, however often it is tried */
        record Taken(boolean fresh) implements Place {}

        record Full(Instant until) implements Place {}
    }

    /** Counts the write of an approval. */
    Place take(AccountId account, String approvalId) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Counted> there = store.find(account, NAME);
            List<Write> writes = recent(there);
            if (writes.stream().anyMatch(each -> each.approvalId().equals(approvalId))) {
                return new Place.Taken(false);
            }
            if (writes.size() >= most) {
                Instant oldest = writes.get(writes.size() - most).at();
                return new Place.Full(oldest.plus(WINDOW));
            }
            writes.add(new Write(clock.instant(), approvalId));
            if (replace(account, there, writes)) {
                return new Place.Taken(true);
            }
        }
        return new Place.Full(clock.instant().plusSeconds(1));
    }

    /** Nothing was sent after all. */
    void giveBack(AccountId account, String approvalId) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Optional<Counted> there = store.find(account, NAME);
            List<Write> writes = recent(there);
            if (!writes.removeIf(each -> each.approvalId().equals(approvalId)) || replace(account, there, writes)) {
                return;
            }
        }
    }

    private record Write(Instant at, String approvalId) {
        String text() {
            return at.toEpochMilli() + " " + approvalId;
        }

        static Write read(String line) {
            String[] parts = line.split(" ", 2);
            return new Write(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
        }
    }

    /** The oldest first. */
    private List<Write> recent(Optional<Counted> there) {
        Instant since = clock.instant().minus(WINDOW);
        List<Write> writes = new ArrayList<>();
        there.map(Counted::text).orElse("").lines().map(Write::read).forEach(writes::add);
        writes.removeIf(each -> !each.at().isAfter(since));
        writes.sort(Comparator.comparing(Write::at));
        return writes;
    }

    private boolean replace(AccountId account, Optional<Counted> there, List<Write> writes) {
        String text = String.join("\n", writes.stream().map(Write::text).toList());
        boolean done = store.replace(account, NAME, there.map(Counted::version).orElse(0L), text);
        if (!done) {
            LockSupport.parkNanos(Duration.ofMillis(ThreadLocalRandom.current().nextInt(1, 10))
                    .toNanos());
        }
        return done;
    }
}
