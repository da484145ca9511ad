package au.pip.sandbox.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What must hold in every set of books, whatever its seed, company and day. */
class InvariantsTest {
    private static final int SEEDS = 40;
    private static final List<LocalDate> TODAYS = List.of(
            LocalDate.of(2026, 11, 23),
            LocalDate.of(2026, 7, 1),
            LocalDate.of(2028, 2, 29),
            LocalDate.of(2025, 12, 31),
            LocalDate.of(2026, 6, 30),
            LocalDate.of(2027, 1, 1));

    private static final List<Books> ALL = new ArrayList<>();

    static synchronized void everyBooks(Consumer<Books> check) {
        if (ALL.isEmpty()) {
            for (Company company : Company.values()) {
                for (int seed = 1; seed <= SEEDS; seed++) {
                    ALL.add(Books.generate(new BooksSpec(seed, company, TODAYS.get(seed % TODAYS.size()))));
                }
            }
        }
        for (Books books : ALL) {
            try {
                check.accept(books);
            } catch (AssertionError broken) {
                throw new AssertionError("books of " + books.spec() + ": " + broken.getMessage(), broken);
            }
        }
    }

    @Test
    void trialBalanceSumsToZeroOnBothBases() {
        everyBooks(books -> {
            assertThat(total(books, new Balances(books.journal()))).isZero();
            assertThat(total(books, new Balances(books.cashJournal()))).isZero();
        });
    }

    @Test
    void controlAccountsEqualTheOpenDocuments() {
        everyBooks(books -> {
            Balances balances = new Balances(books.journal());
            for (Side side : Side.values()) {
                long open = books.invoices().stream()
                                .filter(invoice -> invoice.side() == side
                                        && invoice.status().isPosted())
                                .mapToLong(invoice -> invoice.toAud(invoice.due()))
                                .sum()
                        - books.creditNotes().stream()
                                .filter(credit ->
                                        credit.side() == side && credit.status().isPosted())
                                .mapToLong(CreditNote::remaining)
                                .sum();
                assertThat(side.sign()
                                * balances.at(
                                        side.controlAccount(), books.spec().today()))
                        .as(side.controlAccount())
                        .isEqualTo(open);
            }
        });
    }

    @Test
    void gstAccountEqualsLineTaxesLessWhatWasPaid() {
        everyBooks(books -> {
            long collected = books.invoices().stream()
                            .filter(invoice -> invoice.status().isPosted())
                            .mapToLong(invoice -> invoice.side().sign() * invoice.tax())
                            .sum()
                    - books.creditNotes().stream()
                            .mapToLong(credit -> credit.side().sign() * credit.tax())
                            .sum()
                    + counted(books)
                            .mapToLong(transaction -> transaction.type().sign() * transaction.tax())
                            .sum();
            long paid = counted(books)
                    .flatMap(transaction -> transaction.lines().stream()
                            .filter(line -> line.accountCode().equals(Chart.GST))
                            .map(line -> transaction.type().sign() * line.gross()))
                    .mapToLong(Long::longValue)
                    .sum();
            assertThat(-new Balances(books.journal()).at(Chart.GST, books.spec().today()))
                    .isEqualTo(collected + paid);
            assertThat(paid).isNotZero();
        });
    }

    @Test
    void bankAccountsEqualTheirMovements() {
        everyBooks(books -> {
            Map<String, Long> moved = new HashMap<>();
            for (JournalLine line : books.journal().getFirst().lines()) {
                moved.merge(line.accountCode(), line.amount(), Long::sum);
            }
            for (Invoice invoice : books.invoices()) {
                invoice.payments()
                        .forEach(payment -> moved.merge(
                                payment.bankAccountCode(), invoice.side().sign() * payment.bankAmount(), Long::sum));
            }
            counted(books)
                    .forEach(transaction -> moved.merge(
                            transaction.bankAccountCode(), transaction.type().sign() * transaction.total(), Long::sum));
            for (Balances balances : List.of(new Balances(books.journal()), new Balances(books.cashJournal()))) {
                for (String bank : List.of(Chart.BANK, Chart.SAVINGS)) {
                    assertThat(balances.at(bank, books.spec().today())).isEqualTo(moved.get(bank));
                }
            }
            assertThat(new Balances(books.journal()).lowest(Chart.BANK)).isNotNegative();
        });
    }

    @Test
    void documentsAddUp() {
        everyBooks(books -> {
            Map<UUID, Long> allocated = new HashMap<>();
            books.creditNotes().forEach(credit -> {
                assertThat(credit.remaining()).isNotNegative();
                credit.allocations()
                        .forEach(allocation -> allocated.merge(allocation.invoiceId(), allocation.amount(), Long::sum));
            });
            for (Invoice invoice : books.invoices()) {
                assertThat(invoice.due()).isEqualTo(invoice.total() - invoice.paid() - invoice.credited());
                assertThat(invoice.due()).isNotNegative();
                assertThat(invoice.status() == InvoiceStatus.PAID).isEqualTo(invoice.due() == 0);
                assertThat(invoice.credited()).isEqualTo(allocated.getOrDefault(invoice.id(), 0L));
                for (Line line : invoice.lines()) {
                    long expected = invoice.lineAmountTypes() == LineAmountTypes.INCLUSIVE
                            ? Math.round(line.gross()
                                    * line.taxType().percent()
                                    / (100.0 + line.taxType().percent()))
                            : Math.round(line.net() * line.taxType().percent() / 100.0);
                    assertThat(line.tax()).as(line.toString()).isEqualTo(expected);
                }
            }
        });
    }

