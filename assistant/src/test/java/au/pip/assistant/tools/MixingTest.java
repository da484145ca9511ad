package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.ToolResult;
import au.pip.ledger.Basis;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

/** What a calculation refuses, in a sentence that says what to do instead, and what it takes of many facts. */
class MixingTest {
    private static final Period SEPTEMBER = Period.month(YearMonth.of(2026, 9));
    private static final Period OCTOBER = Period.month(YearMonth.of(2026, 10));
    private static final Period QUARTER = Period.quarterOf(LocalDate.of(2026, 10, 1));
    private static final Period TODAY = Period.day(LocalDate.of(2026, 11, 23));

    private final FactBook facts = new FactBook();

    @BeforeEach
    void findFacts() {
        add("net profit", "the business", OCTOBER, Basis.ACCRUALS, 1_000); // F1
        add("net profit", "the business", OCTOBER, Basis.CASH, 800); // F2
        add("net profit", "the business", SEPTEMBER, Basis.ACCRUALS, 500); // F3
        add("net profit", "the business", QUARTER, Basis.ACCRUALS, 1_500); // F4
        add("income", "the business", OCTOBER, Basis.ACCRUALS, 4_000); // F5
        add("expenses", "the business", SEPTEMBER, Basis.ACCRUALS, 2_500); // F6
        add("total with GST of approved sales invoices", "all customers", OCTOBER, null, 4_400); // F7
        add("owed to you", "all customers", TODAY, null, 900); // F8
        add("owed to you", "Acme 5000", TODAY, null, 600); // F9
        add("owed to you", "Zorro Pty Ltd", TODAY, null, 200); // F10
        add("owed to you", "Brick & Co", TODAY, null, 100); // F11
        add("balance by the books", "Cheque", TODAY, null, 5_000); // F12
        add("owed by you", "Timber Co", TODAY, null, 300); // F13
    }

    private void add(String measure, String subject, Period period, @Nullable Basis basis, long dollars) {
        Source source = new Source("Org", "Invoices", List.of(), 0, null, Instant.EPOCH, "");
        facts.add(measure, subject, period, basis, new Value.Amount(Money.aud(dollars * 100)), source);
    }

    private ToolResult calculate(String operation, String ids, @Nullable String with) {
        Map<String, Object> arguments = with == null
                ? Map.of("operation", operation, "facts", ids)
                : Map.of("operation", operation, "facts", ids, "with", with);
        try {
            return Calculate.over(facts).run(new JsonMapper().valueToTree(arguments));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "difference, F1 F2, Look both up on one basis",
        "sum, F1 F2, F1 is on accruals and F2 on cash",
        "average, F1 F2, Look both up on one basis",
        "percent, F1 F7, F7 holds GST and F1 does not",
        "difference, F7 F5, Look both up with GST or both without",
        "sum, F8 F9, F8 is the total and holds F9 already",
        "average, F9 F8, F8 is the total and holds F9 already",
        "sum, F1 F4, some days are in both",
        "compare, F1 F4, Look up periods that do not overlap",
        "difference, F5 F6, Look one of them up for the other's period",
        "ratio, F5 F6, that compares neither",
        "change, F5 F1, one does not change into the other",
        "compare, F5 F1, one does not change into the other",
        "compare, F9 F10, compare takes one subject in two periods",
        "compare, F1 F1, compare takes two periods"
    })
    void refusesWhatCannotBeCompared(String operation, String ids, String reason) {
        ToolResult result = calculate(operation, ids, null);

        assertThat(result.failed()).as(result.content()).isTrue();
        assertThat(result.content()).contains(reason);
        assertThat(facts.size()).isEqualTo(13);
    }

    @ParameterizedTest
    @CsvSource({
        "sum, F9 F10 F11, $900.00, F9 + F10 + F11",
        "sum, F1 F3, '$1,500.00', F1 + F3",
        "difference, F12 F13, '$4,700.00', F12 − F13",
        "percent, F1 F5, 25.0%, F1 ÷ F5",
        "percent, F9 F8, 66.7%, F9 ÷ F8",
        "ratio, F9 F10, 3.00, F9 ÷ F10",
        "ratio, F10 F9, 0.33, F10 ÷ F9",
        "average, F9 F10, $400.00, (F9 + F10) ÷ 2",
        "average, F9 F10 F10, $333.33, (F9 + F10 + F10) ÷ 3",
        "average, F3 F11, $300.00, (F3 + F11) ÷ 2"
    })
    void worksOutWhatMayStandTogether(String operation, String ids, String expected, String formula) {
        ToolResult result = calculate(operation, ids, null);

        assertThat(result.failed()).as(result.content()).isFalse();
        Fact fact = facts.require("F14");
        assertThat(fact.value().display()).isEqualTo(expected);
        assertThat(fact.formula()).isNotNull();
        assertThat(fact.formula().text()).isEqualTo(formula);
    }

