package au.pip.xero;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which overpayments or prepayments. An empty set or null asks for all. Everything is checked again on what Xero
 * answers.
 *
 * @param remainingOnly approved and with something left of it
 */
public record AdvancePaymentQuery(
        Set<AdvancePayment.Status> statuses, @Nullable String contactId, DateRange dates, boolean remainingOnly) {

    public AdvancePaymentQuery {
        statuses = Words.of(statuses, AdvancePayment.Status.OTHER);
        Ids.requireIfAny(contactId);
    }

    public static AdvancePaymentQuery all() {
        return new AdvancePaymentQuery(Set.of(), null, DateRange.ANY, false);
    }

    public AdvancePaymentQuery withStatus(AdvancePayment.Status... statuses) {
        return new AdvancePaymentQuery(Set.of(statuses), contactId, dates, remainingOnly);
    }

    public AdvancePaymentQuery ofContact(String contactId) {
        return new AdvancePaymentQuery(statuses, contactId, dates, remainingOnly);
    }

    public AdvancePaymentQuery dated(DateRange dates) {
        return new AdvancePaymentQuery(statuses, contactId, dates, remainingOnly);
    }

    public AdvancePaymentQuery remaining() {
        return new AdvancePaymentQuery(statuses, contactId, dates, true);
    }

    Parameters render() {
        Set<AdvancePayment.Status> asked =
                remainingOnly && statuses.isEmpty() ? Set.of(AdvancePayment.Status.AUTHORISED) : statuses;
        Where where =
                dates.render(new Where().word("Status", Words.wire(asked))).id("Contact.ContactID", contactId);
        return Parameters.NONE.with("where", where.text());
    }

    boolean matches(AdvancePayment payment) {
        return Words.allow(statuses, payment.status())
                && payment.contact().is(contactId)
                && dates.contains(payment.date())
                && (!remainingOnly
                        || (payment.status() == AdvancePayment.Status.AUTHORISED
                                && payment.remaining().minor() > 0));
    }
}
