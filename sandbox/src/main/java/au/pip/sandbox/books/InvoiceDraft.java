package au.pip.sandbox.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invoice or bill while it is being made; {@link #book} adds it to the draft. */
final class InvoiceDraft {
    static final Currency AUD = Currency.getInstance("AUD");
    static final Currency USD = Currency.getInstance("USD");

    private final Draft draft;
    private final UUID id;
    private final Side side;
    private final Contact contact;
    private final LocalDate date;
    private final List<Line> lines = new ArrayList<>();
    private final List<Payment> payments = new ArrayList<>();
    private final List<Allocation> allocations = new ArrayList<>();
    private LocalDate dueDate;
    private String number = "";
    private String reference = "";
    private @Nullable InvoiceStatus status;
    private LineAmountTypes types = LineAmountTypes.EXCLUSIVE;
    private Currency currency = AUD;
    private BigDecimal rate = BigDecimal.ONE;

    InvoiceDraft(Draft draft, Side side, Contact contact, LocalDate date, int termsDays) {
        this.draft = draft;
        this.id = draft.ids.next(side.invoiceType());
        this.side = side;
        this.contact = contact;
        this.date = date;
        this.dueDate = date.plusDays(termsDays);
    }

    InvoiceDraft dueOn(LocalDate day) {
        dueDate = day;
        return this;
    }

    InvoiceDraft number(String text) {
        number = text;
        return this;
    }

    InvoiceDraft reference(String text) {
        reference = text;
        return this;
    }

    InvoiceDraft status(InvoiceStatus fixed) {
        status = fixed;
        return this;
    }

    /** Prices include tax from here on; call it before the first line. */
    InvoiceDraft inclusive() {
        types = LineAmountTypes.INCLUSIVE;
        return this;
    }

    InvoiceDraft usd(BigDecimal unitsPerAud) {
        currency = USD;
        rate = unitsPerAud;
        return this;
    }

    InvoiceDraft line(String description, BigDecimal quantity, long unitCents, String account, TaxType taxType) {
        lines.add(Line.of(draft.ids.next("line"), description, quantity, unitCents, account, taxType, types));
        return this;
    }

    InvoiceDraft line(String description, long unitCents, String account, TaxType taxType) {
        return line(description, BigDecimal.ONE, unitCents, account, taxType);
    }

    InvoiceDraft pay(LocalDate day, long amount) {
        return pay(day, amount, rate);
    }

    InvoiceDraft pay(LocalDate day, long amount, BigDecimal rateOnDay) {
        payments.add(new Payment(
                draft.ids.next("payment"),
                id,
                day,
                amount,
                Chart.BANK,
                rateOnDay,
                Invoice.toAud(amount, rateOnDay),
                draft.reconciled(day)));
        return this;
    }

    /** Pays all of it on a day, unless that day is still to come. */
    InvoiceDraft payInFull(LocalDate day) {
        return draft.happened(day) ? pay(day, total()) : this;
    }

    /** Sets all of a new credit note for one line against this document. */
    InvoiceDraft credit(LocalDate day, String creditNumber, String description, long net, String account) {
        TaxType taxType = side == Side.SALE ? TaxType.OUTPUT : TaxType.INPUT;
        Line line = Line.of(draft.ids.next("line"), description, BigDecimal.ONE, net, account, taxType, types);
        UUID creditId = draft.ids.next("credit-note");
        Allocation allocation = new Allocation(draft.ids.next("allocation"), creditId, id, day, line.gross());
        allocations.add(allocation);
        draft.creditNotes.add(new CreditNote(
                creditId,
                side,
                creditNumber,
                "",
                contact.id(),
                day,
                InvoiceStatus.PAID,
                types,
                List.of(line),
                List.of(allocation),
                draft.stamp(day)));
        return this;
    }

    long total() {
        return lines.stream().mapToLong(Line::gross).sum();
    }

    void book() {
        long settled = payments.stream().mapToLong(Payment::amount).sum()
                + allocations.stream().mapToLong(Allocation::amount).sum();
        InvoiceStatus now =
                status != null ? status : settled == total() ? InvoiceStatus.PAID : InvoiceStatus.AUTHORISED;
        LocalDate touched = date;
        for (Payment payment : payments) {
            touched = touched.isBefore(payment.date()) ? payment.date() : touched;
        }
        for (Allocation allocation : allocations) {
            touched = touched.isBefore(allocation.date()) ? allocation.date() : touched;
        }
        draft.invoices.add(new Invoice(
                id,
                side,
                number,
                reference,
                contact.id(),
                date,
                dueDate,
                now,
                types,
                currency,
                rate,
                lines,
                payments,
                allocations,
                draft.stamp(touched)));
    }
}
