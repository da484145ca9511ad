package au.pip.ledger.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.ledger.Money;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuperGuaranteeTest {
    private final SuperGuarantee superGuarantee = new SuperGuarantee(TaxData.standard());

    @ParameterizedTest
    @CsvSource({
        // 10,000.00 of wages at 10, 10.5, 11, 11.5 and 12 percent, by the day they are paid
        "2022-06-30, 1000.00",
        "2022-07-01, 1050.00",
        "2023-06-30, 1050.00",
        "2024-06-30, 1100.00",
        "2025-06-30, 1150.00",
        "2025-07-01, 1200.00",
        "2026-07-01, 1200.00",
        "2027-06-30, 1200.00",
    })
    void followsTheRateOfThePayday(LocalDate payday, String owed) {
        assertThat(superGuarantee.on(Money.aud(10_000_00), payday)).isEqualTo(Money.of(owed, Money.AUD));
    }

    @ParameterizedTest
    @CsvSource({
        "2023-12-15, 2024-01-29", // 28 January 2024 is a Sunday
        "2026-03-31, 2026-04-28",
        "2026-06-30, 2026-07-28",
    })
    void wasDueByQuarter(LocalDate payday, LocalDate due) {
        assertThat(superGuarantee.isByPayday(payday)).isFalse();
        assertThat(superGuarantee.due(payday).day()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-07-01, 2026-07-10", // Wednesday: 2, 3, 6, 7, 8, 9, 10 July
        "2026-11-19, 2026-11-30", // Thursday: 20, 23, 24, 25, 26, 27, 30 November
        // Christmas Eve: 29, 30, 31 December, 4, 5, 6, 7 January; 25 and 28 December and 1 January are holidays
        "2026-12-24, 2027-01-07",
        "2027-03-24, 2027-04-06", // 25, (Good Friday, Easter Monday), 30, 31 March, 1, 2, 5, 6 April
    })
    void isDueSevenBusinessDaysAfterPaydayNow(LocalDate payday, LocalDate due) {
        assertThat(superGuarantee.isByPayday(payday)).isTrue();
        assertThat(superGuarantee.due(payday).day()).isEqualTo(due);
    }

    @Test
    void knowsNoRateBeyondTheData() {
        assertThatThrownBy(() -> superGuarantee.rate(LocalDate.of(2027, 7, 1)))
                .isInstanceOf(NotInTaxData.class)
                .hasMessageContaining("super guarantee rate for the year to June 2028");
        assertThatThrownBy(() -> superGuarantee.due(LocalDate.of(2027, 7, 1))).isInstanceOf(NotInTaxData.class);
    }
}
