package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.assistant.drafts.DraftAmounts;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.llm.ToolSpec;
import au.pip.xero.Account;
import au.pip.xero.BillDraft;
import au.pip.xero.Contact;
import au.pip.xero.CreditNote;
import au.pip.xero.CreditNoteDraft;
import au.pip.xero.Draft;
import au.pip.xero.DraftContent;
import au.pip.xero.DraftKind;
import au.pip.xero.DraftLine;
import au.pip.xero.InvoiceDraft;
import au.pip.xero.LineAmounts;
import au.pip.xero.Organisation;
import au.pip.xero.QuoteDraft;
import au.pip.xero.TaxRate;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** An invoice, bill, credit note or quote that is proposed: names found in the books, amounts worked out in code. */
final class DocumentDrafts {
    /** When the person says no other: a usual term in Australia. They see the day before they approve. */
    private static final int DUE_AFTER_DAYS = 14;

    private static final int QUOTE_LASTS_DAYS = 30;

    private DocumentDrafts() {}

    static ToolSpec spec(DraftKind kind) {
        Schema schema = new Schema()
                .text("contact", "name in Xero")
                .objects("lines", DraftLines.schema())
                .choice("amounts", "exclusive", "inclusive")
                .text("date", "YYYY-MM-DD, today when left out");
        switch (kind) {
            case INVOICE -> schema.text("due_date", "").text("reference", "");
            case BILL -> schema.text("due_date", "").text("number", "the supplier's invoice number");
            case CREDIT_NOTE ->
                schema.choice("side", "customer", "supplier")
                        .text("reference", "")
                        .require("side");
            case QUOTE -> schema.text("expiry", "").text("title", "").text("reference", "");
            case CONTACT -> throw new IllegalArgumentException("a contact is no document");
        }
        return schema.require("contact")
                .require("lines")
                .require("amounts")
                .tool(kind.tool(), "Proposes a draft %s; the person approves it.".formatted(kind.noun()));
    }

    static DraftTool.Drafted draft(DraftKind kind, Books books, FactBook facts, Arguments arguments) {
        Organisation organisation = books.organisation();
        Contact contact = DraftContact.named(arguments.required("contact"), books);
        XeroReply<List<Account>> accounts = books.xero().accounts();
        XeroReply<List<TaxRate>> rates = books.xero().taxRates();
        boolean sales = kind == DraftKind.INVOICE
                || kind == DraftKind.QUOTE
                || kind == DraftKind.CREDIT_NOTE && noteType(arguments) == CreditNote.Type.ACCRECCREDIT;
        DraftLines lines =
                DraftLines.read(arguments.json().path("lines"), new DraftSide(sales, accounts.value(), rates.value()));
        DraftContent content = new DraftContent(
                contact.contactId(),
                unlocked(day(arguments, "date", books.today()), organisation),
                arguments.required("amounts").equalsIgnoreCase("inclusive")
                        ? LineAmounts.INCLUSIVE
                        : exclusive(arguments),
                organisation.baseCurrency(),
                lines.lines());
        Draft draft = draft(kind, content, arguments);
        DraftAmounts amounts = DraftAmounts.of(content, lines.rates());
        Source source = new Evidence(books, accounts, rates).of(used(lines, accounts.value()));
        fact(facts, kind, "before tax", contact, content, amounts.net(), source);
        fact(facts, kind, "tax", contact, content, amounts.tax(), source);
        fact(facts, kind, "total", contact, content, amounts.total(), source);
        return new DraftTool.Drafted(
                draft,
                amounts.preview(contact.name(), organisation.shortCode(), lines.accounts(), lines.taxNames()),
                "Draft %s, %s, %s: waits for your approval"
                        .formatted(
                                kind.noun(),
                                FactTable.cell(contact.name()),
                                amounts.total().display()));
    }

    /** The ids of the ledger accounts that the lines have. */
    private static List<String> used(DraftLines lines, List<Account> accounts) {
        Set<String> codes = lines.lines().stream().map(DraftLine::accountCode).collect(Collectors.toSet());
        return accounts.stream()
                .filter(each -> codes.contains(each.code()))
                .map(Account::accountId)
                .toList();
    }

    private static LineAmounts exclusive(Arguments arguments) {
        arguments.choice("amounts", "exclusive", List.of("exclusive", "inclusive"));
        return LineAmounts.EXCLUSIVE;
    }

    private static Draft draft(DraftKind kind, DraftContent content, Arguments arguments) {
        return switch (kind) {
            case INVOICE ->
                new InvoiceDraft(
                        content,
                        day(arguments, "due_date", content.date().plusDays(DUE_AFTER_DAYS)),
                        text(arguments, "reference"));
            case BILL ->
                new BillDraft(
                        content,
                        day(arguments, "due_date", content.date().plusDays(DUE_AFTER_DAYS)),
                        text(arguments, "number"));
            case CREDIT_NOTE -> new CreditNoteDraft(noteType(arguments), content, text(arguments, "reference"));
            case QUOTE ->
                new QuoteDraft(
                        content,
                        day(arguments, "expiry", content.date().plusDays(QUOTE_LASTS_DAYS)),
                        text(arguments, "title"),
                        text(arguments, "reference"));
            case CONTACT -> throw new IllegalArgumentException("a contact is no document");
        };
    }

    private static CreditNote.Type noteType(Arguments arguments) {
        arguments.required("side");
        return arguments.choice("side", "", List.of("customer", "supplier")).equals("customer")
                ? CreditNote.Type.ACCRECCREDIT
                : CreditNote.Type.ACCPAYCREDIT;
    }

    /** A model that was not told must not guess at what Xero would refuse. */
    private static LocalDate unlocked(LocalDate date, Organisation organisation) {
        LocalDate locked = organisation.periodLockDate();
        if (locked != null && !date.isAfter(locked)) {
            throw new BadArgument(
                    "The books are locked up to %s, so no document can have the date %s. Ask for a later one."
                            .formatted(locked, date));
        }
        return date;
    }

    private static LocalDate day(Arguments arguments, String name, LocalDate otherwise) {
        return Objects.requireNonNullElse(arguments.date(name), otherwise);
    }

    private static String text(Arguments arguments, String name) {
        return Objects.requireNonNullElse(arguments.text(name), "");
    }

    private static void fact(
            FactBook facts,
            DraftKind kind,
            String what,
            Contact contact,
            DraftContent content,
            Money amount,
            Source source) {
        facts.add(
                "draft " + kind.noun() + " " + what,
                FactTable.name(contact.name()),
                Period.day(content.date()),
                null,
                new Value.Amount(amount),
                source);
    }
}
