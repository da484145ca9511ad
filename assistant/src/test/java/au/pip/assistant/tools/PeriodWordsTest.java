package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.ledger.Period;
import java.time.LocalDate;
import java.time.MonthDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodWordsTest {
    private static PeriodWords on(String today) {
        return new PeriodWords(LocalDate.parse(today), MonthDay.of(6, 30));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-23, this_month, 2026-11-01, 2026-11-23",
        "2026-11-23, last_month, 2026-10-01, 2026-10-31",
        "2026-11-23, this_quarter, 2026-10-01, 2026-11-23",
        "2026-11-23, last_quarter, 2026-07-01, 2026-09-30",
        "2026-11-23, last_quarter_same_days, 2026-07-01, 2026-08-23",
        "2026-11-23, last_month_same_days, 2026-10-01, 2026-10-23",
        "2026-11-23, this_financial_year, 2026-07-01, 2026-11-23",
        "2026-11-23, last_financial_year, 2025-07-01, 2026-06-30",
        "2026-11-23, last_financial_year_same_days, 2025-07-01, 2025-11-23",
        "2026-07-01, last_month, 2026-06-01, 2026-06-30",
        "2026-07-01, this_quarter, 2026-07-01, 2026-07-01",
        "2026-06-30, this_financial_year, 2025-07-01, 2026-06-30",
        "2028-02-29, this_month, 2028-02-01, 2028-02-29",
        "2028-03-31, last_month_same_days, 2028-02-01, 2028-02-29",
        "2026-12-31, last_quarter_same_days, 2026-07-01, 2026-09-30",
        "2026-11-23, 2026-02, 2026-02-01, 2026-02-28",
        "2026-11-23, Last Month, 2026-10-01, 2026-10-31",
        "2026-11-23, 2026-01-05..2026-03-09, 2026-01-05, 2026-03-09"
    })
    void readsThePeriodsPeopleSpeakOf(String today, String words, String from, String to) {
        assertThat(on(today).read(words)).isEqualTo(new Period(LocalDate.parse(from), LocalDate.parse(to)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2026-13", "2026-02-30", "2026-03-09..2026-01-05", "last_decade"})
    void tellsWhatItTakesWhenItCannotReadIt(String words) {
        assertThatThrownBy(() -> on("2026-11-23").read(words))
                .isInstanceOf(BadArgument.class)
                .hasMessageContaining("'period'");
    }

    @Test
    void knowsAFinancialYearThatEndsInFebruary() {
        PeriodWords words = new PeriodWords(LocalDate.of(2028, 3, 1), MonthDay.of(2, 29));
        assertThat(words.read("last_financial_year"))
                .isEqualTo(new Period(LocalDate.of(2027, 3, 1), LocalDate.of(2028, 2, 29)));
    }
}
