package au.pip.assistant.books;

import au.pip.xero.Organisation;
import au.pip.xero.OrganisationZone;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroException;
import au.pip.xero.auth.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * One organisation's books: Xero, and what is known of the organisation, which is asked for at most once a minute, and
 * kept for some hours where replies are. Safe for use by several threads.
 */
public final class Books {
    private static final Duration FRESH = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(10);
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final DateTimeFormatter YEAR_END = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);

    private final XeroApi xero;
    private final Clock clock;
    private final @Nullable Set<String> granted;
    private final NextSteps steps;
    private final @Nullable String connectionId;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Organisation organisation;
    private Instant askedAt = Instant.EPOCH;
    private @Nullable XeroException failure;
    private long failedAt;

    /** @param clock tells the day; an organisation's today is this instant in its own time zone */
    public Books(XeroApi xero, Clock clock) {
        this(xero, clock, null, NextSteps.CONNECT);
    }

    /** @param granted the scopes that the person granted; null when that is not known and all is tried */
    public Books(XeroApi xero, Clock clock, @Nullable Set<String> granted, NextSteps steps) {
        this(xero, clock, granted, steps, null);
    }

    /** @param connectionId by which drafts for these books find their way; null for books that are only read */
    public Books(
            XeroApi xero, Clock clock, @Nullable Set<String> granted, NextSteps steps, @Nullable String connectionId) {
        this.xero = xero;
        this.clock = clock;
        this.granted = granted;
        this.steps = steps;
        this.connectionId = connectionId;
    }

    /** Null for books that are only read. */
    public @Nullable String connectionId() {
        return connectionId;
    }

    /**
     * Whether drafts may be made with it, each by a person's approval.
     *
     * @param scope as {@link #permits} has it
     */
    public boolean permitsWriting(String scope) {
        return connectionId != null && (granted == null || Scopes.allowWriting(granted, scope));
    }

    /** @param scope without {@code .read}, such as {@code accounting.invoices} */
    public boolean permits(String scope) {
        return granted == null || Scopes.allow(granted, scope);
    }

    /** What a person does next where these books cannot be read. */
    public NextSteps steps() {
        return steps;
    }

    public XeroApi xero() {
        return xero;
    }

    /** Xero's id of the organisation; needs no call. */
    public String organisationId() {
        return xero.organisationId();
    }

    /**
     * The organisation. When Xero cannot be asked, what is known of it already; and Xero is left alone for ten seconds.
     *
     * @throws XeroException when Xero cannot be asked and nothing is known yet
     * @throws CancellationException when the thread was interrupted while it waited
     */
    public Organisation organisation() {
        try {
            lock.lockInterruptibly();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CancellationException("stopped while waiting for Xero");
        }
        try {
            Organisation known = organisation;
            if (known != null && !clock.instant().isAfter(askedAt.plus(FRESH))) {
                return known;
            }
            if (failure == null || System.nanoTime() - failedAt > PAUSE.toNanos()) {
                ask();
            }
            if (organisation == null && failure != null) {
                throw failure;
            }
            return Objects.requireNonNull(organisation);
        } finally {
            lock.unlock();
        }
    }

    private void ask() {
        try {
            organisation = xero.organisation().value();
            askedAt = clock.instant();
            failure = null;
        } catch (XeroException e) {
            failure = e;
            failedAt = System.nanoTime();
        }
    }

    /** Today where the organisation is; in Sydney when Xero cannot be asked. */
    public LocalDate today() {
        Organisation known = known();
        return LocalDate.now(
                clock.withZone(known == null ? SYDNEY : known.timeZone().zone()));
    }

    /** The organisation's name as its facts have it; null when Xero cannot be asked. */
    public @Nullable String name() {
        Organisation known = known();
        return known == null ? null : FactTable.cell(known.name());
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
