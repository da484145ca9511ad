package au.pip.assistant.books;

import au.pip.xero.Organisation;
import au.pip.xero.OrganisationZone;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One organisation's books: Xero, and what is known of the organisation, which is asked for at most once an hour. Safe
 * for use by several threads.
 */
public final class Books {
    private static final Duration FRESH = Duration.ofHours(1);
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final DateTimeFormatter YEAR_END = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final XeroApi xero;
    private final Clock clock;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Organisation organisation;
    private Instant askedAt = Instant.EPOCH;

    /** @param clock tells the day; an organisation's today is this instant in its own time zone */
    public Books(XeroApi xero, Clock clock) {
        this.xero = xero;
        this.clock = clock;
    }

    public XeroApi xero() {
        return xero;
    }

    /** @throws XeroException when Xero cannot be asked and nothing is known yet */
    public Organisation organisation() {
        lock.lock();
        try {
            Organisation known = organisation;
            if (known == null || clock.instant().isAfter(askedAt.plus(FRESH))) {
                known = xero.organisation().value();
                organisation = known;
                askedAt = clock.instant();
            }
            return known;
        } finally {
            lock.unlock();
        }
    }

    /** Today where the organisation is; in Sydney when Xero cannot be asked. */
    public LocalDate today() {
        Organisation known = known();
        return LocalDate.now(
                clock.withZone(known == null ? SYDNEY : known.timeZone().zone()));
    }

    /** The organisation in one line for a model; null when Xero cannot be asked. */
    public @Nullable String describe() {
        Organisation known = known();
        if (known == null) {
            return null;
        }
        return "%s, %s, base currency %s, GST basis %s, GST period %s, financial year ends %s, time zone %s. %s"
                .formatted(
                        FactTable.cell(known.name()),
                        FactTable.cell(known.organisationType()
                                .toLowerCase(Locale.ROOT)
                                .replace('_', ' ')),
                        known.baseCurrency(),
                        known.salesTaxBasis().name().toLowerCase(Locale.ROOT),
                        FactTable.cell(known.salesTaxPeriodText().toLowerCase(Locale.ROOT)),
                        known.financialYearEnd() == null ? "30 June" : YEAR_END.format(known.financialYearEnd()),
                        known.timeZone().zone().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                        notice(known.timeZone()))
                .strip();
    }

    /** Xero's name of the zone is text from the books: it gets a cell, so that the sentence around it stays whole. */
    private static String notice(OrganisationZone zone) {
        return new OrganisationZone(FactTable.cell(zone.xeroName()), zone.zone(), zone.known()).notice();
    }

    private @Nullable Organisation known() {
        try {
            return organisation();
        } catch (XeroException _) {
            return null;
        }
    }
}