    @Test
    void profitEqualsTheChangeOfEquity() {
        everyBooks(books -> {
            for (List<JournalEntry> journal : List.of(books.journal(), books.cashJournal())) {
                Balances balances = new Balances(journal);
                LocalDate today = books.spec().today();
                long profit = -sum(books, balances, today, true);
                long netAssets = -sum(books, balances, today, false);
                long owners = books.accounts().stream()
                        .filter(account -> account.accountClass() == AccountClass.EQUITY)
                        .mapToLong(account -> -balances.at(account.code(), today))
                        .sum();
                assertThat(profit + owners + netAssets).isZero();
            }
        });
    }

    @Test
    void booksCanBeMadeForEveryDayThatIsAllowed() {
        for (LocalDate today : List.of(BooksSpec.EARLIEST, BooksSpec.LATEST)) {
            Books books = Books.generate(new BooksSpec(Long.MIN_VALUE, Company.PTY_LTD, today));
            assertThat(total(books, new Balances(books.journal()))).isZero();
        }
    }

    @Test
    void cashBasisLeavesNothingInTheControlAccounts() {
        everyBooks(books -> {
            Balances cash = new Balances(books.cashJournal());
            assertThat(cash.at(Chart.RECEIVABLE, books.spec().today())).isZero();
            assertThat(cash.at(Chart.PAYABLE, books.spec().today())).isZero();
        });
    }

    @Test
    void everyPartOfAPaymentHasExactTax() {
        everyBooks(books -> {
            for (Invoice invoice : books.invoices()) {
                Stream.concat(
                                invoice.payments().stream().map(Payment::amount),
                                invoice.allocations().stream().map(Allocation::amount))
                        .forEach(part -> {
                            assertThat(invoice.tax() * part % invoice.total()).isZero();
                            for (Line line : invoice.lines()) {
                                assertThat(line.tax() * part % invoice.total()).isZero();
                                assertThat(line.net() * part % invoice.total()).isZero();
                            }
                        });
            }
        });
    }

    @Test
    void nothingIsDatedLaterThanTodayOrBeforeTheStart() {
        everyBooks(books -> {
            LocalDate start = books.spec().start();
            LocalDate today = books.spec().today();
            Stream.of(
                            books.invoices().stream().map(Invoice::date),
                            books.payments().stream().map(Payment::date),
                            books.creditNotes().stream().map(CreditNote::date),
                            books.bankTransactions().stream().map(BankTransaction::date),
                            books.manualJournals().stream().map(ManualJournal::date),
                            books.journal().stream().map(JournalEntry::date),
                            books.cashJournal().stream().map(JournalEntry::date))
                    .flatMap(dates -> dates)
                    .forEach(date -> assertThat(date).isBetween(start, today));
        });
    }

    @Test
    void sameSpecificationGivesTheSameBooks() {
        BooksSpec spec = new BooksSpec(7, Company.PTY_LTD, LocalDate.of(2026, 11, 23));
        assertThat(Books.generate(spec)).isEqualTo(Books.generate(spec));
        assertThat(Books.generate(spec).organisation())
                .isNotEqualTo(Books.generate(new BooksSpec(8, Company.PTY_LTD, spec.today()))
                        .organisation());
    }

    @Test
    void organisationKeepsItsTenantFromDayToDay() {
        Organisation today = Books.generate(new BooksSpec(3, Company.SOLE_TRADER, LocalDate.of(2026, 11, 23)))
                .organisation();
        Organisation tomorrow = Books.generate(new BooksSpec(3, Company.SOLE_TRADER, LocalDate.of(2026, 11, 24)))
                .organisation();
        assertThat(tomorrow).isEqualTo(today);
    }

    private static Stream<BankTransaction> counted(Books books) {
        return books.bankTransactions().stream().filter(transaction -> !transaction.deleted());
    }

    private static long total(Books books, Balances balances) {
        return books.accounts().stream()
                .mapToLong(account -> balances.at(account.code(), books.spec().today()))
                .sum();
    }

    private static long sum(Books books, Balances balances, LocalDate date, boolean profitAndLoss) {
        return books.accounts().stream()
                .filter(account -> profitAndLoss
                        ? account.accountClass().isProfitAndLoss()
                        : account.accountClass() == AccountClass.ASSET
                                || account.accountClass() == AccountClass.LIABILITY)
                .mapToLong(account -> balances.at(account.code(), date))
                .sum();
    }
}
