package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.ContactRef;
import au.pip.xero.DeepLinks;
import au.pip.xero.PurchaseOrder;
import au.pip.xero.Quote;
import au.pip.xero.XeroReply;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Quotes or purchase orders: what those of each status come to, then single ones. Deleted ones are left out. */
final class Papers {
    private static final int MOST = 15;
    private static final Comparator<Paper> LATEST_FIRST =
            Comparator.comparing(Paper::date, Comparator.nullsLast(Comparator.reverseOrder()));

    private final Books books;
    private final FactBook facts;
    private final Home home;
    private final Span span;
    private final ContactFilter contacts;

    /**
     * One quote or order.
     *
     * @param dayMeasure what {@code day} is, such as "expires"
     * @param day null when there is nothing to watch for
     */
    private record Paper(
            String id,
            String number,
            String status,
            ContactRef contact,
            @Nullable LocalDate date,
            Money total,
            @Nullable BigDecimal rate,
            String dayMeasure,
            @Nullable LocalDate day,
            @Nullable String link) {}

    Papers(Books books, FactBook facts, Span span, ContactFilter contacts) {
        this.books = books;
        this.facts = facts;
        this.home = new Home(books.organisation().baseCurrency());
        this.span = span;
        this.contacts = contacts;
    }

    Table quotes(XeroReply<List<Quote>> reply) {
        DeepLinks links = DeepLinks.of(books.organisation());
        return table(
                "quotes",
                "customers",
                reply.map(all -> all.stream()
                        .filter(each -> each.status() != Quote.Status.DELETED)
                        .map(each -> new Paper(
                                each.quoteId(),
                                each.number(),
                                each.isExpired(books.today()) ? "expired" : word(each.status()),
                                each.contact(),
                                each.date(),
                                each.totals().total(),
                                each.currencyRate(),
                                each.isExpired(books.today()) ? "expired on" : "expires on",
                                each.status() == Quote.Status.SENT ? each.expiresOn() : null,
                                links.quote(each.quoteId())))
                        .toList()));
    }

    Table orders(XeroReply<List<PurchaseOrder>> reply) {
        return table(
                "purchase orders",
                "suppliers",
                reply.map(all -> all.stream()
                        .filter(each -> each.status() != PurchaseOrder.Status.DELETED)
                        .map(each -> new Paper(
                                each.purchaseOrderId(),
                                each.number(),
                                each.isOpen() ? "approved" : word(each.status()),
                                each.contact(),
                                each.date(),
                                each.totals().total(),
                                each.currencyRate(),
                                "delivery due",
                                each.isOpen() ? each.deliveryOn() : null,
                                null))
                        .toList()));
    }

    private Table table(String documents, String people, XeroReply<List<Paper>> reply) {
        Evidence evidence = new Evidence(books, reply);
        List<Paper> found = reply.value().stream()
                .filter(each -> contacts.takes(each.contact()))
                .sorted(LATEST_FIRST)
                .toList();
        String what = "%s, %s, %s".formatted(documents, contacts.words(people), span.words());
        Table table = new Table(
                Character.toUpperCase(what.charAt(0)) + what.substring(1),
                books.organisation().name());
        Map<String, List<Paper>> byStatus = new LinkedHashMap<>();
        found.forEach(each ->
                byStatus.computeIfAbsent(each.status(), _ -> new ArrayList<>()).add(each));
        byStatus.forEach((status, papers) -> addGroup(table, status + " " + documents, people, papers, evidence));
        found.stream().limit(MOST).forEach(each -> addPaper(table, each, evidence));
        return found.size() > MOST ? table.rule("Single ones: the latest only.") : table;
    }

    private void addGroup(Table table, String group, String people, List<Paper> papers, Evidence evidence) {
        Source source = evidence.of(papers.stream().map(Paper::id).toList());
        String subject = contacts.words(people);
        Money total = Money.zero(home.currency());
        for (Paper paper : papers) {
            total = total.plus(home.of(paper.total(), paper.rate(), "document " + paper.number()));
        }
        table.add(facts.add(group, subject, span.covered(), null, new Value.Count(papers.size()), source));
        table.add(facts.add(
                "total with GST of " + group, subject, span.covered(), null, new Value.Amount(total), source));
    }

    private void addPaper(Table table, Paper paper, Evidence evidence) {
        String subject = FactTable.name((paper.number().isEmpty() ? "(no number)" : paper.number()) + " "
                + ContactFilter.name(paper.contact()));
        Period date = Period.day(Objects.requireNonNullElse(paper.date(), books.today()));
        Source source = evidence.of(List.of(paper.id()), 1, paper.link());
        table.add(facts.add(
                "total with GST, " + paper.status(), subject, date, null, new Value.Amount(paper.total()), source));
        if (paper.day() != null) {
            table.add(facts.add(paper.dayMeasure(), subject, date, null, new Value.Day(paper.day()), source));
        }
    }

    private static String word(Enum<?> status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
