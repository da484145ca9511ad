package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.FactBook;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.Attachment;
import au.pip.xero.ContactRef;
import au.pip.xero.CreditNoteQuery;
import au.pip.xero.DeepLinks;
import au.pip.xero.HistoryNote;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.PurchaseOrderQuery;
import au.pip.xero.QuoteQuery;
import au.pip.xero.RecordKind;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What happened to one document, what people noted on it, and which files are kept with it. The files' contents are not
 * read here.
 */
final class DocumentHistory {
    private static final String MEASURE = "history note";
    private static final int MOST_NOTES = 12;
    private static final int MOST_FILES = 10;
    private static final List<String> KINDS = List.of("invoice", "credit_note", "quote", "purchase_order");

    private final Books books;
    private final FactBook facts;

    /** A document with that number. */
    private record Document(
            RecordKind kind,
            String id,
            String number,
            ContactRef contact,
            @Nullable String link) {}

    private DocumentHistory(Books books, FactBook facts) {
        this.books = books;
        this.facts = facts;
    }

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .choice("kind", KINDS.toArray(String[]::new))
                        .text("number", "")
                        .require("number")
                        .tool("document_history", "History, notes, files of one document (bill = invoice)."),
                "Reading a document's history",
                arguments -> new DocumentHistory(books, facts).look(arguments));
    }

    private Table look(Arguments arguments) {
        String number =
                FactTable.cell(arguments.required("number")).replace(",", "").strip();
        if (number.isEmpty()) {
            throw new BadArgument("The argument 'number' is one document's number, such as INV-0012.");
        }
        List<Document> found = found(arguments.choice("kind", "invoice", KINDS), number);
        if (found.isEmpty()) {
            throw new BadArgument("There is no document numbered " + number + ". Look it up first.");
        }
        Table table =
                new Table("History and files of " + number, books.organisation().name());
        for (Document document : found.subList(0, Math.min(found.size(), 2))) {
            add(table, document);
        }
        return found.size() > 2 ? table.rule("More documents bear that number; these are two of them.") : table;
    }

    private List<Document> found(String kind, String number) {
        DeepLinks links = DeepLinks.of(books.organisation());
        return switch (kind) {
            case "credit_note" ->
                books.xero().creditNotes(CreditNoteQuery.all()).value().stream()
                        .filter(each -> each.number().equalsIgnoreCase(number))
                        .map(each -> new Document(
                                RecordKind.CREDIT_NOTE,
                                each.creditNoteId(),
                                each.number(),
                                each.contact(),
                                links.creditNote(each)))
                        .toList();
            case "quote" ->
                books.xero().quotes(QuoteQuery.all().numbered(number)).value().stream()
                        .map(each -> new Document(
                                RecordKind.QUOTE,
                                each.quoteId(),
                                each.number(),
                                each.contact(),
                                links.quote(each.quoteId())))
                        .toList();
            case "purchase_order" ->
                books.xero().purchaseOrders(PurchaseOrderQuery.all()).value().stream()
                        .filter(each -> each.number().equalsIgnoreCase(number))
                        .map(each -> new Document(
                                RecordKind.PURCHASE_ORDER, each.purchaseOrderId(), each.number(), each.contact(), null))
                        .toList();
            default ->
                books.xero().invoices(InvoiceQuery.all().numbered(number)).value().stream()
                        .map(each -> new Document(
                                RecordKind.INVOICE,
                                each.invoiceId(),
                                each.number(),
                                each.contact(),
                                links.invoice(each)))
                        .toList();
        };
    }

    private void add(Table table, Document document) {
        XeroReply<List<Attachment>> files = books.xero().attachments().of(document.kind(), document.id());
        XeroReply<List<HistoryNote>> history = books.xero().history(document.kind(), document.id());
        String subject = FactTable.name(document.number() + " " + ContactFilter.name(document.contact()));
        table.add(facts.add(
                "attached files",
                subject,
                Period.day(books.today()),
                null,
                new Value.Count(files.value().size()),
                new Evidence(books, files).of(List.of(document.id()), 1, document.link())));
        if (!files.value().isEmpty()) {
            table.note("Files of " + subject + ": "
                    + files.value().stream()
                            .limit(MOST_FILES)
                            .map(file -> FactTable.cell(file.fileName()))
                            .collect(Collectors.joining("; "))
                    + ".");
        }
        Source source = new Evidence(books, history).of(List.of(document.id()), 1, document.link());
        List<HistoryNote> dated = history.value().stream()
                .filter(note -> note.at() != null)
                .sorted(Comparator.comparing((HistoryNote note) -> Objects.requireNonNull(note.at()))
                        .reversed())
                .toList();
        if (dated.size() > MOST_NOTES) {
            table.note("The latest " + MOST_NOTES + " of " + dated.size() + " notes only.");
        }
        dated.stream().limit(MOST_NOTES).forEach(note -> addNote(table, subject, note, source));
    }

    /** A note's day is the fact; its words, which may be anyone's, stand beside it. */
    private void addNote(Table table, String subject, HistoryNote note, Source source) {
        LocalDate day = note.at() == null
                ? books.today()
                : LocalDate.ofInstant(note.at(), books.organisation().timeZone().zone());
        String words = note.details().isEmpty() ? note.change() : note.change() + ": " + note.details();
        table.add(facts.add(MEASURE, subject, Period.day(day), null, new Value.Day(day), source), words);
    }
}
