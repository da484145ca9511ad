package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.ToolResult;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class CalculateTest {
    private final FactBook facts = new FactBook();

    @BeforeEach
    void findFacts() {
        add(new Value.Amount(Money.aud(10_000))); // F1
        add(new Value.Amount(Money.aud(-2_500))); // F2
        add(new Value.Count(8)); // F3
        add(new Value.Count(3)); // F4
        add(new Value.Amount(Money.zero(Money.AUD))); // F5
        add(new Value.Amount(new Money(700, Currency.getInstance("USD")))); // F6
    }

    private void add(Value value) {
        Source source = new Source("Org", "Invoices", List.of(), 0, null, Instant.EPOCH, "");
        facts.add("owed", "Acme", Period.day(LocalDate.of(2026, 11, 23)), null, value, source);
    }

    private ToolResult calculate(String operation, List<String> ids) {
        try {
            return Calculate.over(facts)
                    .run(new JsonMapper().valueToTree(Map.of("operation", operation, "facts", ids)));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sum, F1 F2, $75.00, F1 + F2",
        "sum, F1 F1 F1, $300.00, F1 + F1 + F1",
        "sum, F3 F4, 11, F3 + F4",
        "difference, F1 F2, $125.00, F1 − F2",
        "difference, F2 F1, -$125.00, F2 − F1",
        "percent, F4 F3, 37.5%, F4 ÷ F3",
        "percent, F2 F1, -25.0%, F2 ÷ F1",
        "change, F1 F2, 500.0%, (F1 − F2) ÷ |F2|"
    })
    void makesANewFactWithItsFormula(String operation, String ids, String expected, String formula) {
        ToolResult result = calculate(operation, List.of(ids.split(" ")));
        assertThat(result.failed()).as(result.content()).isFalse();
        Fact fact = facts.require("F7");
        assertThat(fact.value().display()).isEqualTo(expected);
        assertThat(fact.formula()).isNotNull();
        assertThat(fact.formula().text()).isEqualTo(formula);
        assertThat(result.content()).contains("F7 | ").contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "sum, F1 F6, AUD and USD",
        "sum, F1 F3, not an amount",
        "difference, F3 F1, not a count",
        "percent, F1 F5, is zero",
        "percent, F1 F3, F3 is not an amount",
        "percent, F3 F1, F1 is not a count",
        "change, F1 F3, F3 is not an amount",
        "change, F3 F1, F1 is not a count",
        "percent, F1 F6, AUD and USD",
        "difference, F1, two facts",
        "sum, F99, no fact 'F99'",
        "multiply, F1 F2, one of"
    })
    void tellsTheModelWhatCannotBeWorkedOut(String operation, String ids, String reason) {
        ToolResult result = calculate(operation, List.of(ids.split(" ")));
        assertThat(result.failed()).isTrue();
        assertThat(result.content()).contains(reason);
        assertThat(facts.size()).isEqualTo(6);
    }

    @Test
    void takesIdsAsModelsWriteThem() {
        assertThat(calculate("sum", List.of("{F1}", "F2")).failed()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"sum, F7 F7", "difference, F8 F1", "sum, F9 F9", "difference, F10 F3"})
    void tellsTheModelThatAResultIsTooLarge(String operation, String ids) {
        add(new Value.Amount(Money.aud(Long.MAX_VALUE))); // F7
        add(new Value.Amount(Money.aud(Long.MIN_VALUE))); // F8
        add(new Value.Count(Long.MAX_VALUE)); // F9
        add(new Value.Count(Long.MIN_VALUE)); // F10
        ToolResult result = calculate(operation, List.of(ids.split(" ")));
        assertThat(result.failed()).isTrue();
        assertThat(result.content()).contains("too large");
        assertThat(facts.size()).isEqualTo(10);
    }

    @Test
    void comparesPercentagesOnlyWithPercentages() {
        add(new Value.Percent(new BigDecimal("12.5"))); // F7
        assertThat(calculate("percent", List.of("F7", "F1")).content()).contains("F1 is not a percentage");
        assertThat(calculate("change", List.of("F1", "F7")).content()).contains("F7 is not an amount");
        assertThat(calculate("change", List.of("F7", "F7")).failed()).isFalse();
    }
}
