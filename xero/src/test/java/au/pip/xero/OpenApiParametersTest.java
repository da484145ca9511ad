package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import au.pip.ledger.Basis;
import au.pip.ledger.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every path, query parameter and header that we send is one that Xero's OpenAPI file names, and what it requires is
 * there. The file is not part of Pip: set
 * {@code XERO_OPENAPI} to where {@code xero_accounting.yaml} of XeroAPI/Xero-OpenAPI lies.
 */
class OpenApiParametersTest {
    private static final String ID = "aaaaaaaa-0000-0000-0000-000000000001";
    /** Of HTTP itself and of the OAuth scheme; not for an API to document. */
    private static final Set<String> HTTP_HEADERS = Set.of(
            "accept",
            "authorization",
            "connection",
            "content-length",
            "host",
            "http2-settings",
            "upgrade",
            "user-agent");

    private static final Pattern NAME = Pattern.compile("\\s+name: (\\S+)");
    private static final Pattern REFERENCE = Pattern.compile(".*\\$ref: \"#/components/parameters/(\\w+)\".*");

    @Test
    void sendsOnlyWhatXeroDocuments() throws IOException {
        String file = System.getenv("XERO_OPENAPI");
        assumeTrue(file != null, "XERO_OPENAPI names no file: set it to xero_accounting.yaml of XeroAPI/Xero-OpenAPI");
        List<String> yaml = Files.readAllLines(Path.of(file));
        Map<String, Set<String>> documented = getParameters(yaml);

        assertThat(documented.get("/Accounts")).contains("where").doesNotContain("page");
        assertThat(documented.get("/Invoices/{InvoiceID}/Attachments/{AttachmentID}"))
                .contains("contentType");
        for (FakeXero.Seen seen : everyCall()) {
            String path = template(seen.path().replace("/api.xro/2.0", ""), documented.keySet());
            assertThat(documented.get(path)).as(path).containsAll(seen.query().keySet());
            Set<String> headers = new HashSet<>();
            seen.headers().keySet().forEach(name -> headers.add(name.toLowerCase(Locale.ROOT)));
            headers.removeAll(HTTP_HEADERS);
            Set<String> named = new HashSet<>(Set.of("xero-tenant-id"));
            documented.get(path).forEach(name -> named.add(name.toLowerCase(Locale.ROOT)));
            assertThat(named).as("headers of " + path).containsAll(headers);
            assertThat(headers).as(path).contains("xero-tenant-id");
            assertThat(headers.contains("contenttype")).as(path).isEqualTo(named.contains("contenttype"));
        }
    }

    /** The documented path that a real one is of: ids stand for names in braces. Of two the one by id is meant. */
    private static String template(String path, Set<String> documented) {
        String shape = path.replaceAll("/[0-9a-f-]{36}", "/{ID}");
        return documented.stream()
                .filter(each -> each.replaceAll("\\{\\w+ID}", "{ID}").equals(shape))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Xero documents no path " + path));
    }

    private static List<FakeXero.Seen> everyCall() {
        try (FakeXero xero = new FakeXero();
                XeroHttp http = new XeroHttp(xero.settings())) {
            XeroApi api = new XeroApi(http, () -> FakeXero.TOKEN, FakeXero.TENANT);
            DateRange dates = DateRange.of(Period.month(YearMonth.of(2026, 10)));
            LocalDate day = LocalDate.of(2026, 10, 31);
            List<Runnable> calls = List.of(
                    api::organisation,
                    api::accounts,
                    api::taxRates,
                    () -> api.contacts(
                            ContactQuery.all().withId(ID).searching("x").archivedToo()),
                    () -> api.invoices(InvoiceQuery.receivables()
                            .ofContact(ID)
                            .dated(dates)
                            .dueBefore(day)
                            .searching("x")
                            .numbered("INV-1")),
                    () -> api.invoice(ID),
                    () -> api.creditNotes(
                            CreditNoteQuery.all().ofContact(ID).dated(dates).remaining()),
                    () -> api.payments(PaymentQuery.all().dated(dates)),
                    () -> api.bankTransactions(
                            BankTransactionQuery.all().ofContact(ID).dated(dates)),
                    () -> api.manualJournals(ManualJournalQuery.all().dated(dates)),
                    () -> api.profitAndLoss(Period.day(day), Basis.CASH),
                    () -> api.balanceSheet(day, Basis.CASH),
                    () -> api.trialBalance(day),
                    () -> api.bankSummary(Period.day(day)),
                    () -> api.budgetSummary(YearMonth.of(2026, 10), 12),
                    () -> api.executiveSummary(YearMonth.of(2026, 10)),
                    () -> api.quotes(QuoteQuery.all()
                            .withStatus(Quote.Status.SENT)
                            .ofContact(ID)
                            .dated(dates)
                            .numbered("QU-1")),
                    () -> api.purchaseOrders(PurchaseOrderQuery.all()
                            .withStatus(PurchaseOrder.Status.BILLED)
                            .dated(dates)),
                    () -> api.overpayments(
                            AdvancePaymentQuery.all().ofContact(ID).dated(dates).remaining()),
                    () -> api.prepayments(
                            AdvancePaymentQuery.all().ofContact(ID).dated(dates).remaining()),
                    () -> api.bankTransfers(dates),
                    api::items,
                    api::trackingCategories,
                    api::currencies,
                    api::contactGroups,
                    () -> api.contactGroup(ID),
                    () -> api.attachments().of(RecordKind.INVOICE, ID),
                    () -> api.attachments()
                            .read(RecordKind.INVOICE, ID, new Attachment(ID, "a", "image/jpg", 1L, false)));
            List<Runnable> all = new ArrayList<>(calls);
            for (RecordKind kind : RecordKind.values()) {
                all.add(() -> api.attachments().of(kind, ID));
                all.add(() -> api.history(kind, ID));
            }
            for (Runnable call : all) {
                try {
                    call.run();
                } catch (XeroException.NotFound expected) {
                    continue;
                }
            }
            assertThat(xero.seen).hasSize(all.size());
            return List.copyOf(xero.seen);
        }
    }

    /** Path to the names of its GET parameters, by the file's indentation; references are followed. */
    private static Map<String, Set<String>> getParameters(List<String> yaml) {
        Map<String, Set<String>> documented = new HashMap<>();
        Map<String, String> shared = new HashMap<>();
        Set<String> current = new HashSet<>();
        String key = "";
        boolean inGet = false;
        for (String line : yaml) {
            if (line.matches("  /\\S+:")) {
                current = new HashSet<>();
                documented.put(line.strip().replaceAll(":$", ""), current);
                inGet = false;
            } else if (line.matches("    \\w+:.*")) {
                key = line.strip().replaceAll(":.*$", "");
                inGet = key.equals("get");
            }
            Matcher name = NAME.matcher(line);
            if (name.matches()) {
                shared.putIfAbsent(key, name.group(1));
                if (inGet) {
                    current.add(name.group(1));
                }
            }
            Matcher reference = REFERENCE.matcher(line);
            if (reference.matches() && inGet) {
                current.add("$" + reference.group(1));
            }
        }
        for (Set<String> names : documented.values()) {
            for (String each : List.copyOf(names)) {
                if (each.startsWith("$")) {
                    names.add(shared.getOrDefault(each.substring(1), each));
                }
            }
        }
        return documented;
    }
}
