package au.pip.assistant.tools;

import au.pip.ledger.Money;
import au.pip.ledger.Source;
import au.pip.xero.AppliedPayment;
import au.pip.xero.Invoice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * When customers pay: the days from the due date to an invoice's last payment, over the invoices paid in full whose last
 * payment is in the last twelve months; days early are below zero. And what is open still.
 */
final class PaymentHabits {
    private final Home home;
    private final LocalDate since;
    private final Map<String, Habit> habits = new LinkedHashMap<>();
    private final List<Open> open = new ArrayList<>();

    PaymentHabits(Home home, LocalDate today) {
        this.home = home;
        this.since = since(today);
    }

    static LocalDate since(LocalDate today) {
        return today.minusYears(1).plusDays(1);
    }

    /** @param due what is left to pay, in the organisation's currency */
    record Open(
            String customer, String id, Money due, @Nullable LocalDate dueDate) {
        long daysOverdue(LocalDate today) {
            return dueDate == null ? 0 : Math.max(0, ChronoUnit.DAYS.between(dueDate, today));
        }
    }

    /** The paid invoices of one customer. */
    static final class Habit {
        private final List<String> ids = new ArrayList<>();
        private long days;
        private int invoices;

        private void add(long late, String id) {
            days += late;
            invoices++;
            if (ids.size() < Source.MOST_IDS) {
                ids.add(id);
            }
        }

        private void addAll(Habit other) {
            days += other.days;
            invoices += other.invoices;
            other.ids.stream().limit(Source.MOST_IDS - ids.size()).forEach(ids::add);
        }

        int invoices() {
            return invoices;
        }

        /** Rounded half up to the day. */
        long averageDaysLate() {
            return BigDecimal.valueOf(days)
                    .divide(BigDecimal.valueOf(invoices), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        }

        Source source(Evidence evidence) {
            return evidence.of(ids, invoices, null);
        }
    }

    void add(Invoice each) {
        String customer = ContactFilter.name(each.contact());
        if (each.isOpen()) {
            Money due = home.of(each.due(), each.currencyRate(), "document " + each.number());
            open.add(new Open(customer, each.invoiceId(), due, each.dueDate()));
        } else if (each.status() == Invoice.Status.PAID && each.dueDate() != null) {
            each.payments().stream()
                    .map(AppliedPayment::date)
                    .filter(Objects::nonNull)
                    .max(Comparator.naturalOrder())
                    .filter(paid -> !paid.isBefore(since))
                    .ifPresent(paid -> habits.computeIfAbsent(customer, _ -> new Habit())
                            .add(ChronoUnit.DAYS.between(each.dueDate(), paid), each.invoiceId()));
        }
    }

    Map<String, Habit> byCustomer() {
        return habits;
    }

    List<Open> open() {
        return open;
    }

    Habit together() {
        Habit all = new Habit();
        habits.values().forEach(all::addAll);
        return all;
    }

    /** Its due date, and the days that this customer usually is late; a document without a due date is due today. */
    LocalDate expected(Open document, LocalDate today) {
        Habit habit = habits.get(document.customer());
        long late = habit == null ? 0 : Math.max(0, habit.averageDaysLate());
        return Objects.requireNonNullElse(document.dueDate(), today).plusDays(late);
    }
}
