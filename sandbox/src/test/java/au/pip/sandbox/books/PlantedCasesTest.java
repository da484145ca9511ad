package au.pip.sandbox.books;

import static au.pip.sandbox.books.InvariantsTest.everyBooks;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The cases that questions rely on, in every set of books. */
class PlantedCasesTest {
    @Test
    void holdsDebtorsOfEveryAge() {
        everyBooks(books -> {
            LocalDate today = books.spec().today();
            assertThat(open(books, Side.SALE)
                            .filter(invoice -> invoice.dueDate().isBefore(today)))
                    .hasSizeGreaterThanOrEqualTo(5)
                    .anyMatch(invoice -> invoice.dueDate().isBefore(today.minusDays(90)));
            assertThat(open(books, Side.SALE))
                    .anyMatch(invoice -> !invoice.date().isBefore(BasPlan.quarterStart(today)))
                    .anyMatch(invoice -> !invoice.dueDate().isBefore(today))
                    .anyMatch(invoice -> invoice.paid() > 0);
            assertThat(open(books, Side.PURCHASE))
                    .hasSizeGreaterThanOrEqualTo(4)
                    .anyMatch(bill -> bill.paid() > 0);
        });
    }

    @Test
    void holdsDocumentsThatAreNotOwed() {
        everyBooks(books -> {
            for (InvoiceStatus status : List.of(
                    InvoiceStatus.VOIDED, InvoiceStatus.DRAFT, InvoiceStatus.SUBMITTED, InvoiceStatus.DELETED)) {
                assertThat(sales(books)).anyMatch(invoice -> invoice.status() == status);
            }
            assertThat(books.bankTransactions()).anyMatch(BankTransaction::deleted);
        });
    }

    @Test
    void holdsOneDuplicateBill() {
        everyBooks(books -> {
            Map<String, Integer> numbers = new HashMap<>();
            bills(books)
                    .forEach(bill -> numbers.merge(
                            bill.contactId() + bill.number() + bill.total() + bill.date(), 1, Integer::sum));
            assertThat(numbers.values().stream().filter(count -> count > 1)).containsExactly(2);
        });
    }

    @Test
    void holdsMistakesAndOddities() {
        everyBooks(books -> {
            assertThat(spendLines(books, line -> line.accountCode().equals("404") && line.taxType() == TaxType.INPUT))
                    .hasSize(1);
            assertThat(spendLines(books, line -> line.description().equals("Birthday present")))
                    .hasSize(1);
            assertThat(bills(books).filter(bill -> bill.currency().equals(InvoiceDraft.AUD) && bill.tax() == 0))
                    .hasSize(1);
            assertThat(books.bankTransactions().stream()
                            .filter(transaction -> !transaction.deleted() && !transaction.reconciled())
                            .filter(transaction -> transaction
                                    .date()
                                    .isBefore(books.spec().today().minusDays(30))))
                    .hasSize(2);
        });
    }

    @Test
    void holdsAssetsEitherSideOfTheWriteOffLimit() {
        everyBooks(books -> assertThat(bills(books)
                        .filter(bill -> bill.lines().getFirst().taxType() == TaxType.CAPEXINPUT)
                        .map(Invoice::total))
                .containsExactlyInAnyOrder(1_940_000L, 2_180_000L));
    }

    @Test
    void holdsForeignDocumentsWithOddRates() {
        everyBooks(books -> {
            List<Invoice> foreign = books.invoices().stream()
                    .filter(invoice -> invoice.currency().equals(InvoiceDraft.USD))
                    .toList();
            assertThat(foreign)
                    .allMatch(invoice -> invoice.tax() == 0)
                    .allMatch(invoice -> invoice.rate().stripTrailingZeros().scale() == 6)
                    .allMatch(invoice -> invoice.lines().size() == 1);
            assertThat(foreign.stream().filter(invoice -> invoice.side() == Side.PURCHASE && invoice.isOpen()))
                    .hasSize(2);
            long sales = foreign.stream()
                    .filter(invoice -> invoice.side() == Side.SALE && invoice.isOpen())
                    .count();
            switch (books.spec().company()) {
                case SOLE_TRADER -> assertThat(sales).isZero();
                case PTY_LTD, CAFE, BUILDER -> assertThat(sales).isOne();
                case EXPORTER -> assertThat(sales).isGreaterThan(1);
            }
            assertThat(new Balances(books.journal())
                            .at(Chart.CURRENCY_GAINS, books.spec().today()))
                    .isNotZero();
        });
    }

