package au.pip.assistant.tools;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.ledger.Money;
import au.pip.ledger.Value;
import au.pip.ledger.tax.TaxData;
import au.pip.ledger.tax.TaxValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Figures of tax are data: none stands in the prompt, in a tool's description or in the code of the assistant. */
class NoTaxFigureInWordsTest {
    private static final Pattern RATE = Pattern.compile("(?<![\\w.$])\\d+(?:\\.\\d+)? ?(?:%|per ?cent\\b)");

    @Test
    void writesNoLimitAndNoRate() throws IOException {
        Set<String> limits = new TreeSet<>();
        TaxData.standard().all().forEach(figure -> {
            switch (figure.value()) {
                case TaxValue.Single(Value.Amount(Money money)) -> limits.add(whole(money));
                case TaxValue.Brackets(List<TaxValue.Bracket> brackets) ->
                    brackets.forEach(each -> limits.add(whole(each.over())));
                case TaxValue.Single _, TaxValue.QuarterDays _, TaxValue.YearDay _, TaxValue.Days _ -> {}
            }
        });
        // Round numbers that mean other things in code, such as a length or a second.
        limits.removeIf(limit -> limit.length() < 5);
        limits.removeAll(Set.of("20000", "50000", "150000", "10000000"));
        assertThat(limits).contains("18200", "45000", "135000", "190000", "75000", "2000000");
        Pattern limit = Pattern.compile("(?<!\\d)(?:" + String.join("|", limits) + ")(?!\\d)");
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file)
                        .replaceAll("(?s)/\\*.*?\\*/", "")
                        .replaceAll("(?m)//.*$", "")
                        .replaceAll("(?<=\\d)[_,](?=\\d)", "");
                assertThat(limit.matcher(code).results()).as(file.toString()).isEmpty();
                assertThat(RATE.matcher(code).results()).as(file.toString()).isEmpty();
            }
        }
    }

    private static String whole(Money money) {
        return money.toDecimal().toBigInteger().toString();
    }
}
