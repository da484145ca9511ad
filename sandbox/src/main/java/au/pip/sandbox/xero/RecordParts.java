package au.pip.sandbox.xero;

import au.pip.sandbox.books.Attachment;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.Invoice;
import au.pip.sandbox.books.Payment;
import au.pip.sandbox.wire.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** What lies below a record's own address: its files, and what happened to it. */
final class RecordParts {
    private static final Set<String> WITH_BOTH = Set.of(
            "BankTransactions",
            "BankTransfers",
            "Contacts",
            "CreditNotes",
            "Invoices",
            "ManualJournals",
            "PurchaseOrders",
            "Quotes");
    private static final Set<String> WITH_HISTORY = Set.of("Items", "Overpayments", "Payments", "Prepayments");
    private static final Comparator<Event> NEWEST_FIRST =
            Comparator.comparing(Event::at).reversed();

    private final Books books;

    private record Event(String change, Instant at, String user, String details) {}

    RecordParts(Books books) {
        this.books = books;
    }

    /**
     * @param parts of the address: the list, the record's id, {@code Attachments} or {@code History}, a file's id or name
     * @param envelope a new one at each call
     */
    Optional<Reply> reply(Endpoint endpoint, String[] parts, Supplier<Fields> envelope) {
        return Resources.find(endpoint, parts[1]).flatMap(record -> {
            boolean attachments = parts[2].equalsIgnoreCase("Attachments") && WITH_BOTH.contains(endpoint.name());
            boolean history = parts[2].equalsIgnoreCase("History")
                    && (WITH_BOTH.contains(endpoint.name()) || WITH_HISTORY.contains(endpoint.name()));
            if (!attachments && !history) {
                return Optional.empty();
            }
            UUID id = UUID.fromString(String.valueOf(record.get(endpoint.keys().getFirst())));
            if (attachments && parts.length == 3) {
                List<Map<String, Object>> files = books.paperwork().attachmentsOf(id).stream()
                        .map(file -> listed(endpoint, file))
                        .toList();
                return Optional.of(Reply.json(
                        200, envelope.get().with("Attachments", files).map()));
            }
            if (attachments && parts.length == 4) {
                return file(id, parts[3]);
            }
            return parts.length == 3
                    ? Optional.of(Reply.json(
                            200,
                            envelope.get()
                                    .with("HistoryRecords", history(record, id))
                                    .map()))
                    : Optional.empty();
        });
    }

    private Optional<Reply> file(UUID recordId, String wanted) {
        return books.paperwork().attachmentsOf(recordId).stream()
                .filter(file -> file.id().toString().equalsIgnoreCase(wanted)
                        || file.fileName().equals(wanted))
                .findFirst()
                .map(file -> Reply.file(file.mimeType(), file.content()));
    }

    private static Map<String, Object> listed(Endpoint endpoint, Attachment file) {
        String name = URLEncoder.encode(file.fileName(), StandardCharsets.UTF_8).replace("+", "%20");
        return new Fields()
                .with("AttachmentID", file.id())
                .with("FileName", file.fileName())
                .with(
                        "Url",
                        "https://api.xero.com/api.xro/2.0/%s/%s/Attachments/%s"
                                .formatted(endpoint.name(), file.recordId(), name))
                .with("MimeType", file.mimeType())
                .with("ContentLength", file.content().length)
                .with("IncludeOnline", false)
                .map();
    }

    /** The newest first. */
    private List<Map<String, Object>> history(Map<String, Object> record, UUID id) {
        List<Event> events = new ArrayList<>();
        Optional<Invoice> invoice = books.invoice(id);
        if (invoice.isPresent()) {
            addInvoice(events, invoice.get());
        } else if (record.get("UpdatedDateUTC") instanceof Instant at) {
            events.add(new Event("Created", at, "System Generated", ""));
        } else if (record.get("CreatedDateUTC") instanceof Instant at) {
            events.add(new Event("Created", at, "System Generated", ""));
        }
        books.paperwork().notes().stream()
                .filter(note -> note.recordId().equals(id))
                .forEach(note -> events.add(new Event("Note", note.at(), note.user(), note.details())));
        return events.stream().sorted(NEWEST_FIRST).map(RecordParts::written).toList();
    }

    private static void addInvoice(List<Event> events, Invoice invoice) {
        String total = Fields.decimal(invoice.total()).toPlainString();
        events.add(new Event(
                "Created",
                noon(invoice.date()),
                "System Generated",
                "Created for %s, total %s.".formatted(invoice.currency(), total)));
        if (invoice.status().isPosted()) {
            events.add(new Event("Approved", noon(invoice.date()), "System Generated", ""));
        }
        for (Payment payment : invoice.payments()) {
            events.add(new Event(
                    "Paid",
                    noon(payment.date()),
                    "System Generated",
                    "Payment of %s on %s."
                            .formatted(Fields.decimal(payment.amount()).toPlainString(), payment.date())));
        }
    }

    private static Map<String, Object> written(Event event) {
        return new Fields()
                .with("Changes", event.change())
                .with("DateUTC", event.at())
                .with("User", event.user())
                .with("Details", event.details())
                .map();
    }

    /** Noon in Sydney, near enough. */
    private static Instant noon(LocalDate date) {
        return date.atTime(2, 0).toInstant(ZoneOffset.UTC);
    }
}
