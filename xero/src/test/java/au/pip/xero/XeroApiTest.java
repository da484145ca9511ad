package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.ledger.Basis;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.xero.FakeXero.Reply;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Replies in the shapes of Xero's OpenAPI examples, with data of our own. */
class XeroApiTest {
    private static final Currency USD = Currency.getInstance("USD");
    private static final String INVOICE = "a03ffcd2-5d91-4c7e-b483-318584e9e439";
    private static final String CONTACT = "430fa14a-f945-44d3-9f97-5df5e28441b8";

    private final FakeXero xero = new FakeXero();
    private final XeroHttp http = new XeroHttp(xero.settings());
    private final XeroApi api = new XeroApi(http, () -> FakeXero.TOKEN, FakeXero.TENANT);

    @AfterEach
    void close() {
        http.close();
        xero.close();
    }

    @Test
    void listsTheOrganisationsOfASignInWithoutNamingOne() {
        xero.on("/connections", """
                [{"id":"7cb59f93-2964-421d-bb5e-a0f7a4572a44","authEventId":"d99ecdfe-391d-43d2-b834-17636ba90e8d",
                  "tenantId":"fe79f7dd-b6d4-4a92-ba7b-538af6289c58","tenantName":"Hume Joinery","tenantType":"ORGANISATION",
                  "createdDateUtc":"2019-12-07T18:46:19.5165400","updatedDateUtc":"2019-12-07T18:46:19.5187840"}]""");

        XeroReply<List<Connection>> reply = XeroApi.connections(http, () -> FakeXero.TOKEN);

        assertThat(reply.value())
                .containsExactly(new Connection(
                        "7cb59f93-2964-421d-bb5e-a0f7a4572a44",
                        "fe79f7dd-b6d4-4a92-ba7b-538af6289c58",
                        "Hume Joinery",
                        "ORGANISATION",
                        "d99ecdfe-391d-43d2-b834-17636ba90e8d",
                        Instant.parse("2019-12-07T18:46:19.516540Z"),
                        Instant.parse("2019-12-07T18:46:19.518784Z")));
        assertThat(xero.seen.getFirst().headers()).doesNotContainKey("Xero-tenant-id");
    }

    @Test
    void readsTheOrganisation() {
        xero.on("Organisation", organisation("AUD"));

        Organisation organisation = api.organisation().value();

        assertThat(organisation.name()).isEqualTo("Hume Joinery");
        assertThat(organisation.baseCurrency()).isEqualTo(Money.AUD);
        assertThat(organisation.timeZone().zone()).isEqualTo(ZoneId.of("Australia/Sydney"));
        assertThat(organisation.salesTaxBasis()).isEqualTo(SalesTaxBasis.CASH);
        assertThat(organisation.salesTaxPeriod()).isEqualTo(SalesTaxPeriod.QUARTERLY1);
        assertThat(organisation.financialYearEnd()).isEqualTo(MonthDay.of(6, 30));
        assertThat(organisation.periodLockDate()).isEqualTo("2026-06-30");
        assertThat(organisation.isDemo()).isTrue();
    }

