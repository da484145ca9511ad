package au.pip.xero;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which purchase orders. An empty set or null asks for all. Xero filters them by one status and by date; everything is
 * checked again on what it answers.
 */
public record PurchaseOrderQuery(
        Set<PurchaseOrder.Status> statuses, @Nullable String contactId, DateRange dates) {

    public PurchaseOrderQuery {
        statuses = Words.of(statuses, PurchaseOrder.Status.OTHER);
        Ids.requireIfAny(contactId);
    }

    public static PurchaseOrderQuery all() {
        return new PurchaseOrderQuery(Set.of(), null, DateRange.ANY);
    }

    public PurchaseOrderQuery withStatus(PurchaseOrder.Status... statuses) {
        return new PurchaseOrderQuery(Set.of(statuses), contactId, dates);
    }

    public PurchaseOrderQuery ofContact(String contactId) {
        return new PurchaseOrderQuery(statuses, contactId, dates);
    }

    public PurchaseOrderQuery dated(DateRange dates) {
        return new PurchaseOrderQuery(statuses, contactId, dates);
    }

    Parameters render() {
        return Parameters.NONE
                .with("Status", Words.single(statuses))
                .with("DateFrom", dates.from())
                .with("DateTo", dates.to());
    }

    boolean matches(PurchaseOrder order) {
        return Words.allow(statuses, order.status()) && order.contact().is(contactId) && dates.contains(order.date());
    }
}
