package au.pip.xero;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which payments. An empty set or null asks for all; deleted payments come too unless a status is asked for. Everything
 * is checked again on what Xero answers, and the contact only there.
 */
public record PaymentQuery(
        Set<Payment.Type> types,
        Set<Payment.Status> statuses,
        @Nullable String contactId,
        DateRange dates) {

    public PaymentQuery {
        types = Words.of(types, Payment.Type.OTHER);
        statuses = Words.of(statuses, Payment.Status.OTHER);
        Ids.requireIfAny(contactId);
    }

    public static PaymentQuery all() {
        return new PaymentQuery(Set.of(), Set.of(), null, DateRange.ANY);
    }

    public PaymentQuery ofType(Payment.Type... types) {
        return new PaymentQuery(Set.of(types), statuses, contactId, dates);
    }

    public PaymentQuery withStatus(Payment.Status... statuses) {
        return new PaymentQuery(types, Set.of(statuses), contactId, dates);
    }

    public PaymentQuery ofContact(String contactId) {
        return new PaymentQuery(types, statuses, contactId, dates);
    }

    public PaymentQuery dated(DateRange dates) {
        return new PaymentQuery(types, statuses, contactId, dates);
    }

    Parameters render() {
        Where where =
                dates.render(new Where().word("PaymentType", Words.wire(types)).word("Status", Words.wire(statuses)));
        return Parameters.NONE.with("where", where.text());
    }

    boolean matches(Payment payment) {
        return Words.allow(types, payment.type())
                && Words.allow(statuses, payment.status())
                && payment.target().contact().is(contactId)
                && dates.contains(payment.date());
    }
}
