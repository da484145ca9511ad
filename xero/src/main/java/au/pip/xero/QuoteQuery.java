package au.pip.xero;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which quotes. An empty set or null asks for all. Everything is checked again on what Xero answers.
 *
 * @param number one quote's number exactly
 */
public record QuoteQuery(
        Set<Quote.Status> statuses,
        @Nullable String contactId,
        DateRange dates,
        @Nullable String number) {

    public QuoteQuery {
        statuses = Words.of(statuses, Quote.Status.OTHER);
        Ids.requireIfAny(contactId);
        number = SearchTerm.of(number);
    }

    public static QuoteQuery all() {
        return new QuoteQuery(Set.of(), null, DateRange.ANY, null);
    }

    public QuoteQuery withStatus(Quote.Status... statuses) {
        return new QuoteQuery(Set.of(statuses), contactId, dates, number);
    }

    public QuoteQuery ofContact(String contactId) {
        return new QuoteQuery(statuses, contactId, dates, number);
    }

    public QuoteQuery dated(DateRange dates) {
        return new QuoteQuery(statuses, contactId, dates, number);
    }

    public QuoteQuery numbered(String number) {
        return new QuoteQuery(statuses, contactId, dates, number);
    }

    /** Xero speaks of quotes "after" and "before" a date: a day more on each side loses none. */
    Parameters render() {
        LocalDate from = dates.from();
        LocalDate to = dates.to();
        return Parameters.NONE
                .with("Status", Words.single(statuses))
                .with("ContactID", contactId)
                .with("DateFrom", from == null ? null : from.minusDays(1))
                .with("DateTo", to == null ? null : to.plusDays(1))
                .with("QuoteNumber", number);
    }

    boolean matches(Quote quote) {
        return Words.allow(statuses, quote.status())
                && quote.contact().is(contactId)
                && dates.contains(quote.date())
                && (number == null || number.equalsIgnoreCase(quote.number()));
    }
}
