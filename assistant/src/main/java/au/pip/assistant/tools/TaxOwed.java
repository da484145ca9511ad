package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.xero.Account;
import au.pip.xero.AccountClass;
import au.pip.xero.BalanceSheet;
import au.pip.xero.ReportLine;
import au.pip.xero.SalesTaxBasis;
import au.pip.xero.XeroReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * GST, PAYG and super that the books say are owing today, by their liability accounts on the balance sheet: statements
 * that were not paid yet and what has come up since. The sheet is on the organisation's own GST basis.
 */
final class TaxOwed {
    private static final Set<String> PAYG_TYPES = Set.of("PAYGLIABILITY", "PAYG");

    /** How each is told from the other liabilities: by Xero's type of account, else by its name. */
    enum Kind {
        GST("GST"),
        PAYG("PAYG"),
        SUPER("super");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        private boolean holds(Account account) {
            String name = account.name().toLowerCase(Locale.ROOT);
            boolean liability = account.accountClass() == AccountClass.LIABILITY;
            return switch (this) {
                case GST -> "GST".equals(account.systemAccount());
                case PAYG ->
                    PAYG_TYPES.contains(account.type())
                            || liability && name.matches(".*\\b(?:payg|withh(?:e|o)ld(?:ing|ings)?)\\b.*");
                case SUPER ->
                    account.type().equals("SUPERANNUATIONLIABILITY")
                            || liability && name.matches(".*\\bsuper(?:annuation)?\\b.*");
            };
        }
    }

    private final Books books;
    private final FactBook facts;
    private final List<Account> accounts;
    /** Codes and ids of all of them. */
    private final Set<String> taken = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    TaxOwed(Books books, FactBook facts) {
        this.books = books;
        this.facts = facts;
        this.accounts = books.xero().accounts().value();
        for (Account account : accounts) {
            if (List.of(Kind.values()).stream().anyMatch(kind -> kind.holds(account))) {
                taken.add(account.accountId());
                taken.add(account.code());
            }
        }
        taken.remove("");
    }

    /** Whether a line of a document goes to one of these accounts. */
    boolean takes(String codeOrId) {
        return taken.contains(codeOrId);
    }

    /** What is owing of each; a refund due is a fact of its own, and no money that one has. */
    List<Fact> owing(Table table) {
        Basis basis = books.organisation().salesTaxBasis() == SalesTaxBasis.CASH ? Basis.CASH : Basis.ACCRUALS;
        XeroReply<BalanceSheet> sheet = books.xero().balanceSheet(books.today(), basis);
        List<Fact> owing = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Set<String> ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
            accounts.stream().filter(kind::holds).forEach(account -> ids.add(account.accountId()));
            Money balance = Money.zero(books.organisation().baseCurrency());
            List<String> found = new ArrayList<>();
            for (ReportLine line : sheet.value().lines()) {
                if (line.accountId() != null && ids.contains(line.accountId())) {
                    balance = balance.plus(line.amount());
                    found.add(line.accountId());
                }
            }
            if (balance.isZero()) {
                continue;
            }
            Fact fact = table.add(facts.add(
                    kind.word + (balance.isNegative() ? " refund due by the books" : " owing by the books"),
                    "the business",
                    Period.day(books.today()),
                    basis,
                    new Value.Amount(balance.abs()),
                    new Evidence(books, sheet).of(found)));
            if (!balance.isNegative()) {
                owing.add(fact);
            }
        }
        return owing;
    }
}
