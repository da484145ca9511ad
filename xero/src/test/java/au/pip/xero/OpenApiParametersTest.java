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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Every path and query parameter that we send is one that Xero's OpenAPI file names. The file is not part of Pip: set
 * {@code XERO_OPENAPI} to where {@code xero_accounting.yaml} of XeroAPI/Xero-OpenAPI lies.
 */
class OpenApiParametersTest {
    private static final String ID = "aaaaaaaa-0000-0000-0000-000000000001";
    private static final Pattern NAME = Pattern.compile("\\s+name: (\\S+)");
    private static final Pattern REFERENCE = Pattern.compile(".*\\$ref: \"#/components/parameters/(\\w+)\".*");

    @Test
    void sendsOnlyWhatXeroDocuments() throws IOException {
        String file = System.getenv("XERO_OPENAPI");
        assumeTrue(file != null, "XERO_OPENAPI names no file: set it to xero_accounting.yaml of XeroAPI/Xero-OpenAPI");
        List<String> yaml = Files.readAllLines(Path.of(file));
        Map<String, Set<String>> documented = getParameters(yaml);

        assertThat(documented.get("/Accounts")).contains("where").doesNotContain("page");
        for (FakeXero.Seen seen : everyCall()) {
            String path = seen.path().replace("/api.xro/2.0", "").replace("Invoices/" + ID, "Invoices/{InvoiceID}");
            assertThat(documented).as("paths").containsKey(path);
            assertThat(documented.get(path)).as(path).containsAll(seen.query().keySet());
        }
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
                    () -> api.bankSummary(Period.day(day)));
            for (Runnable call : calls) {
                try {
                    call.run();
                } catch (XeroException.NotFound expected) {
                    continue;
                }
            }
            assertThat(xero.seen).hasSize(calls.size());
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