    @Test
    void comparesTheLaterPeriodWithTheEarlierWhicheverIsNamedFirst() {
        ToolResult result = calculate("compare", "F3 F1", null);

        assertThat(lines(13))
                .containsExactly(
                        "difference in net profit | the business | $500.00 | F1 − F3",
                        "change in net profit | the business | 100.0% | (F1 − F3) ÷ |F3|");
        assertThat(result.content()).doesNotContain("number of days");
    }

    @Test
    void tellsThatPeriodsOfUnlikeLengthWereCompared() {
        add("net profit", "the business", Period.quarterOf(LocalDate.of(2026, 4, 1)), Basis.ACCRUALS, 10); // F14

        assertThat(calculate("compare", "F1 F14", null).content()).contains("do not have the same number of days");
    }

    @Test
    void picksTheLargestAndSumsThem() {
        ToolResult result = calculate("top", "F10 F9 F11 F9", "2");

        assertThat(result.content())
                .containsSubsequence("F9 | ", "F10 | ", "F14 | ")
                .doesNotContain("F11 | ");
        assertThat(lines(13))
                .containsExactly("sum of the largest, owed to you | the figures together | $800.00 | F9 + F10");
    }

    @ParameterizedTest
    @CsvSource({
        "above 100, F9 F10, 2",
        "more than $100.00, F9 F10, 2",
        "below 200, F11, 1",
        "'< 1,000', F9 F10 F11, 3",
        "zorro, F10, 1",
        "nobody, '', 0"
    })
    void countsTheFactsThatFit(String with, String fitting, String count) {
        calculate("filter", "F9 F10 F11", with);

        Fact counted = facts.require("F14");
        assertThat(counted.value().display()).isEqualTo(count);
        assertThat(counted.formula()).isNotNull();
        assertThat(counted.formula().text())
                .isEqualTo("how many of F9, F10, F11" + (fitting.isEmpty() ? "" : ": " + fitting.replace(" ", ", ")));
    }

    @Test
    void listsATotalBesideItsPartsWithoutASum() {
        assertThat(calculate("filter", "F8 F9 F10", "above 100").content())
                .contains("They have no sum: F8 is the total and holds F9 already.");
    }

    @Test
    void groupsBySubjectAndByPeriod() {
        add("owed to you", "Acme 5000", Period.day(LocalDate.of(2026, 10, 31)), null, 50); // F14

        calculate("group", "F9 F10 F14", "subject");
        calculate("group", "F9 F10 F14", "period");

        assertThat(lines(14))
                .containsExactly(
                        "sum of owed to you | Acme 5000 | $650.00 | F9 + F14",
                        "sum of owed to you | Zorro Pty Ltd | $200.00 | F10",
                        "sum of owed to you | the figures together | $800.00 | F9 + F10",
                        "sum of owed to you | Acme 5000 | $50.00 | F14");
    }

    @ParameterizedTest
    @CsvSource({"top, 0", "top, many", "group, customer", "filter, ''", "top, "})
    void tellsWhatAnOperationIsDoneWith(String operation, @Nullable String with) {
        ToolResult result = calculate(operation, "F9 F10", with);

        assertThat(result.failed()).isTrue();
        assertThat(result.content()).contains("'with'");
    }

    /** Those after so many, with how they were worked out. */
    private List<String> lines(int after) {
        List<String> lines = new ArrayList<>();
        for (Fact fact : facts.all().subList(after, facts.size())) {
            assertThat(fact.formula()).isNotNull();
            lines.add(String.join(
                    " | ",
                    fact.measure(),
                    fact.subject(),
                    fact.value().display(),
                    fact.formula().text()));
        }
        return lines;
    }
}
