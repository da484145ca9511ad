package au.pip.xero;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrganisationZoneTest {
    @ParameterizedTest
    @CsvSource({
        "AUSEASTERNSTANDARDTIME, Australia/Sydney",
        "EAUSTRALIASTANDARDTIME, Australia/Brisbane",
        "CENAUSTRALIASTANDARDTIME, Australia/Adelaide",
        "AUSCENTRALSTANDARDTIME, Australia/Darwin",
        "WAUSTRALIASTANDARDTIME, Australia/Perth",
        "TASMANIASTANDARDTIME, Australia/Hobart",
        "NEWZEALANDSTANDARDTIME, Pacific/Auckland",
        "UTC+12, Etc/GMT-12",
    })
    void knowsXerosNames(String xeroName, String iana) {
        OrganisationZone zone = OrganisationZone.of(xeroName, "AU");

        assertThat(zone.zone()).isEqualTo(ZoneId.of(iana));
        assertThat(zone.known()).isTrue();
        assertThat(zone.notice()).isEmpty();
    }

    @Test
    void tellsWhenItGuesses() {
        OrganisationZone zone = OrganisationZone.of("MARSSTANDARDTIME", "AU");

        assertThat(zone.zone()).isEqualTo(ZoneId.of("Australia/Sydney"));
        assertThat(zone.notice()).contains("MARSSTANDARDTIME").contains("Australia/Sydney");
        assertThat(OrganisationZone.of("", "US").zone()).isEqualTo(ZoneOffset.UTC);
    }

    @Test
    void namesOnlyZonesThatExist() throws Exception {
        java.util.Properties table = new java.util.Properties();
        try (java.io.InputStream in = OrganisationZone.class.getResourceAsStream("timezones.properties")) {
            table.load(in);
        }

        assertThat(table).hasSizeGreaterThan(130);
        assertThat(table.values())
                .allSatisfy(iana -> assertThat(ZoneId.of((String) iana)).isNotNull());
    }
}
