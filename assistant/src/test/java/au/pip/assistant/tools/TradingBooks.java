package au.pip.assistant.tools;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A small business that sells, buys, pays and is paid, for the tools that look across its books. */
final class TradingBooks implements AutoCloseable {
    final ServedBooks served = new ServedBooks();

    /** A document that is dated two weeks before it is due, with a line of an account. */
    Map<String, Object> document(
            String type, String status, String number, String contact, String due, double net, String account) {
        Map<String, Object> document = new HashMap<>();
        document.put("InvoiceID", UUID.randomUUID().toString());
        document.put("Type", type);
        document.put("Status", status);
        document.put("InvoiceNumber", number);
        document.put("Contact", Map.of("Name", contact));
        document.put("DateString", LocalDate.parse(due).minusDays(14) + "T00:00:00");
        document.put("DueDateString", due + "T00:00:00");
        document.put("CurrencyCode", "AUD");
        document.put("SubTotal", net);
        document.put("TotalTax", net / 10);
        document.put("Total", net + net / 10);
        document.put("AmountDue", status.equals("PAID") ? 0 : net + net / 10);
        document.put("LineItems", List.of(Map.of("LineAmount", net, "TaxAmount", net / 10, "AccountCode", account)));
        served.record("Invoices", document);
        return document;
    }

    Map<String, Object> sale(String status, String contact, String due, double net) {
        return document("ACCREC", status, "INV", contact, due, net, "200");
    }

    Map<String, Object> bill(String number, String contact, String due, double net, String account) {
        return document("ACCPAY", "AUTHORISED", number, contact, due, net, account);
    }

    void paid(String contact, String due, String on) {
        sale("PAID", contact, due, 100)
                .put("Payments", List.of(Map.of("PaymentID", "p", "DateString", on + "T00:00:00", "Amount", 110)));
    }

    void spent(String contact, String day, double net, String account) {
        served.record(
                "BankTransactions",
                Map.of(
                        "BankTransactionID",
                        UUID.randomUUID().toString(),
                        "Type",
                        "SPEND",
                        "Status",
                        "AUTHORISED",
                        "Contact",
                        Map.of("Name", contact),
                        "DateString",
                        day + "T00:00:00",
                        "CurrencyCode",
                        "AUD",
                        "SubTotal",
                        net,
                        "TotalTax",
                        0,
                        "Total",
                        net,
                        "LineItems",
                        List.of(Map.of("LineAmount", net, "AccountCode", account))));
    }

    void account(String name, String code, String type, String kind) {
        served.record(
                "Accounts",
                Map.of("AccountID", name, "Code", code, "Name", name, "Type", type, "Class", kind, "Status", "ACTIVE"));
    }

    /** A thousand in the bank, a bill of 110, tax of 90 and a month's costs of 200. */
    void smallBooks() {
        account("GST", "820", "CURRLIAB", "LIABILITY");
        account("PAYG Withholdings Payable", "825", "CURRLIAB", "LIABILITY");
        account("Superannuation Payable", "826", "SUPERANNUATIONLIABILITY", "LIABILITY");
        account("Equipment Loan", "900", "TERMLIAB", "LIABILITY");
        account("Superannuation", "478", "SUPERANNUATIONEXPENSE", "EXPENSE");
        served.record(
                "Accounts",
                Map.of(
                        "AccountID", "the gst account",
                        "Code", "821",
                        "Name", "GST",
                        "Type", "CURRLIAB",
                        "Class", "LIABILITY",
                        "Status", "ACTIVE",
                        "SystemAccount", "GST"));
        served.record("Reports/BankSummary", ServedReports.bank(1_000));
        served.record(
                "Reports/BalanceSheet",
                ServedReports.sheet(
                        "the gst account", 50.0,
                        "PAYG Withholdings Payable", 30.0,
                        "Superannuation Payable", 10.0,
                        "Equipment Loan", 5_000.0));
        served.record("Reports/ProfitAndLoss", ServedReports.profit(3_000, 240, 360));
        bill("B-1", "Timber Co", "2026-12-10", 100, "310");
    }

    @Override
    public void close() {
        served.close();
    }
}
