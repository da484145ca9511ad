package au.pip.assistant.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.Fact;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CodecTest {
    private static final List<Formula> FORMULAS = List.of(
            new Formula.Sum(List.of("F1", "F2")),
            new Formula.Difference("F1", "F2"),
            new Formula.Percent("F1", "F2"),
            new Formula.Change("F1", "F2"),
            new Formula.Ratio("F1", "F2"),
            new Formula.Average(List.of("F1", "F2")),
            new Formula.Count(List.of("F1"), List.of("F1", "F2")),
            new Formula.Scaled("F1", 30, 92),
            new Formula.Less("F1", Money.aud(150_000), "your amount"),
            new Formula.PercentOf("F1", "F2"),
            new Formula.Proportion("F1", "F2", "F3"),
            new Formula.PercentOfAmount("F1", Money.aud(150_000), "your plan"));
    private static final List<Value> VALUES = List.of(
            new Value.Amount(Money.aud(-5)),
            new Value.Count(3),
            new Value.Percent(new BigDecimal("12.5")),
            new Value.Ratio(new BigDecimal("0.33")),
            new Value.Day(LocalDate.of(2026, 11, 23)));

    @Test
    void readsEachKindOfValueAndFormulaAsItWasWritten() {
        assertThat(FORMULAS).extracting(formula -> (Object) formula.getClass()).containsExactlyInAnyOrder((Object[])
                Formula.class.getPermittedSubclasses());
        assertThat(VALUES).extracting(value -> (Object) value.getClass()).containsExactlyInAnyOrder((Object[])
                Value.class.getPermittedSubclasses());
        for (Formula formula : FORMULAS) {
            for (Value value : VALUES) {
                Fact fact = new Fact(
                        "F3",
                        "owed",
                        "Acme",
                        Period.day(LocalDate.of(2026, 11, 23)),
                        null,
                        value,
                        new Source("Org", "Invoices", List.of(), 0, null, Instant.EPOCH, ""),
                        formula);

                assertThat(Codec.read(Codec.write(fact), Fact.class)).isEqualTo(fact);
            }
        }
    }
}
