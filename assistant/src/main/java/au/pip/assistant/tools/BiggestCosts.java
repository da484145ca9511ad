package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.Basis;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.xero.Account;
import au.pip.xero.AccountClass;
import au.pip.xero.BankTransaction;
import au.pip.xero.BankTransactionQuery;
import au.pip.xero.ContactRef;
import au.pip.xero.DateRange;
import au.pip.xero.Invoice;
import au.pip.xero.InvoiceQuery;
import au.pip.xero.LineAmounts;
import au.pip.xero.LineItem;
import au.pip.xero.ProfitAndLoss;
import au.pip.xero.ReportLine;
import au.pip.xero.XeroReply;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Where the money goes. By account: the costs of the profit and loss, on accruals. By supplier: the lines of approved
 * bills and of money spent without a bill that go to expense accounts, without GST; payments of bills are none of these,
 * so nothing is counted twice.
 */
final class BiggestCosts {
    private final Books books;
    private final FactBook facts;
    private final Period period;
    private final Home home;
    private final Set<String> expenses = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    private BiggestCosts(Books books, FactBook facts, Period period) {
        this.books = books;
        this.facts = facts;
        this.period = period;
        this.home = new Home(books.organisation().baseCurrency());
        for (Account account : books.xero().accounts().value()) {
            if (account.accountClass() == AccountClass.EXPENSE) {
                expenses.add(account.accountId());
                expenses.add(account.code());
            }
        }
        expenses.remove("");
    }

    static BooksTool over(Books books, FactBook facts) {
        return new BooksTool(
                new Schema()
                        .text("period", "as for profit_and_loss; default this_financial_year")
                        .choice("by", "account", "supplier")
                        .tool("biggest_costs", "Costs by account or supplier, with each one's share."),
                "Adding up costs",
                arguments -> {
                    boolean bySupplier = arguments
                            .choice("by", "account", List.of("account", "supplier"))
                            .equals("supplier");
                    Period period = BooksTools.periods(books)
                            .read(Objects.requireNonNullElse(arguments.text("period"), "this_financial_year"));
                    BiggestCosts costs = new BiggestCosts(books, facts, period);
                    return bySupplier ? costs.bySupplier() : costs.byAccount();
                });
    }

    private Table byAccount() {
        XeroReply<ProfitAndLoss> report = books.xero().profitAndLoss(period, Basis.ACCRUALS);
        Map<String, Gathered> groups = new LinkedHashMap<>();
        for (ReportLine line : report.value().lines()) {
            if (line.accountId() != null && expenses.contains(line.accountId())) {
                group(groups, FactTable.name(line.label())).add(line.amount(), line.accountId());
            }
        }
        Table table = table("account");
        rank(table, new Evidence(books, report), "costs", Basis.ACCRUALS, groups, "expense accounts");
        return table.rule("From the profit and loss, wages and depreciation included.");
    }

    private Table bySupplier() {
        DateRange dates = DateRange.of(period);
        XeroReply<Map<String, Gathered>> bills = books.xero()
                .invoices(
                        InvoiceQuery.all()
                                .ofType(Invoice.Type.ACCPAY)
                                .withStatus(Invoice.Status.AUTHORISED, Invoice.Status.PAID)
                                .dated(dates),
                        LinkedHashMap::new,
                        (groups, each) -> add(
                                groups,
                                each.contact(),
                                each.invoiceId(),
                                cost(each.lines(), each.lineAmounts(), each.currencyRate(), each.number())));
        XeroReply<Map<String, Gathered>> spent = books.xero()
                .bankTransactions(
                        BankTransactionQuery.all()
                                .withStatus(BankTransaction.Status.AUTHORISED)
                                .dated(dates),
                        LinkedHashMap::new,
                        (groups, each) -> {
                            if (each.type() == BankTransaction.Type.SPEND) {
                                add(
                                        groups,
                                        each.contact(),
                                        each.bankTransactionId(),
                                        cost(each.lines(), each.lineAmounts(), each.currencyRate(), ""));
                            }
                        });
        Map<String, Gathered> all = new LinkedHashMap<>();
        bills.value().forEach((name, theirs) -> group(all, name).addAll(theirs));
        spent.value().forEach((name, theirs) -> group(all, name).addAll(theirs));
        Table table = table("supplier");
        rank(table, new Evidence(books, bills, spent), "costs without GST", null, all, "suppliers");
        return table.rule(
                "Bills and money spent without one, as far as they are expenses; supplier credit notes are not taken off.");
    }

    private void add(Map<String, Gathered> groups, ContactRef contact, String id, Money cost) {
        if (!cost.isZero()) {
            group(groups, ContactFilter.name(contact)).add(cost, id);
        }
    }

    /** The lines that are expenses, without GST. */
    private Money cost(List<LineItem> lines, LineAmounts kind, @Nullable BigDecimal rate, String number) {
        Money total = Money.zero(home.currency());
        for (LineItem line : lines) {
            boolean expense = line.accountId() != null && expenses.contains(line.accountId())
                    || line.accountCode() != null && expenses.contains(line.accountCode());
            if (expense && line.amount() != null) {
                Money tax = Objects.requireNonNullElse(
                        line.tax(), Money.zero(line.amount().currency()));
                Money net = kind == LineAmounts.INCLUSIVE ? line.amount().minus(tax) : line.amount();
                total = total.plus(home.of(net, rate, number.isEmpty() ? "a bank transaction" : "document " + number));
            }
        }
        return total;
    }

    private Gathered group(Map<String, Gathered> groups, String name) {
        return groups.computeIfAbsent(name, _ -> new Gathered(Money.zero(home.currency())));
    }

    private Table table(String by) {
        return new Table(
                "Costs by %s, %s".formatted(by, period.label()),
                books.organisation().name());
    }

    private void rank(
            Table table,
            Evidence evidence,
            String measure,
            @Nullable Basis basis,
            Map<String, Gathered> groups,
            String plural) {
        if (!groups.isEmpty()) {
            new Ranking(facts, table, evidence, measure, period, basis, Money.zero(home.currency()))
                    .add(groups, plural);
        }
    }
}
