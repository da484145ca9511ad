package au.pip.ledger.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Formula;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Source;
import au.pip.ledger.Value;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaxDataTest {
    private static final Path RESOURCES = Path.of("src/main/resources/au/pip/ledger/tax");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @Test
    void readsEveryFileThatIsThere() throws IOException {
        try (Stream<Path> files = Files.list(RESOURCES)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".json", "")))
                    .containsExactlyInAnyOrderElementsOf(TaxData.FILES);
        }
    }

    @Test
    void namesSourceDayAndStatusOfEachFigure() {
        for (String file : TaxData.FILES) {
            assertThat(TaxFile.read(file)).as(file).isNotEmpty().allSatisfy(figure -> {
                assertThat(figure.publisher()).isNotBlank();
                assertThat(figure.title()).isNotBlank().doesNotContain("http", "www.");
                assertThat(figure.checked()).isBetween(LocalDate.of(2026, 11, 1), LocalDate.now());
                assertThat(figure.digest()).matches("[0-9a-f]{64}");
                assertThat(figure.source().organisation()).isEqualTo("Pip's tax data");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"status", "publisher", "title", "from", "to", "item"})
    void readsNoFigureWithoutThem(String missing) {
        String whole = """
                {"subject": "x", "checked": "2026-11-23", "figures": [{"item": "GST rate", "from": "2026-07-01",
                "to": "2027-06-30", "percent": "10", "status": "law", "publisher": "p", "title": "t"}]}""";
        assertThat(TaxFile.parse("x", whole.getBytes(StandardCharsets.UTF_8))).hasSize(1);

        String without = whole.replace("\"" + missing + "\"", "\"other\"");

        assertThatThrownBy(() -> TaxFile.parse("x", without.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(missing);
    }

    @Test
    void tellsEachItemAndNoneTwiceOnADay() {
        TaxData data = TaxData.standard();
        for (TaxItem item : TaxItem.values()) {
            assertThat(data.of(item)).as(item.words()).isNotEmpty();
        }
        List<TaxFigure> twice = Stream.concat(data.all(), data.all()).toList();
        assertThatThrownBy(() -> new TaxData(twice)).hasMessageContaining("twice");
    }

    /** What the facts call announced or could not confirm stays marked so. */
    @Test
    void marksWhatIsNoLaw() {
        Set<TaxItem> open = TaxData.standard()
                .all()
                .filter(figure -> !figure.isLaw())
                .map(TaxFigure::item)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(open)
                .containsExactlyInAnyOrder(
                        TaxItem.TAX_INVOICE_BUYER_AMOUNT,
                        TaxItem.SUPER_YEAR_BASE,
                        TaxItem.CONCESSIONAL_CAP,
                        TaxItem.MEDICARE_LOW_INCOME,
                        TaxItem.LOW_INCOME_OFFSET,
                        TaxItem.WRITE_OFF_LIMIT,
                        TaxItem.CAR_RATE,
                        TaxItem.WORK_EXPENSE_DEDUCTION,
                        TaxItem.WORKING_AUSTRALIANS_OFFSET,
                        TaxItem.LOSS_CARRY_BACK_YEARS);
    }

    @Test
    void neverTakesAnOlderYearsFigure() {
        TaxData data = TaxData.standard();

        assertThat(data.law(TaxItem.GDP_FACTOR, LocalDate.of(2025, 6, 30)).percent())
                .isEqualTo(new BigDecimal("6"));
        assertThat(data.find(TaxItem.GDP_FACTOR, LocalDate.of(2025, 7, 1))).isEmpty();
        assertThatThrownBy(() -> data.law(TaxItem.GDP_FACTOR, DAY))
                .hasMessageContaining("no GDP adjustment of PAYG and GST instalments for the year to June 2027");
        assertThat(data.all())
                .allSatisfy(figure -> assertThat(figure.period().to()).isBeforeOrEqualTo(LocalDate.of(2028, 6, 30)));
    }

    /** Rates and limits are data: no amount of it, and no rate, is written in the code beside it. */
    @Test
    void writesNoFigureInTheCode() throws IOException {
        Set<String> figures = TaxData.standard()
                .all()
                .flatMap(figure -> switch (figure.value()) {
                    case TaxValue.Single(Value value) -> Stream.of(value.plain());
                    case TaxValue.Brackets(List<TaxValue.Bracket> brackets) ->
                        brackets.stream()
                                .flatMap(each -> Stream.of(
                                        each.over().toDecimal().toPlainString(),
                                        each.percent().toPlainString()));
                    case TaxValue.QuarterDays _, TaxValue.YearDay _, TaxValue.Days _ -> Stream.<String>empty();
                })
                .map(plain -> new BigDecimal(plain).stripTrailingZeros().toPlainString())
                .filter(plain -> plain.length() > 1 && !plain.equals("10"))
                .collect(Collectors.toSet());
        assertThat(figures).contains("18200", "11.5", "16", "20000");
        try (Stream<Path> files = Files.list(Path.of("src/main/java/au/pip/ledger/tax"))) {
            for (Path file : files.toList()) {
                String code =
                        Files.readString(file).replaceAll("(?s)/\\*.*?\\*/", "").replaceAll("(?<=\\d)[_,](?=\\d)", "");
                for (String figure : figures) {
                    assertThat(code)
                            .as(file + " holds " + figure)
                            .doesNotContainPattern("(?<![\\w.])" + Pattern.quote(figure) + "(?![\\w])");
                }
            }
        }
    }

    @Test
    void standsBehindAFactAndWhatIsWorkedOutOfIt() {
        FactBook book = new FactBook();
        Instant read = Instant.parse("2026-11-27T03:00:00Z");
        Source books = new Source("Hume Joinery", "Reports/ProfitAndLoss", List.of("a"), 1, null, read, "0a");
        TaxFigure figure = TaxData.standard().law(TaxItem.COMPANY_RATE, DAY);
        Fact rate =
                book.add("company tax rate", "the business", figure.period(), null, figure.single(), figure.source());
        Fact profit = book.add(
                "net profit", "the business", Period.day(DAY), null, new Value.Amount(Money.aud(40_000_00)), books);

        Fact tax = book.derive(
                "company tax",
                "the business",
                Period.day(DAY),
                null,
                new Value.Amount(figure.of(Money.aud(40_000_00))),
                new Formula.PercentOf(rate.id(), profit.id()));

        assertThat(tax.value().display()).isEqualTo("$10,000.00"); // 40,000.00 × 25 %
        assertThat(tax.formula()).isNotNull().extracting(Formula::text).isEqualTo("F1 of F2");
        assertThat(tax.source().organisation()).isEqualTo("Hume Joinery");
        assertThat(tax.source().fetchedAt()).isEqualTo(read);
        assertThat(tax.source().endpoint()).contains("page on company tax rates (law), checked 23 Nov 2026");
        assertThat(tax.source().recordIds()).contains("company tax rate of base rate entities", "a");
        assertThat(rate.source().fetchedAt()).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
        assertThat(new Formula.Proportion("F1", "F2", "F3").text()).isEqualTo("F1 × F2 ÷ F3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "{\"a\"}", "[1]", "{\"a\": \"b\",}", "\"a\" \"b\"", "{\"a\": \"x\", \"a\": \"y\"}", ""})
    void readsOnlyTheJsonThatItKnows(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IllegalStateException.class);
    }
}
