package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.DateRange;
import au.pip.xero.DeepLinks;
import au.pip.xero.Invoice;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.XeroReply;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Bills of the last twelve months that look entered twice, or unlike what the supplier usually bills. Entered twice:
 * same supplier, same total, and the same number or reference, or dates at most {@value #NEAR} days apart. Unlike the
 * usual: more than {@value #FAR} times the middle one of at least {@value #ENOUGH} other bills of that supplier in that
 * currency. Drafts count, voided and deleted bills don't.
 */
final class OddBills {
    private static final int NEAR = 7;
    private static final int FAR = 3;
    private static final int ENOUGH = 4;
    private static final int MOST = 10;

    private final Books books;
    private final FactBook facts;
    private final Period year;
    private final Table table;

    private OddBills(Books books, FactBook facts) {
        this.books = books;
        this.facts = facts;
        this.year = new Period(books.today().minusYears(1).plusDays(1), books.today());
        this.table = new Table(
                "Bills that look entered twice or unusual, dated " + year.label(),
                books.organisation().name());
    }

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .tool("odd_bills", "Bills that may be entered twice, or are far above the supplier's usual."),
                "Looking for odd bills",
                _ -> new OddBills(books, facts).look());
    }

    /** As little of a bill as the rules need: there may be tens of thousands. */
    private record Bill(
            String id, String supplier, String number, String reference, LocalDate date, Money total, String link) {
        boolean isLike(Bill other) {
            return same(number, other.number)
                    || same(reference, other.reference)
                    || Math.abs(ChronoUnit.DAYS.between(date, other.date)) <= NEAR;
        }

        private static boolean same(String one, String other) {
            return !one.isBlank() && one.strip().equalsIgnoreCase(other.strip());
        }

        String subject() {
            return FactTable.name((number.isEmpty() ? "(no number)" : number) + " " + supplier);
        }
    }

    private Table look() {
        DeepLinks links = DeepLinks.of(books.organisation());
        XeroReply<Map<String, List<Bill>>> reply = books.xero()
                .invoices(
                        InvoiceQuery.all()
                                .ofType(Invoice.Type.ACCPAY)
                                .withStatus(
                                        Invoice.Status.DRAFT,
                                        Invoice.Status.SUBMITTED,
                                        Invoice.Status.AUTHORISED,
                                        Invoice.Status.PAID)
                                .dated(DateRange.of(year)),
                        LinkedHashMap::new,
                        (bills, each) -> add(bills, each, links));
        Evidence evidence = new Evidence(books, reply);
        List<List<Bill>> twice = new ArrayList<>();
        List<Bill> odd = new ArrayList<>();
        for (List<Bill> theirs : reply.value().values()) {
            theirs.sort(Comparator.comparing(Bill::date));
            twice.addAll(twice(theirs));
            odd.addAll(theirs.stream().filter(each -> isFar(each, theirs)).toList());
        }
        addTwice(twice, evidence);
        addOdd(odd, reply.value(), evidence);
        return table.rule(
                        "Entered twice: same supplier and total, and the same number or reference or dates within a week.")
                .rule(
                        "Unusual: more than three times the middle one of the supplier's other bills, of which there are four or more.")
                .rule("A person must look: suppliers do bill the same amount twice.");
    }

    private static void add(Map<String, List<Bill>> bills, Invoice each, DeepLinks links) {
        if (each.date() != null && each.totals().total().minor() > 0) {
            Bill bill = new Bill(
                    each.invoiceId(),
                    ContactFilter.name(each.contact()),
                    each.number(),
                    each.reference(),
                    each.date(),
                    each.totals().total(),
                    links.invoice(each));
            String key = bill.supplier().toLowerCase(Locale.ROOT) + "\n"
                    + bill.total().currency();
            bills.computeIfAbsent(key, _ -> new ArrayList<>()).add(bill);
        }
    }

    /** Those of one supplier in the order of their dates: the first of each group, then what looks like it again. */
    private static List<List<Bill>> twice(List<Bill> theirs) {
        Map<Money, List<Bill>> byTotal = new LinkedHashMap<>();
        theirs.forEach(each ->
                byTotal.computeIfAbsent(each.total(), _ -> new ArrayList<>()).add(each));
        List<List<Bill>> groups = new ArrayList<>();
        for (List<Bill> alike : byTotal.values()) {
            List<Bill> open = new ArrayList<>(alike);
            while (!open.isEmpty()) {
                Bill first = open.removeFirst();
                List<Bill> again = open.stream().filter(first::isLike).toList();
                if (!again.isEmpty()) {
                    List<Bill> group = new ArrayList<>(List.of(first));
                    group.addAll(again);
                    open.removeAll(again);
                    groups.add(group);
                }
            }
        }
        return groups;
    }

    private static boolean isFar(Bill bill, List<Bill> theirs) {
        List<Long> others = theirs.stream()
                .filter(each -> !each.equals(bill))
                .map(each -> each.total().minor())
                .sorted()
                .toList();
        return others.size() >= ENOUGH && bill.total().minor() > FAR * middle(others);
    }

    /** Of an even number the lower of the two in the middle. */
    private static long middle(List<Long> sorted) {
        return sorted.get((sorted.size() - 1) / 2);
    }

    private void addTwice(List<List<Bill>> groups, Evidence evidence) {
        List<Bill> again =
                groups.stream().flatMap(group -> group.stream().skip(1)).toList();
        count("bills that may be entered twice", again, evidence);
        groups.stream().limit(MOST).forEach(group -> {
            single("billed", group.getFirst(), evidence);
            group.stream().skip(1).forEach(each -> single("billed again", each, evidence));
        });
    }

    private void addOdd(List<Bill> odd, Map<String, List<Bill>> all, Evidence evidence) {
        count("bills far above the usual", odd, evidence);
        odd.stream().limit(MOST).forEach(each -> {
            Fact far = single("billed, far above the usual", each, evidence);
            List<Long> others = all.values().stream()
                    .filter(theirs -> theirs.contains(each))
                    .flatMap(List::stream)
                    .filter(other -> !other.equals(each))
                    .map(other -> other.total().minor())
                    .sorted()
                    .toList();
            Fact usual = table.add(facts.add(
                    "usual bill",
                    each.subject(),
                    year,
                    null,
                    new Value.Amount(new Money(middle(others), each.total().currency())),
                    evidence.of(List.of(), others.size(), null)));
            table.add(facts.derive(
                    "times the usual",
                    each.subject(),
                    year,
                    null,
                    Figures.ratio(far, usual),
                    new Formula.Ratio(far.id(), usual.id())));
        });
    }

    private void count(String measure, List<Bill> bills, Evidence evidence) {
        table.add(facts.add(
                measure,
                "all suppliers",
                year,
                null,
                new Value.Count(bills.size()),
                evidence.of(bills.stream().map(Bill::id).toList())));
    }

    private Fact single(String measure, Bill bill, Evidence evidence) {
        Source source = evidence.of(List.of(bill.id()), 1, bill.link());
        Fact fact = table.add(facts.add(
                measure, bill.subject(), Period.day(bill.date()), null, new Value.Amount(bill.total()), source));
        table.add(facts.add(
                "date of the bill", bill.subject(), Period.day(bill.date()), null, new Value.Day(bill.date()), source));
        return fact;
    }
}
