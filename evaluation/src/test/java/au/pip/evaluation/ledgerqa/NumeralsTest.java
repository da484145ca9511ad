package au.pip.evaluation.ledgerqa;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Customers owe you $1,234.50.;AMOUNT;123450;AUD;true",
                "Customers owe you A$1234.50.;AMOUNT;123450;AUD;true",
                "Customers owe you 1,234.50 AUD.;AMOUNT;123450;AUD;true",
                "Customers owe you 1,234.50.;AMOUNT;123450;AUD;false",
                "Customers owe you $1,234.5.;AMOUNT;123450;AUD;true",
                "Customers owe you $1,234.51.;AMOUNT;123450;AUD;false",
                "Customers owe you $11,234.50.;AMOUNT;123450;AUD;false",
                "It came to USD 99.00.;AMOUNT;9900;USD;true",
                "It came to US$99.00.;AMOUNT;9900;USD;true",
                "It came to $99.00.;AMOUNT;9900;USD;false",
                "It came to USD 99.00.;AMOUNT;9900;AUD;false",
                "Net profit: -$20.00.;AMOUNT;-2000;AUD;true",
                "A loss of $20.00.;AMOUNT;-2000;AUD;true",
                "A profit of $20.00.;AMOUNT;-2000;AUD;false",
                "Net profit: -$20.00.;AMOUNT;2000;AUD;false",
                "12.5% of it.;PERCENT;125;;true",
                "12.50 per cent of it.;PERCENT;125;;true",
                "12.5 of it.;PERCENT;125;;false",
                "13% of it.;PERCENT;125;;false",
                "There are 7 of them.;COUNT;7;;true",
                "There are seven of them.;COUNT;7;;true",
                "That is $7.00.;COUNT;7;;false",
                "As of 7 Nov 2026 there are 3.;COUNT;7;;false",
                "In October 2026 there were 3.;COUNT;2026;;false",
                "It is due on 3 Nov 2026.;DAY;2026-11-03;;true",
                "It is due on the 3rd of November 2026.;DAY;2026-11-03;;true",
                "It is due on 2026-11-03.;DAY;2026-11-03;;true",
                "It is due on 4 Nov 2026.;DAY;2026-11-03;;false",
            })
    void findsAFigureHoweverItIsWritten(String text, Kind kind, String value, String currency, boolean held) {
        Gold gold = new Gold(kind, value, currency == null ? "" : currency, "", Set.of());

        assertThat(new Numerals(text).hold(gold)).isEqualTo(held);
    }
}