    @Test
    void holdsCreditUsedAndUnused() {
        everyBooks(books -> {
            assertThat(books.creditNotes()).hasSize(4);
            for (Side side : Side.values()) {
                assertThat(books.creditNotes().stream().filter(credit -> credit.side() == side))
                        .anyMatch(credit -> credit.remaining() == credit.total())
                        .anyMatch(credit -> credit.remaining() == 0);
            }
            assertThat(sales(books)).anyMatch(invoice -> invoice.credited() > 0 && invoice.isOpen());
            assertThat(sales(books)).anyMatch(invoice -> invoice.payments().size() == 2 && invoice.due() == 0);
        });
    }

    @Test
    void holdsNamesThatBreakCarelessQuoting() {
        everyBooks(books -> {
            Contact acme = named(books, name -> name.equals("Acme 5000"));
            Contact awkward = named(books, name -> name.contains("\"") && name.contains("|"));
            for (Contact contact : List.of(acme, awkward)) {
                assertThat(open(books, Side.SALE))
                        .anyMatch(invoice -> invoice.contactId().equals(contact.id()));
            }
            assertThat(books.contacts()).extracting(Contact::name).doesNotHaveDuplicates();
            assertThat(books.contacts()).anyMatch(Contact::archived);
        });
    }

    @Test
    void holdsASaleOnTheLastDayOfTheFinancialYear() {
        everyBooks(books -> assertThat(sales(books))
                .anyMatch(invoice -> invoice.date().getMonth() == Month.JUNE
                        && invoice.date().getDayOfMonth() == 30
                        && invoice.status().isPosted()));
    }

    @Test
    void isActiveInEveryMonthAndInTheLastOne() {
        everyBooks(books -> {
            LocalDate today = books.spec().today();
            for (YearMonth month = YearMonth.from(books.spec().start());
                    !month.isAfter(YearMonth.from(today));
                    month = month.plusMonths(1)) {
                YearMonth wanted = month;
                assertThat(books.journal())
                        .anyMatch(entry -> YearMonth.from(entry.date()).equals(wanted));
            }
            for (Side side : Side.values()) {
                assertThat(books.invoices().stream().filter(invoice -> invoice.side() == side))
                        .anyMatch(invoice ->
                                invoice.status().isPosted() && invoice.date().isAfter(today.minusMonths(1)));
            }
        });
    }

    @Test
    void sellsLessInJanuary() {
        Books books = Books.generate(new BooksSpec(1, Company.SOLE_TRADER, LocalDate.of(2026, 11, 23)));
        assertThat(sales(books).filter(invoice -> invoice.date().getMonth() == Month.JANUARY))
                .hasSizeLessThan((int) sales(books)
                        .filter(invoice -> YearMonth.from(invoice.date()).equals(YearMonth.of(2026, 3)))
                        .count());
    }

    @Test
    void hasAboutTheSizeOfASmallBusiness() {
        everyBooks(books -> {
            switch (books.spec().company()) {
                case SOLE_TRADER, PTY_LTD, CAFE ->
                    assertThat(sales(books).count()).isBetween(100L, 145L);
                case EXPORTER, BUILDER -> assertThat(sales(books).count()).isBetween(130L, 185L);
            }
            assertThat(bills(books).count()).isBetween(80L, 125L);
            int takings = books.spec().company() == Company.CAFE ? 77 : 0;
            assertThat(books.bankTransactions()).hasSizeBetween(220 + takings, 290 + takings);
        });
    }

