package au.pip.assistant.budget;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.BudgetStore.Balance;
import au.pip.assistant.store.BudgetStore.Unit;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "0.0000528, 52800", "0.0000000001, 1", "1.0000000001, 1000000001", "1e30, 9223372036854775807"})
    void countsBillionthsOfADollarRoundedUp(BigDecimal dollars, long nanos) {
        assertThat(Amounts.nanos(dollars)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "0, US$0.00, 0.00",
        "52800, US$0.000053, 0.0000528",
        "5000000000, US$5.00, 5.00",
        "1234567890, US$1.23, 1.23456789"
    })
    void showsCentsAndKeepsTheRest(long nanos, String words, String plain) {
        assertThat(Amounts.words(Unit.NANO_DOLLAR, nanos)).isEqualTo(words);
        assertThat(Amounts.plain(Unit.NANO_DOLLAR, nanos)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-30T12:59:59.999Z, 2026-11, 2026-10-31T13:00:00Z, 2026-11-30T13:00:00Z",
        "2026-11-30T13:00:00Z, 2026-12, 2026-11-30T13:00:00Z, 2026-12-31T13:00:00Z",
        "2026-04-30T14:00:00Z, 2026-05, 2026-04-30T14:00:00Z, 2026-05-31T14:00:00Z"
    })
    void monthsBeginAtMidnightInSydney(Instant now, String month, Instant from, Instant until) {
        BudgetMonth running = BudgetMonth.at(now);
        assertThat(running.month()).hasToString(month);
        assertThat(running.from()).isEqualTo(from);
        assertThat(running.until()).isEqualTo(until);
    }

    @ParameterizedTest
    @CsvSource({
        "79, 0, 79, 21",
        "40, 40, 80, 20",
        "130, 0, 130, 0",
        "9223372036854775807, 9223372036854775807, 2147483647, 0"
    })
    void countsWhatIsReservedAsGone(long spent, long reserved, int percent, long left) {
        Budget budget = new Budget(Budget.Kind.ACCOUNT_TOKENS, AccountId.LOCAL, "tokens 2026-11", 100);
        Standing standing = new Standing(
                budget, BudgetMonth.at(Instant.parse("2026-11-28T00:00:00Z")), new Balance(spent, reserved));
        assertThat(standing.percent()).isEqualTo(percent);
        assertThat(standing.left()).isEqualTo(left);
        assertThat(standing.isNear()).isEqualTo(percent >= 80);
    }

    @ParameterizedTest
    @CsvSource({
        "95, 0, 9, is used up: 95 tokens of 100 tokens is spent",
        "50, 45, 9, is set aside for other answers for now: 50 tokens of 100 tokens is spent and 45 tokens is set aside",
        "0, 0, 101, too small for this model"
    })
    void saysWhyACallDoesNotFit(long spent, long reserved, long needed, String says) {
        Budget budget = new Budget(Budget.Kind.ACCOUNT_TOKENS, AccountId.LOCAL, "tokens 2026-11", 100);
        Standing standing = new Standing(
                budget, BudgetMonth.at(Instant.parse("2026-11-28T00:00:00Z")), new Balance(spent, reserved));
        assertThat(standing.refusal(needed)).contains(says);
    }

    @Test
    void neverSpeaksOfMoneyThatSomebodyLacks() {
        for (Budget.Kind kind : Budget.Kind.values()) {
            Standing standing = new Standing(
                    new Budget(kind, AccountId.LOCAL, "b", 100),
                    BudgetMonth.at(Instant.parse("2026-11-28T00:00:00Z")),
                    new Balance(95, 3));
            for (String said : new String[] {
                standing.refusal(9), standing.shortage(), standing.view().note()
            }) {
                assertThat(said)
                        .contains(kind.words.substring(1))
                        .doesNotContainIgnoringCase("funds", "insufficient", "pay");
            }
        }
    }
}
