package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.xero.ContactGroup;
import au.pip.xero.ContactRef;
import au.pip.xero.Item;
import au.pip.xero.TrackingCategory;
import au.pip.xero.UsedCurrency;
import au.pip.xero.XeroReply;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Short lists of the settings that documents are made of: items with their prices, tracking, currencies, groups. */
final class PriceLists {
    static final Kinds KINDS = Kinds.of(
            "items", "accounting.invoices",
            "tracking_categories", "accounting.settings",
            "currencies", "accounting.settings",
            "contact_groups", "accounting.contacts");
    private static final int MOST = 30;

    private final Books books;
    private final FactBook facts;
    private final String search;

    private PriceLists(Books books, FactBook facts, @Nullable String search) {
        this.books = books;
        this.facts = facts;
        this.search = search == null ? "" : FactTable.cell(search).toLowerCase(Locale.ROOT);
    }

    /** @param kinds of {@link #KINDS}, those that are offered */
    static BooksTool over(Books books, FactBook facts, List<String> kinds) {
        return new BooksTool(
                new Schema()
                        .choice("kind", kinds.toArray(String[]::new))
                        .text("search", "")
                        .require("kind")
                        .tool("lists", "Items with prices; other lists."),
                "Reading a list",
                arguments -> {
                    PriceLists lists = new PriceLists(books, facts, arguments.text("search"));
                    return switch (arguments.choice("kind", "", kinds)) {
                        case "items" -> lists.items();
                        case "tracking_categories" -> lists.tracking();
                        case "currencies" -> lists.currencies();
                        default -> lists.groups();
                    };
                });
    }

    private Table items() {
        XeroReply<List<Item>> reply = books.xero().items();
        List<Item> found = reply.value().stream()
                .filter(each -> fits(each.code() + " " + each.name() + " " + each.description()))
                .toList();
        Table table = counted(
                "items", found.size(), reply, found.stream().map(Item::itemId).toList());
        Evidence evidence = new Evidence(books, reply);
        for (Item item : found.stream().limit(MOST).toList()) {
            addPrice(table, "sale price", item, item.sale(), evidence);
            addPrice(table, "purchase price", item, item.purchase(), evidence);
        }
        return found.size() > MOST ? table.rule("The first only; search for others by name.") : table;
    }

    /** Prices may have four decimal places: then the fact says that it is rounded. */
    private void addPrice(Table table, String measure, Item item, Item.@Nullable Price price, Evidence evidence) {
        BigDecimal unit = price == null ? null : price.unitPrice();
        if (unit == null) {
            return;
        }
        Money amount = Money.rounded(unit, books.organisation().baseCurrency());
        boolean exact = amount.toDecimal().compareTo(unit) == 0;
        table.add(facts.add(
                measure + (exact ? "" : ", rounded"),
                FactTable.name(item.code() + " " + item.name()),
                Period.day(books.today()),
                null,
                new Value.Amount(amount),
                evidence.of(List.of(item.itemId()))));
    }

    private Table tracking() {
        XeroReply<List<TrackingCategory>> reply = books.xero().trackingCategories();
        List<TrackingCategory> found = reply.value().stream()
                .filter(each -> each.status() == TrackingCategory.Status.ACTIVE && fits(each.name()))
                .toList();
        Table table = counted(
                "tracking categories",
                found.size(),
                reply,
                found.stream().map(TrackingCategory::trackingCategoryId).toList());
        found.stream().limit(MOST).forEach(each -> {
            facts.name(FactTable.cell(each.name()));
            each.options().stream().limit(MOST).forEach(option -> facts.name(FactTable.cell(option.name())));
        });
        return table.note(found.stream()
                .limit(MOST)
                .map(each -> FactTable.cell(each.name()) + ": "
                        + each.options().stream()
                                .filter(option -> option.status() == TrackingCategory.Status.ACTIVE)
                                .limit(MOST)
                                .map(option -> FactTable.cell(option.name()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; ")));
    }

    private Table currencies() {
        XeroReply<List<UsedCurrency>> reply = books.xero().currencies();
        return counted(
                        "currencies",
                        reply.value().size(),
                        reply,
                        reply.value().stream()
                                .map(each -> each.currency().getCurrencyCode())
                                .toList())
                .note(reply.value().stream()
                        .map(each -> each.currency().getCurrencyCode())
                        .collect(Collectors.joining(", ")));
    }

    /** The members too when one group is left. */
    private Table groups() {
        XeroReply<List<ContactGroup>> reply = books.xero().contactGroups();
        List<ContactGroup> found =
                reply.value().stream().filter(each -> fits(each.name())).toList();
        Table table = counted(
                "contact groups",
                found.size(),
                reply,
                found.stream().map(ContactGroup::contactGroupId).toList());
        found.stream().limit(MOST).forEach(each -> facts.name(FactTable.cell(each.name())));
        table.note(found.stream()
                .limit(MOST)
                .map(each -> FactTable.cell(each.name()))
                .collect(Collectors.joining("; ")));
        if (found.size() == 1) {
            addMembers(table, books.xero().contactGroup(found.getFirst().contactGroupId()));
        }
        return table;
    }

    private void addMembers(Table table, XeroReply<ContactGroup> reply) {
        List<ContactRef> members = reply.value().contacts();
        table.add(facts.add(
                "contacts in the group",
                FactTable.cell(reply.value().name()),
                Period.day(books.today()),
                null,
                new Value.Count(members.size()),
                new Evidence(books, reply).of(List.of(reply.value().contactGroupId()))));
        table.note("Members: "
                + members.stream().limit(MOST).map(ContactFilter::name).collect(Collectors.joining("; ")) + ".");
    }

    private Table counted(String what, int count, XeroReply<?> reply, List<String> ids) {
        Table table = new Table(
                Character.toUpperCase(what.charAt(0)) + what.substring(1),
                books.organisation().name());
        table.add(facts.add(
                what,
                search.isEmpty() ? "all" : "matching '" + search + "'",
                Period.day(books.today()),
                null,
                new Value.Count(count),
                new Evidence(books, reply).of(ids)));
        return table;
    }

    private boolean fits(String text) {
        return FactTable.line(text).toLowerCase(Locale.ROOT).contains(search);
    }
}
