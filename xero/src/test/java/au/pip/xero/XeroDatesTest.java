package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XeroDatesTest {
    @ParameterizedTest
    @CsvSource({
        "/Date(1539993600000+0000)/, 2018-10-20",
        "/Date(1539993600000)/, 2018-10-20",
        "/Date(1539993600000+1100)/, 2018-10-20",
        "/Date(-86400000+0000)/, 1969-12-31",
        "/Date(-1)/, 1969-12-31",
        "2018-10-20T00:00:00, 2018-10-20",
        "2018-10-20 00:00:00, 2018-10-20",
        "2018-10-20, 2018-10-20",
    })
    void readsADocumentsDayWithoutMovingItByTimeZone(String wire, LocalDate day) {
        assertThat(XeroDates.date(wire)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({
        "/Date(1541176290160+0000)/, 2018-11-02T16:31:30.160Z",
        "/Date(1541176290160)/, 2018-11-02T16:31:30.160Z",
        "2019-12-07T18:46:19.5165400, 2019-12-07T18:46:19.516540Z",
        "2018-11-02 16:31:30+00:00, 2018-11-02T16:31:30Z",
        "2018-11-02T16:31:30Z, 2018-11-02T16:31:30Z",
        "2018-11-02T16:31:30+11:00, 2018-11-02T05:31:30Z",
    })
    void readsMoments(String wire, Instant moment) {
        assertThat(XeroDates.instant(wire)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "20/10/2018", "2018-13-01", "2018-10-20x", "/Date()/", "/Date(12", "/Date(1e9)/"})
    void refusesWhatIsNoDate(String wire) {
        assertThatThrownBy(() -> XeroDates.date(wire)).isInstanceOf(DateTimeException.class);
    }

    @Property
    void everyDaySurvivesTheWire(@ForAll @IntRange(min = -200_000, max = 200_000) int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        long millis = day.atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli();

        assertThat(XeroDates.date("/Date(" + millis + "+0000)/")).isEqualTo(day);
        assertThat(XeroDates.date("/Date(" + millis + "-0500)/")).isEqualTo(day);
    }

    @Property
    void everyMomentSurvivesTheWire(
            @ForAll @LongRange(min = -62_000_000_000_000L, max = 250_000_000_000_000L) long millis) {
        Instant moment = Instant.ofEpochMilli(millis);

        assertThat(XeroDates.instant("/Date(" + millis + ")/")).isEqualTo(moment);
        assertThat(XeroDates.instant(
                        moment.atOffset(ZoneOffset.UTC).toLocalDateTime().toString()))
                .isEqualTo(moment);
    }

    @Test
    void refusesADayBeyondTheCalendar() {
        assertThatThrownBy(() -> XeroDates.instant("/Date(9999999999999999999999)/"))
                .isInstanceOf(DateTimeException.class);
    }
}