    @Test
    void readsAnInvoiceToTheCent() {
        xero.on("Organisation", organisation("AUD"));
        xero.on("Invoices/" + INVOICE, "{\"Invoices\":[" + invoice("\"Status\":\"AUTHORISED\"") + "]}");

        XeroReply<Invoice> reply = api.invoice(INVOICE);
        Invoice invoice = reply.value();

        assertThat(reply.endpoint()).isEqualTo("Invoices/" + INVOICE);
        assertThat(reply.digest()).hasSize(64);
        assertThat(invoice.contact()).isEqualTo(new ContactRef(CONTACT, "Acme 5000"));
        assertThat(invoice.date()).isEqualTo("2026-06-30");
        assertThat(invoice.dueDate()).isEqualTo("2026-07-14");
        assertThat(invoice.totals())
                .isEqualTo(new Totals(new Money(7630, USD), new Money(1144, USD), new Money(8774, USD)));
        assertThat(invoice.due()).isEqualTo(new Money(4000, USD));
        assertThat(invoice.currencyRate()).isEqualTo(new BigDecimal("0.672310"));
        assertThat(invoice.lines()).singleElement().satisfies(line -> {
            assertThat(line.unitAmount()).isEqualTo(new BigDecimal("0.7631"));
            assertThat(line.amount()).isEqualTo(new Money(7630, USD));
            assertThat(line.taxType()).isEqualTo("OUTPUT");
        });
        assertThat(invoice.payments()).singleElement().satisfies(payment -> {
            assertThat(payment.amount()).isEqualTo(new Money(4000, USD));
            assertThat(payment.date()).isEqualTo("2019-03-19");
        });
        assertThat(invoice.credits())
                .containsExactly(new AppliedCredit(
                        AppliedCredit.Kind.CREDIT_NOTE, "c1", "CN-1", LocalDate.of(2026, 7, 1), new Money(774, USD)));
        assertThat(invoice.isOverdue(LocalDate.of(2026, 7, 15))).isTrue();
        assertThat(invoice.isOverdue(LocalDate.of(2026, 7, 14))).isFalse();
        assertThat(xero.seen).as("the document names its currency").hasSize(1);
    }

    @Test
    void keepsADocumentWithUnknownWordsAndMissingFields() {
        xero.on("Organisation", organisation("NZD"));
        xero.on(
                "Invoices",
                "{\"Invoices\":[{\"InvoiceID\":\"i1\",\"Type\":\"ACCFUTURE\",\"Status\":\"PARKED\",\"SubTotal\":10,\"Total\":11.5}]}");

        assertThat(api.invoices(InvoiceQuery.all()).value()).singleElement().satisfies(invoice -> {
            assertThat(invoice.type()).isEqualTo(Invoice.Type.OTHER);
            assertThat(invoice.status()).isEqualTo(Invoice.Status.OTHER);
            assertThat(invoice.currency()).isEqualTo(Currency.getInstance("NZD"));
            assertThat(invoice.totals().tax().minor()).isEqualTo(150);
            assertThat(invoice.due().minor()).isEqualTo(1150);
            assertThat(invoice.dueDate()).isNull();
            assertThat(invoice.number()).isEmpty();
        });
    }

    @Test
    void refusesADocumentThatNoFigureCanRestOn() {
        xero.on("Invoices", "{\"Invoices\":[{\"InvoiceID\":\"i1\",\"CurrencyCode\":\"AUD\",\"TotalTax\":1}]}");

        assertThatThrownBy(() -> api.invoices(InvoiceQuery.all()))
                .isInstanceOf(XeroException.Malformed.class)
                .hasMessageContaining("Total is missing");
    }

    @Test
    void checksAgainWhatXeroFiltered() {
        xero.on(
                "Invoices",
                "{\"Invoices\":[" + invoice("\"Status\":\"AUTHORISED\"") + ","
                        + invoice("\"Status\":\"PAID\"").replace(INVOICE, "i2") + ","
                        + invoice("\"Status\":\"AUTHORISED\"")
                                .replace(INVOICE, "i3")
                                .replace("\"AmountDue\":40.00", "\"AmountDue\":0.00")
                        + ","
                        + invoice("\"Status\":\"AUTHORISED\"")
                                .replace(INVOICE, "i4")
                                .replace("\"Type\":\"ACCREC\"", "\"Type\":\"ACCPAY\"")
                        + "]}");

        assertThat(api.invoices(InvoiceQuery.receivables()).value())
                .extracting(Invoice::invoiceId)
                .containsExactly(INVOICE);
    }

    @Test
    void findsAnInvoiceByItsNumber() {
        xero.on("Invoices", "{\"Invoices\":[" + invoice("\"Status\":\"PAID\"") + "]}");

        assertThat(api.invoice("INV/2026 014").value().invoiceId()).isEqualTo(INVOICE);
        assertThat(xero.seen.getFirst().query()).containsEntry("InvoiceNumbers", "INV/2026 014");
    }

