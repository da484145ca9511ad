package au.pip.assistant.conversation;

import au.pip.agent.StopSignal;
import au.pip.assistant.AccountId;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The runs going in this process. */
final class LiveRuns {
    private final Map<String, LiveRun> runs = new ConcurrentHashMap<>();

    LiveRun start(AccountId account, String runId) {
        LiveRun run = new LiveRun(account);
        runs.put(runId, run);
        return run;
    }

    void end(String runId) {
        LiveRun run = runs.remove(runId);
        if (run != null) {
            run.signal();
        }
    }

    Optional<LiveRun> find(AccountId account, String runId) {
        return Optional.ofNullable(runs.get(runId)).filter(run -> run.account.equals(account));
    }

    Map<String, LiveRun> all() {
        return Map.copyOf(runs);
    }

    boolean isEmpty() {
        return runs.isEmpty();
    }

    /** Ends what is going because the program ends. */
    void interruptAll() {
        runs.values().forEach(run -> {
            run.interrupted = true;
            run.stop.raise();
        });
    }

    /** Waits until no run is going, at most so long; answers whether it is so. */
    boolean awaitNone(Duration most) throws InterruptedException {
        long end = System.nanoTime() + most.toNanos();
        while (!runs.isEmpty()) {
            if (System.nanoTime() > end) {
                return false;
            }
            Thread.sleep(Duration.ofMillis(20));
        }
        return true;
    }

    static final class LiveRun {
        final StopSignal stop = new StopSignal();
        /** Stopped by the program's end or by another node, not by the person. */
        volatile boolean interrupted;

        private final AccountId account;
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();
        private long changes;

        private LiveRun(AccountId account) {
            this.account = account;
        }

        AccountId account() {
            return account;
        }

        long changes() {
            lock.lock();
            try {
                return changes;
            } finally {
                lock.unlock();
            }
        }

        void signal() {
            lock.lock();
            try {
                changes++;
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /** Waits until something changed since {@code seen}, at most so long. */
        void await(long seen, Duration most) throws InterruptedException {
            long left = most.toNanos();
            lock.lock();
            try {
                while (changes == seen && left > 0) {
                    left = changed.awaitNanos(left);
                }
            } finally {
                lock.unlock();
            }
        }
    }
}
