package au.pip.sandbox.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BooksExportTest {
    private static final BooksSpec SPEC = new BooksSpec(1, Company.PTY_LTD, LocalDate.of(2026, 11, 23));
    private static final Books BOOKS = Books.generate(SPEC);

    @TempDir
    Path temporary;

    @Test
    void writesTheAgreedFilesAndHeaders() throws Exception {
        Path folder = BooksExport.write(BOOKS, temporary.resolve("books"));
        Map<String, String> headers = new HashMap<>();
        headers.put(
                "journal.csv",
                "date,journal_id,source_type,source_id,account_code,account_name,account_class,amount,tax_type,tax_amount,contact_id,memo");
        headers.put(
                "invoices.csv",
                "invoice_id,number,type,contact_id,contact_name,date,due_date,status,currency,rate,sub_total,tax,total,paid,credited,due");
        headers.put("invoice_lines.csv", "invoice_id,line,account_code,amount,tax_type,tax_amount");
        headers.put("payments.csv", "payment_id,invoice_id,date,amount,bank_account_code");
        headers.put(
                "credit_notes.csv",
                "credit_note_id,number,type,contact_id,contact_name,date,due_date,status,currency,rate,sub_total,tax,total,remaining");
        headers.put("bank_transactions.csv", "id,type,date,bank_account_code,contact_id,status,reconciled,total,tax");
        headers.put("budgets.csv", "account_code,month,amount");
        headers.put("quotes.csv", "quote_id,number,contact_id,contact_name,date,expires_on,status,total");
        headers.put(
                "purchase_orders.csv",
                "purchase_order_id,number,contact_id,contact_name,date,delivery_on,status,total");
        headers.put("items.csv", "item_id,code,name,sold,unit_price");
        headers.put("bank_transfers.csv", "bank_transfer_id,date,from_account_code,to_account_code,amount");
        headers.put(
                "organisation.csv",
                "name,legal_name,tenant_id,base_currency,timezone,sales_tax_basis,sales_tax_period,financial_year_end,today,seed,company");
        for (Map.Entry<String, String> file : headers.entrySet()) {
            List<String> lines = Files.readAllLines(folder.resolve(file.getKey()));
            assertThat(lines.getFirst()).isEqualTo(file.getValue());
            assertThat(lines).hasSizeGreaterThan(1);
        }
        assertThat(folder.resolve("contacts.csv")).exists();
        assertThat(folder.resolve("accounts.csv")).exists();
        assertThat(names(temporary)).containsExactly("books");
    }

    @Test
    void quotesWhatNeedsIt() throws Exception {
        String awkward = BOOKS.contacts().get(1).name();
        Path folder = BooksExport.write(BOOKS, temporary.resolve("books"));
        assertThat(awkward).contains("\"");
        assertThat(Files.readString(folder.resolve("contacts.csv")))
                .contains(",\"" + awkward.replace("\"", "\"\"") + "\",")
                .doesNotContain("\r");
    }

    @Test
    void journalSumsToZeroEntryByEntry() throws Exception {
        Path folder = BooksExport.write(BOOKS, temporary.resolve("books"));
        for (String file : List.of("journal.csv", "cash_journal.csv")) {
            Map<String, BigDecimal> sums = new HashMap<>();
            List<String> lines = Files.readAllLines(folder.resolve(file));
            for (String line : lines.subList(1, lines.size())) {
                String[] cells = line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1);
                sums.merge(cells[1], new BigDecimal(cells[7]), BigDecimal::add);
            }
            assertThat(sums.values()).allMatch(sum -> sum.signum() == 0);
        }
    }

    @Test
    void sameBytesWhateverTheMachinesLanguageAndZone() throws Exception {
        Map<String, String> here = texts(BooksExport.write(BOOKS, temporary.resolve("here")));
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            Map<String, String> there = texts(BooksExport.write(Books.generate(SPEC), temporary.resolve("there")));
            assertThat(there).isEqualTo(here);
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    /** As they were written before there were other kinds of businesses: a seed gives the same books for ever. */
    @ParameterizedTest
    @CsvSource({
        "SOLE_TRADER, 1, 4988495c28f77fcc71240a846a4a32200daa4b82f344c28dbf21e48d69d3cc66",
        "SOLE_TRADER, 2, d29b4eb3fd36f888c2c4abd32c7b51ca04ac18ef948296277d287d79c1b836fb",
        "PTY_LTD, 1, 5f45ce5ec0a2c13c33213e9c5aacc07814de6d0a144ffa7fb3342abfd8b5ed20",
        "PTY_LTD, 7, b761e4dca3a012580ae9349207bbbb36a29ac077597bf41c02adbd35cbdb0b3e"
    })
    void writesTheBooksOfASeedAsEver(Company company, long seed, String digest) throws Exception {
        Path folder = BooksExport.write(
                Books.generate(new BooksSpec(seed, company, SPEC.today())), temporary.resolve("books"));
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        for (String file : ("accounts bank_transaction_lines bank_transactions budgets cash_journal contacts"
                        + " credit_note_allocations credit_note_lines credit_notes invoice_lines invoices journal"
                        + " manual_journals organisation payments")
                .split(" ")) {
            sha.update(Files.readAllBytes(folder.resolve(file + ".csv")));
        }
        assertThat(HexFormat.of().formatHex(sha.digest())).isEqualTo(digest);
    }

    @Test
    void takesAnEmptyFolder() throws Exception {
        Path folder = Files.createDirectory(temporary.resolve("empty"));
        assertThat(BooksExport.write(BOOKS, folder).resolve("journal.csv")).exists();
    }

    @Test
    void leavesFoldersInUseAlone() throws Exception {
        Path full = Files.createDirectory(temporary.resolve("full"));
        Files.writeString(full.resolve("mine.txt"), "mine");
        assertThatThrownBy(() -> BooksExport.write(BOOKS, full))
                .isInstanceOf(BooksExport.UnusableFolder.class)
                .hasMessageContaining("is not empty");
        assertThatThrownBy(() -> BooksExport.write(BOOKS, full.resolve("mine.txt")))
                .hasMessageContaining("is a file");
        assertThatThrownBy(() -> BooksExport.write(BOOKS, temporary.resolve("no/where")))
                .hasMessageContaining("does not exist");
        assertThat(names(temporary)).containsExactly("full");
        assertThat(names(full)).containsExactly("mine.txt");
    }

    private static List<String> names(Path folder) throws Exception {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Map<String, String> texts(Path folder) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        for (String name : names(folder)) {
            texts.put(name, Files.readString(folder.resolve(name)));
        }
        return texts;
    }
}
