package au.pip.sandbox.books;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Files and notes on some of the newest records: two that can be read on one bill, one that cannot on the next. */
final class PaperFiles {
    private static final String USER = "Robin Hale";

    private final Draft draft;
    private final List<Quote> quotes;
    private final List<Invoice> bills;

    PaperFiles(Draft draft, List<Quote> quotes) {
        this.draft = draft;
        this.quotes = quotes;
        this.bills = draft.invoices.stream()
                .filter(invoice ->
                        invoice.side() == Side.PURCHASE && invoice.status().isPosted())
                .sorted(Comparator.comparing(Invoice::date).thenComparing(Invoice::id))
                .toList()
                .reversed();
    }

    List<Attachment> attachments() {
        List<Attachment> files = new ArrayList<>();
        Invoice bill = bills.getFirst();
        files.add(file(bill.id(), "bill " + bill.number() + ".pdf", "application/pdf", text(bill)));
        files.add(file(bill.id(), "photo.png", "image/png", List.of()));
        Invoice next = bills.get(1);
        files.add(file(next.id(), "letter.rtf", "application/rtf", List.of("{\\rtf1 " + next.number() + "}")));
        Quote quote = quotes.getFirst();
        files.add(file(
                quote.id(),
                quote.number() + ".pdf",
                "application/pdf",
                List.of("Quote " + quote.number(), quote.title())));
        return files;
    }

    List<Note> notes() {
        Invoice bill = bills.getFirst();
        Quote open = quotes.get(10);
        return List.of(
                new Note(bill.id(), draft.stamp(bill.date()), USER, "Checked against the delivery docket."),
                new Note(open.id(), draft.stamp(open.date()), USER, "Rang the customer; an answer comes next week."));
    }

    private static List<String> text(Invoice bill) {
        LocalDate date = bill.date();
        return List.of(
                "TAX INVOICE",
                "Number " + bill.number(),
                "Date " + date,
                "Total " + bill.currency() + " " + bill.total() / 100 + "."
                        + String.valueOf(bill.total() % 100 + 100).substring(1));
    }

    private Attachment file(UUID recordId, String name, String mimeType, List<String> text) {
        return new Attachment(draft.ids.next("attachment"), recordId, name, mimeType, text);
    }
}
