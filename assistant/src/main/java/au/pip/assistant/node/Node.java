package au.pip.assistant.node;

import au.pip.assistant.store.LeaseStore;
import java.time.Clock;

/** This process among those that use the store. Safe for use by several threads. */
public sealed interface Node extends AutoCloseable permits SoleNode, SharingNode {
    /** The one process that uses its store: whatever another name began has ended. */
    static Node sole(String id) {
        return new SoleNode(id);
    }

    /**
     * One of several. It holds the lease {@code node/<id>} of the server until it is closed, so that the others see that
     * it lives: a node that died is taken for dead six seconds later at most.
     *
     * @throws au.pip.assistant.store.StoreException when the store does not take the lease
     */
    static Node sharing(String id, LeaseStore leases, Clock clock) {
        return new SharingNode(id, leases, clock);
    }

    String id();

    /** Whether others may use the store at the same time. */
    boolean shares();

    /**
     * Whether another process of this name may be at work. A node that has only now come, or come back from a time
     * without its store, takes those whose lease has passed for alive until it has held its own for a term: they get the
     * time to renew theirs.
     */
    boolean livesElsewhere(String node);

    /** To be called before work begins under this name: a lease that has run out in a long pause is taken anew. */
    void awake();

    /** Gives the lease back; what is still going under this name is then taken for lost. */
    @Override
    void close();
}
