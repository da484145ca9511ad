package au.pip.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.assistant.budget.BudgetRules;
import au.pip.assistant.budget.BudgetRules.Limit;
import au.pip.llm.settings.DotEnv;
import au.pip.llm.settings.Settings;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BudgetSettingsTest {
    private static BudgetRules read(Map<String, String> environment) {
        return BudgetSettings.read(new Settings(environment, DotEnv.empty()));
    }

    @Test
    void limitsNothingUnlessTold() {
        assertThat(read(Map.of("PIP_BUDGET_USD", " "))).isEqualTo(BudgetRules.NONE);
    }

    @Test
    void takesEachLimitFromItsOwnLine() {
        assertThat(read(Map.of(
                        "PIP_BUDGET_USD", "5.00",
                        "PIP_BUDGET_TOKENS", "5000000",
                        "PIP_ORGANISATION_BUDGET_USD", "2.5",
                        "PIP_ORGANISATION_BUDGET_TOKENS", "3000000",
                        "PIP_SERVER_BUDGET_USD", "40",
                        "PIP_SERVER_BUDGET_TOKENS", "90000000")))
                .isEqualTo(new BudgetRules(
                        new Limit(new BigDecimal("5.00"), 5_000_000L),
                        new Limit(new BigDecimal("2.5"), 3_000_000L),
                        new Limit(new BigDecimal("40"), 90_000_000L)));
    }

    @ParameterizedTest
    @CsvSource({
        "PIP_BUDGET_USD,five",
        "PIP_BUDGET_USD,0",
        "PIP_BUDGET_USD,1e-999999999",
        "PIP_BUDGET_TOKENS,1.5",
        "PIP_BUDGET_TOKENS,0",
        "PIP_ORGANISATION_BUDGET_USD,-1",
        "PIP_ORGANISATION_BUDGET_TOKENS,many",
        "PIP_SERVER_BUDGET_TOKENS,-5",
        "PIP_SERVER_BUDGET_USD,99999999"
    })
    void refusesALimitThatIsNone(String name, String value) {
        assertThatThrownBy(() -> read(Map.of(name, value)))
                .isInstanceOf(StartupException.class)
                .hasMessageStartingWith(name + " is " + value + "; set it to ")
                .hasMessageEndingWith("or leave it empty for no limit.");
    }
}
