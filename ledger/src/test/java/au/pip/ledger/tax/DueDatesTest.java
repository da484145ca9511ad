package au.pip.ledger.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.ledger.Period;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDatesTest {
    private final DueDates dates = new DueDates(TaxData.standard());

    @ParameterizedTest
    @CsvSource({
        "2026-08-15, 2026-10-28", // a Wednesday
        "2026-12-31, 2027-03-01", // 28 February 2027 is a Sunday
        "2027-01-01, 2027-04-28",
        "2027-06-30, 2027-07-28",
        "2025-03-31, 2025-04-28",
        "2025-06-30, 2025-07-28",
    })
    void dueAfterTheQuarterOnABusinessDay(LocalDate inQuarter, LocalDate due) {
        assertThat(dates.of(TaxItem.BAS_QUARTER_DAYS, Period.quarterOf(inQuarter))
                        .day())
                .isEqualTo(due);
        assertThat(dates.of(TaxItem.INSTALMENT_QUARTER_DAYS, Period.quarterOf(inQuarter))
                        .day())
                .isEqualTo(due);
    }

    @Test
    void tellsTheDayAsWrittenToo() {
        DueDate due = dates.of(TaxItem.BAS_QUARTER_DAYS, Period.quarterOf(LocalDate.of(2026, 12, 31)));

        assertThat(due.isMoved()).isTrue();
        assertThat(due.written()).isEqualTo(LocalDate.of(2027, 2, 28));
        assertThat(due.rule().isLaw()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10, 2026-11-23", // 21 November 2026 is a Saturday
        "2025-03, 2025-04-22", // 21 April 2025 is Easter Monday
        "2026-12, 2027-01-21",
        "2026-02, 2026-03-23", // 21 March 2026 is a Saturday
    })
    void dueInTheMonthAfter(YearMonth month, LocalDate due) {
        assertThat(dates.of(TaxItem.BAS_MONTH_DAY, Period.month(month)).day()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "GST_YEAR_DAY, 2026-11-02", // 31 October 2026 is a Saturday
        "GST_YEAR_DAY_NO_RETURN, 2027-03-01",
        "RETURN_DAY, 2026-11-02",
        "RETURN_DAY_AGENT, 2027-05-17", // 15 May 2027 is a Saturday
        "STP_FINALISATION_DAY, 2026-07-14",
        "TPAR_DAY, 2026-08-28",
    })
    void dueAfterTheYear(TaxItem item, LocalDate due) {
        assertThat(dates.of(item, new FinancialYear(2026).period()).day()).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        // day, self-lodged, through an agent
        "2026-10-28, 2026-10-28, 2026-11-25",
        "2026-10-29, 2027-03-01, 2026-11-25",
        "2026-11-25, 2027-03-01, 2026-11-25",
        "2026-11-26, 2027-03-01, 2027-03-01",
        "2027-03-01, 2027-03-01, 2027-03-01",
        "2027-03-02, 2027-04-28, 2027-05-26",
    })
    void findsTheNextOne(LocalDate today, LocalDate self, LocalDate agent) {
        assertThat(dates.nextOfQuarters(TaxItem.BAS_QUARTER_DAYS, today).day()).isEqualTo(self);
        assertThat(dates.nextOfQuarters(TaxItem.BAS_QUARTER_DAYS_AGENT, today).day())
                .isEqualTo(agent);
    }

    @Test
    void findsTheNextMonthAndYear() {
        assertThat(dates.nextOfMonths(TaxItem.BAS_MONTH_DAY, LocalDate.of(2026, 11, 23))
                        .period())
                .isEqualTo(Period.month(YearMonth.of(2026, 10)));
        assertThat(dates.nextOfMonths(TaxItem.BAS_MONTH_DAY, LocalDate.of(2026, 11, 24))
                        .day())
                .isEqualTo(LocalDate.of(2026, 12, 21));
        assertThat(dates.nextOfYears(TaxItem.RETURN_DAY, LocalDate.of(2026, 11, 2))
                        .day())
                .isEqualTo(LocalDate.of(2026, 11, 2));
        assertThat(dates.nextOfYears(TaxItem.RETURN_DAY, LocalDate.of(2026, 11, 3))
                        .day())
                .isEqualTo(LocalDate.of(2027, 11, 1)); // 31 October 2027 is a Sunday
    }

    @Test
    void knowsNoRuleAndNoHolidayBeyondTheData() {
        assertThatThrownBy(() -> dates.of(TaxItem.BAS_QUARTER_DAYS, Period.quarterOf(LocalDate.of(2027, 7, 1))))
                .isInstanceOf(NotInTaxData.class)
                .hasMessageContaining("June 2028");
        assertThatThrownBy(() -> new BusinessDays(TaxData.standard()).onOrAfter(LocalDate.of(2028, 1, 3)))
                .isInstanceOf(NotInTaxData.class)
                .hasMessageContaining("national public holidays");
    }
}
