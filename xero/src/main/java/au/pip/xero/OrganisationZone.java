package au.pip.xero;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Properties;

/**
 * Where an organisation's days begin.
 *
 * @param xeroName as Xero writes it, such as {@code AUSEASTERNSTANDARDTIME}
 * @param zone the same as an IANA zone
 * @param known false when the name is not in our table, so that the zone is a guess by country; a person is told
 */
public record OrganisationZone(String xeroName, ZoneId zone, boolean known) {
    /** Xero's names are Windows' zone ids without spaces and dots; the zones are Unicode CLDR's for them. */
    private static final Properties TABLE = table();

    static OrganisationZone of(String xeroName, String countryCode) {
        String iana = TABLE.getProperty(xeroName);
        if (iana != null) {
            return new OrganisationZone(xeroName, ZoneId.of(iana), true);
        }
        ZoneId guess = switch (countryCode) {
            case "AU" -> ZoneId.of("Australia/Sydney");
            case "NZ" -> ZoneId.of("Pacific/Auckland");
            case "GB" -> ZoneId.of("Europe/London");
            default -> ZoneOffset.UTC;
        };
        return new OrganisationZone(xeroName, guess, false);
    }

    /** What a person is told about a guess; "" when the zone is known. */
    public String notice() {
        return known
                ? ""
                : "Xero gives the time zone of this organisation as \"" + xeroName
                        + "\", which Pip does not know; it counts days by " + zone + ".";
    }

    private static Properties table() {
        try (InputStream in = OrganisationZone.class.getResourceAsStream("timezones.properties")) {
            Properties table = new Properties();
            table.load(in);
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
