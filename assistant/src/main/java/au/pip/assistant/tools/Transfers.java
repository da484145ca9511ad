package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.assistant.books.FactTable;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.xero.AccountRef;
import au.pip.xero.BankTransfer;
import au.pip.xero.XeroReply;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Money moved between own bank accounts, summed by where from and where to, then single transfers. */
final class Transfers {
    private static final int MOST = 15;
    private static final Comparator<BankTransfer> LATEST_FIRST =
            Comparator.comparing(BankTransfer::date, Comparator.nullsLast(Comparator.reverseOrder()));

    private Transfers() {}

    static Table table(Books books, FactBook facts, Span span, XeroReply<List<BankTransfer>> reply) {
        Evidence evidence = new Evidence(books, reply);
        Table table = new Table(
                "Transfers between own bank accounts, " + span.words(),
                books.organisation().name());
        Map<String, List<BankTransfer>> ways = new LinkedHashMap<>();
        List<BankTransfer> found = reply.value().stream().sorted(LATEST_FIRST).toList();
        found.stream()
                .filter(each -> each.amount() != null)
                .forEach(each ->
                        ways.computeIfAbsent(way(each), _ -> new ArrayList<>()).add(each));
        ways.forEach((way, transfers) -> table.add(facts.add(
                "transferred",
                way,
                span.covered(),
                null,
                new Value.Amount(transfers.stream()
                        .map(each -> Objects.requireNonNull(each.amount()))
                        .reduce(Money::plus)
                        .orElseThrow()),
                evidence.of(transfers.stream().map(BankTransfer::bankTransferId).toList()))));
        found.stream()
                .limit(MOST)
                .filter(each -> each.amount() != null)
                .forEach(each -> table.add(facts.add(
                        "transfer",
                        way(each),
                        Period.day(Objects.requireNonNullElse(each.date(), books.today())),
                        null,
                        new Value.Amount(Objects.requireNonNull(each.amount())),
                        evidence.of(List.of(each.bankTransferId())))));
        return found.stream().anyMatch(each -> each.amount() == null)
                ? table.rule("Transfers in a foreign currency are left out: Xero does not name it.")
                : table;
    }

    /** Transfers of one currency only stand under a way: an account has one. */
    private static String way(BankTransfer transfer) {
        return FactTable.name(name(transfer.from()) + " to " + name(transfer.to()));
    }

    private static String name(AccountRef account) {
        String name = FactTable.name(Objects.requireNonNullElse(account.name(), ""));
        return name.isEmpty() ? "an account" : name;
    }
}
