package au.pip.sandbox.books;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A business's books over eighteen months up to {@code today}: documents, and the journals that they post.
 *
 * @param journal the ledger on an accruals basis, by date
 * @param cashJournal the same on a cash basis: documents count as they are settled
 */
public record Books(
        BooksSpec spec,
        Organisation organisation,
        List<Account> accounts,
        List<Contact> contacts,
        List<Invoice> invoices,
        List<CreditNote> creditNotes,
        List<BankTransaction> bankTransactions,
        List<ManualJournal> manualJournals,
        List<JournalEntry> journal,
        List<JournalEntry> cashJournal,
        List<Budget> budgets,
        Paperwork paperwork) {

    public Books {
        accounts = List.copyOf(accounts);
        contacts = List.copyOf(contacts);
        invoices = List.copyOf(invoices);
        creditNotes = List.copyOf(creditNotes);
        bankTransactions = List.copyOf(bankTransactions);
        manualJournals = List.copyOf(manualJournals);
        journal = List.copyOf(journal);
        cashJournal = List.copyOf(cashJournal);
        budgets = List.copyOf(budgets);
    }

    /** The books of a specification; the same each time and on every machine. */
    public static Books generate(BooksSpec spec) {
        return new Generator(spec).books();
    }

    /** All payments, by date. */
    public List<Payment> payments() {
        return invoices.stream()
                .flatMap(invoice -> invoice.payments().stream())
                .sorted(Comparator.comparing(Payment::date))
                .toList();
    }

    /**
     * The account with a code of the chart.
     *
     * @throws IllegalArgumentException when the chart has none
     */
    public Account account(String code) {
        return accounts.stream()
                .filter(account -> account.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no account has the code " + code));
    }

    /**
     * The contact with an id.
     *
     * @throws IllegalArgumentException when there is none
     */
    public Contact contact(UUID id) {
        return contacts.stream()
                .filter(contact -> contact.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no contact has the id " + id));
    }

    public Optional<Invoice> invoice(UUID id) {
        return invoices.stream().filter(invoice -> invoice.id().equals(id)).findFirst();
    }
}