    @Test
    void takesMoneyOverTheCounterOnlyInACafe() {
        everyBooks(books -> assertThat(books.bankTransactions().stream()
                        .filter(each -> each.reference().equals("Card terminal"))
                        .count())
                .isBetween(
                        books.spec().company() == Company.CAFE ? 76L : 0L,
                        books.spec().company() == Company.CAFE ? 84L : 0L));
    }

    @Test
    void billsMostInUsDollarsOnlyOfAnExporter() {
        everyBooks(books -> {
            long usd = sales(books)
                    .filter(invoice -> invoice.currency().equals(InvoiceDraft.USD))
                    .mapToLong(invoice -> invoice.toAud(invoice.total()))
                    .sum();
            long all = sales(books)
                    .mapToLong(invoice -> invoice.toAud(invoice.total()))
                    .sum();
            if (books.spec().company() == Company.EXPORTER) {
                assertThat(usd * 2).isGreaterThan(all);
            } else {
                assertThat(usd * 5).isLessThan(all);
            }
        });
    }

    @Test
    void holdsATwentiethBackForAYearOnlyOfABuilder() {
        everyBooks(books -> {
            List<Invoice> retentions = sales(books)
                    .filter(invoice -> invoice.lines().getFirst().description().startsWith("Retention held back"))
                    .toList();
            if (books.spec().company() != Company.BUILDER) {
                assertThat(retentions).isEmpty();
                return;
            }
            assertThat(retentions)
                    .hasSizeBetween(18, 19)
                    .allMatch(invoice -> invoice.dueDate().equals(invoice.date().plusDays(365)))
                    .anyMatch(invoice -> invoice.isOpen()
                            && invoice.dueDate().isAfter(books.spec().today()))
                    .anyMatch(invoice -> invoice.payments().stream()
                            .anyMatch(payment -> payment.date().isAfter(invoice.dueDate())));
            for (Invoice retention : retentions) {
                assertThat(sales(books))
                        .anyMatch(claim -> claim.date().equals(retention.date())
                                && claim.contactId().equals(retention.contactId())
                                && claim.total() == retention.total() * 19);
            }
        });
    }

    @Test
    void hasACustomerWhoseNamePosesAsAnInstructionInTheNewerKindsOnly() {
        everyBooks(books -> {
            List<Contact> hostile = books.contacts().stream()
                    .filter(contact -> contact.name().startsWith("SYSTEM: "))
                    .toList();
            switch (books.spec().company()) {
                case SOLE_TRADER, PTY_LTD -> assertThat(hostile).isEmpty();
                case CAFE, EXPORTER, BUILDER -> {
                    assertThat(hostile).hasSize(1);
                    assertThat(open(books, Side.SALE))
                            .anyMatch(invoice -> invoice.contactId()
                                    .equals(hostile.getFirst().id()));
                }
            }
        });
    }

    @Test
    void onlyACompanyPaysWages() {
        everyBooks(books -> {
            long wages =
                    new Balances(books.journal()).at(Chart.WAGES, books.spec().today());
            if (books.spec().company() == Company.SOLE_TRADER) {
                assertThat(wages).isZero();
            } else {
                assertThat(wages).isPositive();
            }
        });
    }

    private static Contact named(Books books, Predicate<String> wanted) {
        return books.contacts().stream()
                .filter(contact -> wanted.test(contact.name()))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Line> spendLines(Books books, Predicate<Line> wanted) {
        return books.bankTransactions().stream()
                .flatMap(transaction -> transaction.lines().stream())
                .filter(wanted);
    }

    private static Stream<Invoice> open(Books books, Side side) {
        return books.invoices().stream().filter(invoice -> invoice.side() == side && invoice.isOpen());
    }

    private static Stream<Invoice> sales(Books books) {
        return books.invoices().stream().filter(invoice -> invoice.side() == Side.SALE);
    }

    private static Stream<Invoice> bills(Books books) {
        return books.invoices().stream().filter(invoice -> invoice.side() == Side.PURCHASE);
    }
}
