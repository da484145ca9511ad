package au.pip.sandbox.books;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Quotes, orders, price list and the like: made last, of chances and ids of their own, so that they change nothing. */
final class PaperPlan {
    private final Draft draft;
    private final Cast cast;
    private final Trade trade;
    private final Dice dice;
    private final List<TrackingCategory> categories;

    /** @param days how long ago it was dated */
    private record Sent(int days, Quote.Status status) {}

    /** @param delivery days from its date to the day of delivery */
    private record Ordered(int days, int delivery, SupplierRole role, PurchaseOrder.Status status) {}

    PaperPlan(Draft draft, Cast cast, Trade trade) {
        this.draft = draft;
        this.cast = cast;
        this.trade = trade;
        this.dice = draft.dice("paper");
        this.categories = List.of(
                category("Region", "City", "Coast", "Inland"), category("Kind of job", "Home", "Business", "Old"));
    }

    Paperwork make(List<AdvancePayment> advancePayments) {
        List<Quote> quotes = quotes();
        PaperFiles files = new PaperFiles(draft, quotes);
        return new Paperwork(
                quotes,
                purchaseOrders(),
                items(),
                categories,
                groups(),
                transfers(),
                advancePayments,
                files.attachments(),
                files.notes());
    }

    private List<Quote> quotes() {
        List<Sent> plan = List.of(
                new Sent(150, Quote.Status.INVOICED),
                new Sent(131, Quote.Status.DECLINED),
                new Sent(118, Quote.Status.INVOICED),
                new Sent(97, Quote.Status.ACCEPTED),
                new Sent(74, Quote.Status.SENT),
                new Sent(52, Quote.Status.INVOICED),
                new Sent(40, Quote.Status.DECLINED),
                new Sent(33, Quote.Status.SENT),
                new Sent(21, Quote.Status.ACCEPTED),
                new Sent(12, Quote.Status.SENT),
                new Sent(6, Quote.Status.SENT),
                new Sent(2, Quote.Status.DRAFT),
                new Sent(1, Quote.Status.DELETED));
        List<Quote> quotes = new ArrayList<>();
        for (Sent sent : plan) {
            LocalDate date = draft.today().minusDays(sent.days());
            List<TrackingCategory.Option> regions = categories.getFirst().options();
            quotes.add(new Quote(
                    draft.ids.next("quote"),
                    number("QU", quotes.size()),
                    dice.pick(trade.services()).description(),
                    cast.anyCustomer(dice).contact().id(),
                    date,
                    date.plusDays(30),
                    sent.status(),
                    quoteLines(),
                    dice.chance(70) ? regions.get(dice.between(0, 1)).id() : null,
                    draft.stamp(date)));
        }
        return quotes;
    }

    private List<Line> quoteLines() {
        List<Line> lines = new ArrayList<>();
        for (Trade.Service service : dice.shuffled(trade.services()).subList(0, dice.between(1, 3))) {
            lines.add(line(
                    service.description(),
                    dice.between(service.least(), service.most()),
                    service.unitCents(),
                    Chart.SALES,
                    TaxType.OUTPUT));
        }
        return lines;
    }

    private List<PurchaseOrder> purchaseOrders() {
        List<Ordered> plan = List.of(
                new Ordered(140, 14, SupplierRole.MATERIALS, PurchaseOrder.Status.BILLED),
                new Ordered(88, 10, SupplierRole.SECOND_MATERIALS, PurchaseOrder.Status.BILLED),
                new Ordered(45, 25, SupplierRole.MATERIALS, PurchaseOrder.Status.AUTHORISED),
                new Ordered(20, 7, SupplierRole.PRINTING, PurchaseOrder.Status.DELETED),
                new Ordered(15, 25, SupplierRole.EQUIPMENT, PurchaseOrder.Status.AUTHORISED),
                new Ordered(9, 14, SupplierRole.REPAIRS, PurchaseOrder.Status.SUBMITTED),
                new Ordered(3, 21, SupplierRole.SECOND_MATERIALS, PurchaseOrder.Status.DRAFT));
        List<PurchaseOrder> orders = new ArrayList<>();
        for (Ordered ordered : plan) {
            LocalDate date = draft.today().minusDays(ordered.days());
            SupplierRole role = ordered.role();
            TaxType taxType = role == SupplierRole.EQUIPMENT ? TaxType.CAPEXINPUT : TaxType.INPUT;
            orders.add(new PurchaseOrder(
                    draft.ids.next("purchase-order"),
                    number("PO", orders.size()),
                    cast.supplier(role).id(),
                    date,
                    date.plusDays(ordered.delivery()),
                    ordered.status(),
                    List.of(line(
                            role.item(),
                            dice.between(2, 12),
                            dice.between(40, 260) * 105L,
                            role.accountCode(),
                            taxType)),
                    draft.stamp(date)));
        }
        return orders;
    }

    private List<Item> items() {
        List<Item> items = new ArrayList<>();
        for (Trade.Service service : trade.services()) {
            items.add(item("S", items.size(), service.description(), true, service.unitCents(), Chart.SALES));
        }
        items.add(item("M", 0, "Consumables, per box", false, 4_390, Chart.COST_OF_SALES));
        items.add(item("M", 1, "Hire of a lift, per day", false, 31_500, Chart.COST_OF_SALES));
        return items;
    }

    private Item item(String letter, int number, String name, boolean sold, long unitCents, String account) {
        return new Item(
                draft.ids.next("item"),
                String.format(Locale.ROOT, "%s-%02d", letter, number + 1),
                name,
                name,
                sold,
                unitCents,
                account,
                sold ? TaxType.OUTPUT : TaxType.INPUT,
                draft.stamp(draft.spec.start()));
    }

    private List<ContactGroup> groups() {
        List<UUID> regulars = cast.customers().subList(0, 4).stream()
                .map(customer -> customer.contact().id())
                .toList();
        List<UUID> trades = List.of(
                cast.supplier(SupplierRole.MATERIALS).id(),
                cast.supplier(SupplierRole.SECOND_MATERIALS).id());
        return List.of(
                new ContactGroup(draft.ids.next("contact-group"), "Regulars", regulars),
                new ContactGroup(draft.ids.next("contact-group"), "Trade suppliers", trades));
    }

    /** The two sides of a transfer follow each other in the draft. */
    private List<BankTransfer> transfers() {
        List<BankTransaction> sides = draft.bankTransactions.stream()
                .filter(each -> each.type().isTransfer())
                .toList();
        List<BankTransfer> transfers = new ArrayList<>();
        for (int side = 0; side + 1 < sides.size(); side += 2) {
            transfers.add(new BankTransfer(draft.ids.next("bank-transfer"), sides.get(side), sides.get(side + 1)));
        }
        return transfers;
    }

    /** The last option has been put away. */
    private TrackingCategory category(String name, String... options) {
        UUID id = draft.ids.next("tracking-category");
        List<TrackingCategory.Option> made = new ArrayList<>();
        for (String option : options) {
            made.add(new TrackingCategory.Option(
                    draft.ids.next("tracking-option"), option, made.size() == options.length - 1));
        }
        return new TrackingCategory(id, name, made);
    }

    private Line line(String description, int quantity, long unitCents, String account, TaxType taxType) {
        return Line.of(
                draft.ids.next("paper-line"),
                description,
                BigDecimal.valueOf(quantity),
                unitCents,
                account,
                taxType,
                LineAmountTypes.EXCLUSIVE);
    }

    private static String number(String letters, int before) {
        return String.format(Locale.ROOT, "%s-%04d", letters, before + 1);
    }
}
