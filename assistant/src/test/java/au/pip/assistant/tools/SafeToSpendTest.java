package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.ToolResult;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On 23 November 2026, a Monday. */
class SafeToSpendTest {
    private final TradingBooks trade = new TradingBooks();
    private final ServedBooks books = trade.served;

    @AfterEach
    void close() {
        trade.close();
    }

    @Test
    void tellsWhatIsSafeToSpendWithItsParts() throws InterruptedException {
        trade.smallBooks();

        ToolResult result = books.ask("safe_to_spend", Map.of());

        assertThat(books.found())
                .containsExactly(
                        "balance by the books | all bank accounts | 23 Nov 2026 | $1,000.00",
                        "owed by you | all suppliers | 23 Nov 2026 | $110.00",
                        "GST owing by the books | the business | 23 Nov 2026 | $50.00",
                        "PAYG owing by the books | the business | 23 Nov 2026 | $30.00",
                        "super owing by the books | the business | 23 Nov 2026 | $10.00",
                        "spoken for | the business | 23 Nov 2026 | $200.00",
                        "left after what is spoken for | the business | 23 Nov 2026 | $800.00",
                        "cost of sales and expenses | the business | 1 Aug – 31 Oct 2026 | $600.00",
                        "buffer, a month's usual costs | the business | 23 Nov 2026 | $200.00",
                        "safe to spend | the business | 23 Nov 2026 | $600.00");
        assertThat(books.facts.require("F10").formula()).isNotNull();
        assertThat(books.facts.require("F10").formula().text()).isEqualTo("F7 − F9");
        assertThat(result.content()).contains("unless another amount is named");
    }

    @Test
    void takesTheBufferThatThePersonNames() throws InterruptedException {
        trade.smallBooks();
        books.said("Keep a buffer of $50");

        books.ask("safe_to_spend", Map.of("buffer", "50"));
        books.ask("safe_to_spend", Map.of("buffer", "none"));

        assertThat(books.found().stream().filter(line -> line.startsWith("safe to spend")))
                .containsExactly(
                        "safe to spend | the business | 23 Nov 2026 | $750.00",
                        "safe to spend | the business | 23 Nov 2026 | $800.00");
        assertThat(books.facts.require("F8").formula()).isNotNull();
        assertThat(books.facts.require("F8").formula().text()).isEqualTo("F7 − $50.00 (your buffer)");
    }

    @ParameterizedTest
    @CsvSource({
        "600, yes, $0.00",
        "700, not without touching the buffer, -$100.00",
        "900, not without money that is spoken for, -$300.00",
        "1100, 'no, it is more than the bank holds', -$500.00"
    })
    void saysWhetherAnAmountCanBeAfforded(String amount, String verdict, String left) throws InterruptedException {
        trade.smallBooks();
        books.said("Can I afford $" + amount + " for a saw?");

        ToolResult result = books.ask("safe_to_spend", Map.of("amount", amount));

        assertThat(result.content())
                .contains("Verdict: " + verdict + ".", "income tax that is not in the books yet is not taken off");
        assertThat(books.found()).contains("safe to spend after it | the business | 23 Nov 2026 | " + left);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Can I afford a new ute?", "Can I afford $4,500?", "Can I afford 450 or 4,5000?", "45%?"})
    void takesNoAmountThatThePersonDidNotName(String said) throws InterruptedException {
        trade.smallBooks();
        books.said(said);

        ToolResult result = books.ask("safe_to_spend", Map.of("amount", "45"));

        assertThat(result.failed()).isTrue();
        assertThat(result.content()).contains("Which amount is meant?").doesNotContain("person", "Ask them");
        assertThat(books.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Can I afford 4k?, 4000", "'a $4,000.50 saw', 4000.5", "AUD 4000?, '$4,000'", "4 thousand dollars?, 4k"
    })
    void takesAnAmountHoweverItIsWritten(String said, String amount) throws InterruptedException {
        trade.smallBooks();
        books.said(said);

        assertThat(books.ask("safe_to_spend", Map.of("amount", amount)).failed())
                .isFalse();
    }

    @Test
    void countsNoRefundAsMoney() throws InterruptedException {
        trade.account("PAYG Withholdings Payable", "825", "PAYGLIABILITY", "LIABILITY");
        books.record("Reports/BankSummary", ServedReports.bank(1_000));
        books.record("Reports/BalanceSheet", ServedReports.sheet("PAYG Withholdings Payable", -80.0));
        books.record("Reports/ProfitAndLoss", ServedReports.profit(0, 0, 0));

        books.ask("safe_to_spend", Map.of());

        assertThat(books.found())
                .contains(
                        "PAYG refund due by the books | the business | 23 Nov 2026 | $80.00",
                        "spoken for | the business | 23 Nov 2026 | $0.00",
                        "safe to spend | the business | 23 Nov 2026 | $1,000.00");
    }

    @Test
    void tellsTheCashToCome() throws InterruptedException {
        trade.smallBooks();
        trade.paid("Slow & Co", "2026-09-10", "2026-09-30"); // twenty days late
        trade.sale("AUTHORISED", "Slow & Co", "2026-12-01", 200); // on the 21st
        trade.sale("AUTHORISED", "Slow & Co", "2026-12-10", 300); // on the 30th, too late
        trade.sale("AUTHORISED", "Quick Ltd", "2026-12-22", 400);
        trade.sale("AUTHORISED", "Gone Ltd", "2026-08-01", 1_000); // long overdue
        trade.bill("B-2", "Timber Co", "2026-12-24", 500, "310"); // after the thirty days
        for (String month : List.of("08", "09", "10")) {
            trade.spent("Insurer", "2026-" + month + "-15", 92, "433");
            trade.spent("Super fund", "2026-" + month + "-15", 1_000, "826");
        }
        trade.spent("Café", "2026-10-02", 40, "420");

        books.ask("cash_forecast", Map.of());

        assertThat(books.found())
                .containsExactly(
                        "balance by the books | all bank accounts | 23 Nov 2026 | $1,000.00",
                        "expected from customers | all customers | 23 Nov – 23 Dec 2026 | $660.00",
                        "owed to you, not expected by then | all customers | 23 Nov – 23 Dec 2026 | $1,430.00",
                        "in the bank and expected | the business | 23 Nov – 23 Dec 2026 | $1,660.00",
                        "bills due by then | all suppliers | 23 Nov – 23 Dec 2026 | $110.00",
                        "spent on what repeats | the business | 1 Aug – 31 Oct 2026 | $276.00",
                        "repeating costs | the business | 23 Nov – 23 Dec 2026 | $90.00",
                        "expected to go out | the business | 23 Nov – 23 Dec 2026 | $200.00",
                        "expected in the bank | the business | 23 Nov – 23 Dec 2026 | $1,460.00",
                        "GST owing by the books | the business | 23 Nov 2026 | $50.00",
                        "PAYG owing by the books | the business | 23 Nov 2026 | $30.00",
                        "super owing by the books | the business | 23 Nov 2026 | $10.00",
                        "GST, PAYG and super | the business | 23 Nov – 23 Dec 2026 | $90.00",
                        "expected once GST, PAYG and super are paid | the business | 23 Nov – 23 Dec 2026 | $1,370.00");
    }
}
