package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import au.pip.xero.ProfitAndLoss;
import au.pip.xero.ReportLine;
import au.pip.xero.XeroReply;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What can be spent today without touching what is spoken for: the bank by the books, less approved bills, less GST,
 * PAYG and super owing by their accounts, less a buffer. The buffer is a month's usual costs (a third of the last three
 * whole months' costs by the profit and loss, on accruals) unless the person names another. Money that customers still
 * owe is not counted. With an amount that the person means to spend: what is left before and after it.
 */
final class SafeToSpend {
    private static final int MONTHS = 3;
    private static final String BUSINESS = "the business";

    private final Books books;
    private final FactBook facts;
    private final PersonsAmounts said;
    private final Period today;
    private final Table table;

    private SafeToSpend(Books books, FactBook facts, PersonsAmounts said) {
        this.books = books;
        this.facts = facts;
        this.said = said;
        this.today = Period.day(books.today());
        this.table = new Table(
                "What is safe to spend as of " + today.label(),
                books.organisation().name());
    }

    static BooksTool over(Books books, FactBook facts, PersonsAmounts said) {
        return new BooksTool(
                new Schema()
                        .text("amount", "what the person wants to spend: can they afford it?")
                        .text("buffer", "an amount the person named, or none; default a month's costs")
                        .tool("safe_to_spend", "Cash less bills, GST, PAYG, super and a buffer; can I afford X."),
                "Working out what is safe to spend",
                arguments -> new SafeToSpend(books, facts, said).look(arguments));
    }

    private Table look(Arguments arguments) {
        Money amount = amount("amount", arguments.text("amount"));
        String asked = arguments.text("buffer");
        boolean none = asked != null && PersonsAmounts.isNone(asked);
        Money own = none ? Money.zero(currency()) : amount("buffer", asked);
        CashNow now = new CashNow(books, facts, table);
        Fact bank = now.bank();
        List<Fact> owed = new ArrayList<>(List.of(now.bills("owed by you", today, _ -> true)));
        owed.addAll(new TaxOwed(books, facts).owing(table));
        Fact spoken = derive(
                "spoken for",
                Figures.sum(owed),
                new Formula.Sum(owed.stream().map(Fact::id).toList()));
        Fact left = derive(
                "left after what is spoken for",
                Figures.difference(bank, spoken),
                new Formula.Difference(bank.id(), spoken.id()));
        Fact safe = own == null ? lessUsualCosts(left) : less("safe to spend", left, own, "your buffer");
        table.rule("Spoken for: approved bills, and GST, PAYG and super by their accounts whenever they fall due.");
        table.note(
                own == null
                        ? "Buffer: a month's usual costs, unless another amount is named."
                        : "Buffer: as you named it.");
        table.rule(
                "What customers still owe is not counted, and income tax that is not in the books yet is not taken off.");
        return amount == null ? table : afford(amount, bank, left, safe);
    }

    private @Nullable Money amount(String argument, @Nullable String text) {
        return text == null ? null : said.read(argument, text, currency());
    }

    private Table afford(Money amount, Fact bank, Fact left, Fact safe) {
        Fact after = less("safe to spend after it", safe, amount, "your amount");
        Fact without = less("left after it without the buffer", left, amount, "your amount");
        Fact inBank = less("balance by the books after it", bank, amount, "your amount");
        return table.note("Verdict: "
                + (!isNegative(after)
                        ? "yes."
                        : !isNegative(without)
                                ? "not without touching the buffer."
                                : !isNegative(inBank)
                                        ? "not without money that is spoken for."
                                        : "no, it is more than the bank holds."));
    }

    private Fact lessUsualCosts(Fact left) {
        YearMonth last = YearMonth.from(books.today()).minusMonths(1);
        Period months = new Period(last.minusMonths(MONTHS - 1).atDay(1), last.atEndOfMonth());
        XeroReply<ProfitAndLoss> reply = books.xero().profitAndLoss(months, Basis.ACCRUALS);
        Source source = new Evidence(books, reply)
                .of(reply.value().lines().stream()
                        .map(ReportLine::accountId)
                        .filter(Objects::nonNull)
                        .toList());
        Money costs = reply.value().costOfSales().plus(reply.value().expenses());
        Fact usual = table.add(facts.add(
                "cost of sales and expenses", BUSINESS, months, Basis.ACCRUALS, new Value.Amount(costs), source));
        if (costs.minor() <= 0) {
            return less("safe to spend", left, Money.zero(currency()), "no costs, no buffer");
        }
        Fact buffer = derive(
                "buffer, a month's usual costs",
                new Value.Amount(Figures.scaled(costs, 1, MONTHS)),
                new Formula.Scaled(usual.id(), 1, MONTHS));
        return derive(
                "safe to spend", Figures.difference(left, buffer), new Formula.Difference(left.id(), buffer.id()));
    }

    private Fact less(String measure, Fact from, Money amount, String whose) {
        Money before = ((Value.Amount) from.value()).money();
        return derive(measure, new Value.Amount(before.minus(amount)), new Formula.Less(from.id(), amount, whose));
    }

    private static boolean isNegative(Fact fact) {
        return Figures.number(fact).signum() < 0;
    }

    private Fact derive(String measure, Value value, Formula formula) {
        return table.add(facts.derive(measure, BUSINESS, today, null, value, formula));
    }

    private Currency currency() {
        return books.organisation().baseCurrency();
    }
}
