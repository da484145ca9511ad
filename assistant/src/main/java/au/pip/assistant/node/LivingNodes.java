package au.pip.assistant.node;

import au.pip.assistant.AccountId;
import au.pip.assistant.Lease;
import au.pip.assistant.store.LeaseStore;
import java.time.Instant;
import java.util.List;

/** The servers that use a database now, as their leases tell. */
public final class LivingNodes {
    private LivingNodes() {}

    /** Their names. One that died is among them until its lease has passed. */
    public static List<String> of(LeaseStore leases, Instant now) {
        return leases.named(AccountId.SERVER, SharingNode.PREFIX).stream()
                .filter(lease -> !lease.holder().isEmpty() && lease.until().isAfter(now))
                .map(Lease::name)
                .map(name -> name.substring(SharingNode.PREFIX.length()))
                .toList();
    }
}
