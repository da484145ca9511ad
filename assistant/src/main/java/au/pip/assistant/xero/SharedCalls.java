package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.CallStore;
import au.pip.assistant.store.CallStore.Counted;
import au.pip.xero.CallBudget;
import au.pip.xero.XeroLimit;
import au.pip.xero.XeroLimits;
import au.pip.xero.XeroSettings;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * The calls that all nodes over one database make to Xero, counted there. A node books a few at a time, so that most
 * calls ask no database; what it did not use within two seconds it gives back when it books again. Blocks count in
 * every minute that any of their calls may fall into, so that all nodes together keep the pace. Nodes' clocks have to
 * agree to about a second.
 */
public final class SharedCalls implements CallBudget {
    private static final int BLOCK = 5;
    private static final int MOST_TRIES = 60;

    private final CallStore store;
    private final String node;
    private final int daily;
    private final XeroSettings.Pace pace;
    private final InstantSource clock;
    private final Map<String, Own> own = new ConcurrentHashMap<>();

    /** This node's share of one organisation's calls. */
    private static final class Own {
        private BookedCalls.@Nullable Block block;
        private int unused;
        private @Nullable XeroLimits said;
    }

    /**
     * @param node which process this is
     * @param daily calls a day to one organisation that the operator allows: what the app's tier at Xero gives
     */
    public SharedCalls(CallStore store, String node, int daily, XeroSettings.Pace pace, InstantSource clock) {
        this.store = store;
        this.node = node;
        this.daily = daily;
        this.pace = pace;
        this.clock = clock;
    }

    @Override
    public Turn take(String tenantId) {
        Own mine = own(tenantId);
        synchronized (mine) {
            Instant now = now();
            BookedCalls.Block block = mine.block;
            if (block != null && mine.unused > 0 && block.isGood(now)) {
                mine.unused--;
                return new Turn.Granted();
            }
            return book(tenantId, mine);
        }
    }

    private Turn book(String tenantId, Own mine) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Instant now = now();
            Optional<Counted> there = store.find(AccountId.SERVER, tenantId);
            BookedCalls counted = corrected(there, mine, now);
            Turn.Refused refused = refusal(counted, now);
            if (refused != null) {
                tell(tenantId, there, counted, mine);
                return refused;
            }
            int calls = Math.clamp(Math.min(counted.left(daily), counted.free(pace.calls())), 1, BLOCK);
            BookedCalls.Block block = new BookedCalls.Block(now, calls, node);
            String text = counted.booked(block).text();
            if (store.replace(AccountId.SERVER, tenantId, version(there), text)) {
                mine.block = block;
                mine.unused = calls - 1;
                return new Turn.Granted();
            }
            pause();
        }
        return new Turn.Refused(XeroLimit.OWN_PACE, now().plusSeconds(1));
    }

    /** Lets the others know what this node does; when they know something newer, it tells the next time. */
    private void tell(String tenantId, Optional<Counted> there, BookedCalls counted, Own mine) {
        String text = counted.text();
        boolean known = there.filter(before -> before.text().equals(text)).isPresent();
        if (!known && store.replace(AccountId.SERVER, tenantId, version(there), text)) {
            mine.unused = 0;
        }
    }

    private BookedCalls corrected(Optional<Counted> there, Own mine, Instant now) {
        return there.map(counted -> BookedCalls.read(counted.text()))
                .orElseGet(() -> BookedCalls.none(now))
                .givenBack(mine.block, mine.unused)
                .told(mine.said)
                .at(now, pace.window());
    }

    /**
     * Null when a call may be booked. What Xero said to be left may be nothing without a refusal: then one more call
     * learns when there will be more.
     */
    private Turn.@Nullable Refused refusal(BookedCalls counted, Instant now) {
        if (counted.refused()) {
            return new Turn.Refused(XeroLimit.DAY, counted.dayEnds());
        }
        if (counted.used() >= daily) {
            return new Turn.Refused(XeroLimit.OWN_DAY, counted.dayEnds());
        }
        if (counted.free(pace.calls()) < 1) {
            return new Turn.Refused(XeroLimit.OWN_PACE, counted.nextFree(now, pace.window()));
        }
        return null;
    }

    @Override
    public void seen(String tenantId, XeroLimits limits) {
        Own mine = own(tenantId);
        synchronized (mine) {
            XeroLimits before = mine.said;
            boolean tells = limits.dayRemaining() != null || limits.dayResetsAt() != null;
            if (tells && (before == null || !limits.seenAt().isBefore(before.seenAt()))) {
                mine.said = limits;
            }
        }
    }

    /** What is left of the day's calls to an organisation; asks the database, not Xero. */
    public CallsLeft left(String organisationId) {
        Own mine = own(organisationId);
        synchronized (mine) {
            Instant now = now();
            BookedCalls counted = corrected(store.find(AccountId.SERVER, organisationId), mine, now);
            return new CallsLeft(counted.left(daily), daily, counted.dayEnds());
        }
    }

    private Own own(String tenantId) {
        return own.computeIfAbsent(tenantId, _ -> new Own());
    }

    private static long version(Optional<Counted> there) {
        return there.map(Counted::version).orElse(0L);
    }

    /** As stores keep it. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(1, 10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
