package au.pip.sandbox.books;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What is kept beside the ledger, in books of any seed. */
class PaperworkTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Test
    void holdsTheCasesThatQuestionsAreAbout() {
        InvariantsTest.everyBooks(books -> {
            LocalDate today = books.spec().today();
            List<Quote> sent = books.paperwork().quotes().stream()
                    .filter(each -> each.status() == Quote.Status.SENT)
                    .toList();
            assertThat(sent)
                    .filteredOn(each -> each.expiresOn().isBefore(today))
                    .hasSize(2);
            assertThat(sent)
                    .filteredOn(each -> !each.expiresOn().isBefore(today))
                    .hasSize(2);
            assertThat(books.paperwork().purchaseOrders())
                    .filteredOn(each -> each.status() == PurchaseOrder.Status.AUTHORISED)
                    .extracting(each -> each.deliveryOn().isBefore(today))
                    .containsExactly(true, false);
            assertThat(books.paperwork().quotes()).extracting(Quote::status).contains(Quote.Status.values());
            assertThat(books.paperwork().advancePayments()).isEmpty();
        });
    }

    @Test
    void namesRecordsThatAreThere() {
        InvariantsTest.everyBooks(books -> {
            Set<Object> records = new HashSet<>();
            books.invoices().forEach(each -> records.add(each.id()));
            books.paperwork().quotes().forEach(each -> records.add(each.id()));
            Set<Object> contacts = new HashSet<>();
            books.contacts().forEach(each -> contacts.add(each.id()));
            assertThat(records)
                    .containsAll(books.paperwork().attachments().stream()
                            .map(Attachment::recordId)
                            .toList());
            assertThat(records)
                    .containsAll(books.paperwork().notes().stream()
                            .map(Note::recordId)
                            .toList());
            assertThat(contacts)
                    .containsAll(books.paperwork().contactGroups().stream()
                            .flatMap(group -> group.contactIds().stream())
                            .toList());
            assertThat(contacts)
                    .containsAll(Stream.concat(
                                    books.paperwork().quotes().stream().map(Quote::contactId),
                                    books.paperwork().purchaseOrders().stream().map(PurchaseOrder::contactId))
                            .toList());
        });
    }

    @Test
    void pairsTheTwoSidesOfATransfer() {
        InvariantsTest.everyBooks(books -> assertThat(books.paperwork().bankTransfers())
                .hasSizeGreaterThan(3)
                .allSatisfy(each -> {
                    assertThat(each.from().type()).isEqualTo(BankTransactionType.SPEND_TRANSFER);
                    assertThat(each.to().type()).isEqualTo(BankTransactionType.RECEIVE_TRANSFER);
                    assertThat(each.from().total()).isEqualTo(each.to().total());
                    assertThat(each.from().date()).isEqualTo(each.to().date());
                }));
    }

    @Test
    void advancePaymentsMoveWhatTheyShouldAndNoProfit() {
        for (Company company : Company.values()) {
            Books plain = Books.generate(new BooksSpec(5, company, TODAY));
            Books advanced = Books.generate(new BooksSpec(5, company, TODAY, true));
            Balances before = new Balances(plain.journal());
            Balances after = new Balances(advanced.journal());

            assertThat(advanced.journal())
                    .allMatch(entry -> entry.lines().stream()
                                    .mapToLong(JournalLine::amount)
                                    .sum()
                            == 0);
            assertThat(after.at(Chart.PREPAYMENTS, TODAY)).isEqualTo(AdvancePlan.DEPOSIT);
            assertThat(after.at(Chart.RECEIVABLE, TODAY))
                    .isEqualTo(before.at(Chart.RECEIVABLE, TODAY) - AdvancePlan.OVERPAID);
            for (Account account : plain.accounts()) {
                if (account.accountClass().isProfitAndLoss() || account.code().equals(Chart.GST)) {
                    assertThat(after.at(account.code(), TODAY))
                            .as(account.name())
                            .isEqualTo(before.at(account.code(), TODAY));
                }
            }
            assertThat(advanced.invoices()).isEqualTo(plain.invoices());
            assertThat(advanced.contacts()).isEqualTo(plain.contacts());
            assertThat(after.lowest(Chart.BANK)).isNotNegative();
        }
    }

    @Test
    void makesFilesThatProgramsCanOpen() throws Exception {
        Books books = Books.generate(new BooksSpec(1, Company.PTY_LTD, TODAY));
        Attachment pdf = books.paperwork().attachments().getFirst();
        String text = new String(pdf.content(), StandardCharsets.US_ASCII);

        assertThat(text).startsWith("%PDF-1.4\n").endsWith("%%EOF\n").contains("TAX INVOICE");
        int table = Integer.parseInt(text.replaceAll("(?s).*startxref\n(\\d+)\n%%EOF\n", "$1"));
        assertThat(text.substring(table)).startsWith("xref\n0 6\n");
        String[] rows = text.substring(table).split("\n", -1);
        for (int number = 1; number <= 5; number++) {
            int start = Integer.parseInt(rows[2 + number].substring(0, 10));
            assertThat(text.substring(start)).startsWith(number + " 0 obj\n");
        }
        Attachment picture = books.paperwork().attachments().get(1);
        assertThat(ImageIO.read(new ByteArrayInputStream(picture.content())).getWidth())
                .isEqualTo(1);
    }
}