    @Test
    void tellsWhenNoneOrSeveralBearANumber() {
        String twin = invoice("\"Status\":\"PAID\"").replace(INVOICE, "i2");
        xero.on(
                "Invoices",
                "{\"Invoices\":[]}",
                "{\"Invoices\":[" + invoice("\"Status\":\"PAID\"") + "," + twin + "]}");

        assertThatThrownBy(() -> api.invoice("INV/2026 014"))
                .isInstanceOf(XeroException.NotFound.class)
                .hasMessageContaining("INV/2026 014");
        assertThatThrownBy(() -> api.invoice("INV/2026 014"))
                .isInstanceOf(XeroException.Rejected.class)
                .hasMessageContaining("2 documents bear that number");
        assertThatThrownBy(() -> api.invoice(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsCreditNotesWithWhatIsLeftOfThem() {
        xero.on("CreditNotes", """
                {"CreditNotes":[{"CreditNoteID":"c1","CreditNoteNumber":"CN-1","Type":"ACCRECCREDIT","Status":"AUTHORISED",
                  "Contact":{"ContactID":"%s","Name":"Acme 5000"},"DateString":"2026-07-01T00:00:00","SubTotal":30.0,
                  "TotalTax":3.0,"Total":33.0,"CurrencyCode":"AUD","RemainingCredit":12.5,"Allocations":[{"Amount":20.5,
                  "Date":"/Date(1551744000000+0000)/","Invoice":{"InvoiceID":"i1","InvoiceNumber":"INV-1"}}]},
                 {"CreditNoteID":"c2","Type":"ACCPAYCREDIT","Status":"PAID","Total":5,"TotalTax":0,"CurrencyCode":"AUD",
                  "Payments":[{"PaymentID":"p1","Amount":5}]}]}""".formatted(CONTACT));

        List<CreditNote> notes = api.creditNotes(CreditNoteQuery.all()).value();

        assertThat(notes).extracting(CreditNote::remaining).containsExactly(Money.aud(1250), Money.aud(0));
        assertThat(notes.getFirst().allocations())
                .containsExactly(new CreditNote.Allocation("i1", "INV-1", LocalDate.of(2019, 3, 5), Money.aud(2050)));
        assertThat(api.creditNotes(CreditNoteQuery.all().remaining()).value()).hasSize(1);
    }

    @Test
    void readsPaymentsInTheCurrencyOfWhatTheySettle() {
        xero.on("Organisation", organisation("AUD"));
        xero.on("Payments", """
                {"Payments":[{"PaymentID":"p1","Date":"/Date(1543449600000+0000)/","BankAmount":69.11,"Amount":46.0,
                  "CurrencyRate":0.6656,"PaymentType":"ACCRECPAYMENT","Status":"AUTHORISED","IsReconciled":true,
                  "Account":{"AccountID":"b1","Code":"090"},"Invoice":{"Type":"ACCREC","InvoiceID":"i1",
                  "InvoiceNumber":"INV-2","Contact":{"ContactID":"%s","Name":"Acme 5000"},"CurrencyCode":"USD"}},
                 {"PaymentID":"p2","Amount":2.0,"PaymentType":"ARCREDITPAYMENT","Status":"DELETED",
                  "CreditNote":{"CreditNoteID":"c1","CreditNoteNumber":"CN-1"}}]}""".formatted(CONTACT));

        List<Payment> payments = api.payments(PaymentQuery.all()).value();

        assertThat(payments.getFirst().amount()).isEqualTo(new Money(4600, USD));
        assertThat(payments.getFirst().bankAmount()).isEqualTo("69.11");
        assertThat(payments.getFirst().target())
                .isEqualTo(new Payment.Target("Invoice", "i1", "INV-2", new ContactRef(CONTACT, "Acme 5000")));
        assertThat(payments.getLast().amount()).isEqualTo(Money.aud(200));
        assertThat(payments.getLast().target().number()).isEqualTo("CN-1");
        assertThat(api.payments(PaymentQuery.all().ofContact(CONTACT)).value()).hasSize(1);
    }

    @Test
    void readsBankTransactions() {
        xero.on("BankTransactions", """
                {"pagination":{"page":1,"pageSize":1000,"pageCount":1,"itemCount":2},"BankTransactions":[
                 {"BankTransactionID":"t1","BankAccount":{"AccountID":"aaaaaaaa-0000-0000-0000-000000000001","Code":"090"},
                  "Type":"SPEND-TRANSFER","IsReconciled":false,"Contact":{"ContactID":"c","Name":"sam"},
                  "DateString":"2026-10-13T00:00:00","Status":"AUTHORISED","LineAmountTypes":"NoTax","LineItems":[],
                  "SubTotal":10,"TotalTax":0,"Total":10,"CurrencyCode":"AUD"},
                 {"BankTransactionID":"t2","BankAccount":{"AccountID":"b2"},"Type":"RECEIVE","IsReconciled":"true",
                  "Status":"AUTHORISED","SubTotal":9,"TotalTax":0,"Total":9,"CurrencyCode":"AUD"}]}""");

        List<BankTransaction> all =
                api.bankTransactions(BankTransactionQuery.all()).value();

        assertThat(all)
                .extracting(BankTransaction::type)
                .containsExactly(BankTransaction.Type.SPEND_TRANSFER, BankTransaction.Type.RECEIVE);
        assertThat(all).extracting(BankTransaction::isReconciled).containsExactly(false, true);
        assertThat(api.bankTransactions(BankTransactionQuery.all().unreconciled())
                        .value())
                .hasSize(1);
        assertThat(api.bankTransactions(
                                BankTransactionQuery.all().inBankAccount("AAAAAAAA-0000-0000-0000-000000000001"))
                        .value())
                .extracting(BankTransaction::bankTransactionId)
                .containsExactly("t1");
    }

    @Test
    void readsJournalsAccountsTaxRatesAndContacts() {
        xero.on("Organisation", organisation("AUD"));
        xero.on("ManualJournals", """
                {"ManualJournals":[{"ManualJournalID":"m1","Narration":"Depreciation","Status":"POSTED","Date":"/Date(1782777600000+0000)/",
                  "JournalLines":[{"LineAmount":100.0,"AccountCode":"416","TaxType":"BASEXCLUDED","TaxAmount":0},
                  {"LineAmount":-100.0,"AccountCode":"711"}]}]}""");
        xero.on("Accounts", """
                {"Accounts":[{"AccountID":"a1","Code":"820","Name":"GST","Type":"CURRLIAB","Class":"LIABILITY",
                  "Status":"ACTIVE","SystemAccount":"GST"},{"AccountID":"a2","Name":"Everyday","Type":"BANK","Class":"ASSET",
                  "Status":"ARCHIVED","CurrencyCode":"AUD"}]}""");
        xero.on("TaxRates", """
                {"TaxRates":[{"Name":"GST on Income","TaxType":"OUTPUT","Status":"ACTIVE","DisplayTaxRate":10.0000,
                  "EffectiveRate":10.0000,"TaxComponents":[{"Name":"GST","Rate":10.0000,"IsCompound":false}]}]}""");
        xero.on("Contacts", """
                {"Contacts":[{"ContactID":"c1","Name":"O'Neil | Sons","ContactStatus":"ACTIVE","IsCustomer":true,"Balances":
                  {"AccountsReceivable":{"Outstanding":760.05,"Overdue":20.0}}}]}""");

        assertThat(api.manualJournals(ManualJournalQuery.all()).value())
                .singleElement()
                .satisfies(journal -> {
                    assertThat(journal.date()).isEqualTo("2026-06-30");
                    assertThat(journal.lines())
                            .extracting(ManualJournal.Line::amount)
                            .containsExactly(Money.aud(10000), Money.aud(-10000));
                    assertThat(journal.onCashReports()).isTrue();
                });
        assertThat(api.accounts().value()).extracting(Account::isBank).containsExactly(false, true);
        assertThat(api.accounts().value()).extracting(Account::systemAccount).containsExactly("GST", null);
        assertThat(api.taxRates().value().getFirst().effectiveRate()).isEqualByComparingTo("10");
        assertThat(api.contacts(ContactQuery.all()).value()).singleElement().satisfies(contact -> {
            assertThat(contact.receivable()).isEqualTo(new Contact.Balance(Money.aud(76005), Money.aud(2000)));
            assertThat(contact.payable()).isNull();
        });
        assertThat(xero.seen)
                .as("the organisation's currency is asked for once")
                .filteredOn(seen -> seen.path().endsWith("/Organisation"))
                .hasSize(1);
    }

    @Test
    void asksForReportsByPeriodAndBasis() {
        xero.on("Organisation", organisation("AUD"));
        String report = "{\"Reports\":[{\"ReportName\":\"R\",\"Rows\":[]}]}";
        for (String name : new String[] {"ProfitAndLoss", "BalanceSheet", "TrialBalance", "BankSummary"}) {
            xero.on("Reports/" + name, report);
        }
        Period october = Period.month(YearMonth.of(2026, 10));

        api.profitAndLoss(october, Basis.CASH);
        api.balanceSheet(october.to(), Basis.ACCRUALS);
        api.trialBalance(october.to());
        api.bankSummary(october);

        assertThat(xero.seen)
                .filteredOn(seen -> seen.path().contains("/Reports/"))
                .extracting(FakeXero.Seen::rawQuery)
                .containsExactly(
                        "fromDate=2026-10-01&toDate=2026-10-31&standardLayout=true&paymentsOnly=true",
                        "date=2026-10-31&standardLayout=true&paymentsOnly=false",
                        "date=2026-10-31",
                        "fromDate=2026-10-01&toDate=2026-10-31");
    }

    @Test
    void refusesAnOrganisationThatIsNoId() {
        assertThatThrownBy(() -> new XeroApi(http, () -> FakeXero.TOKEN, "x\r\nInjected: 1"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void tellsWhenTheOrganisationIsNotNamed() {
        xero.on("Organisation", Reply.json("{\"Organisations\":[]}"));

        assertThatThrownBy(api::organisation).isInstanceOf(XeroException.Malformed.class);
    }

    private static String organisation(String currency) {
        return """
                {"Id":"27b7a645-a3ee-43c8-b2c6-a2fa7b84c8c5","Status":"OK","Organisations":[{"Name":"Hume Joinery",
                 "LegalName":"R. Hume","PaysTax":true,"OrganisationType":"SOLE_TRADER","BaseCurrency":"%s","CountryCode":"AU",
                 "IsDemoCompany":true,"FinancialYearEndDay":30,"FinancialYearEndMonth":6,"SalesTaxBasis":"CASH",
                 "SalesTaxPeriod":"QUARTERLY1","PeriodLockDate":"/Date(1782777600000+0000)/",
                 "Timezone":"AUSEASTERNSTANDARDTIME","ShortCode":"!mBdtL","Class":"DEMO",
                 "OrganisationID":"b2c885a9-4bb9-4a00-9b6e-6c2bf60b1a2b"}]}""".formatted(currency);
    }

    private static String invoice(String status) {
        return """
                {"Type":"ACCREC","InvoiceID":"%s","InvoiceNumber":"INV/2026 014","Reference":"Deck","Payments":[{"PaymentID":"p1",
                 "Date":"/Date(1552953600000+0000)/","Amount":40.00,"Reference":"","CurrencyRate":1.0}],
                 "CreditNotes":[{"CreditNoteID":"c1","CreditNoteNumber":"CN-1","AppliedAmount":7.74,"DateString":"2026-07-01T00:00:00"}],
                 "AmountDue":40.00,"AmountPaid":40.00,"AmountCredited":7.74,"CurrencyRate":0.672310,
                 "Contact":{"ContactID":"%s","Name":"Acme 5000"},"DateString":"2026-06-30T00:00:00",
                 "Date":"/Date(1782777600000+0000)/","DueDateString":"2026-07-14T00:00:00",%s,"LineAmountTypes":"Exclusive",
                 "LineItems":[{"Description":"Screws","UnitAmount":0.7631,"TaxType":"OUTPUT","TaxAmount":11.44,"LineAmount":76.30,
                 "AccountCode":"200","Quantity":100.0,"LineItemID":"l1"}],"SubTotal":76.30,"TotalTax":11.44,"Total":87.74,
                 "UpdatedDateUTC":"/Date(1551981568133+0000)/","CurrencyCode":"USD"}""".formatted(INVOICE, CONTACT, status);
    }
}
