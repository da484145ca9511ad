package au.pip.llm.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.llm.Cost;
import au.pip.llm.LlmException;
import au.pip.llm.ModelInfo;
import au.pip.llm.Usage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PriceCatalogueTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final long MILLION = 1_000_000;

    private final PriceCatalogue catalogue = PriceCatalogue.standard();

    private BigDecimal usd(String provider, String model, Usage usage, LocalDate date) {
        return Objects.requireNonNull(catalogue.cost(provider, model, usage, date))
                .usd();
    }

    @Test
    void pricesTheReferenceCallExactly() {
        Cost cost =
                Objects.requireNonNull(catalogue.cost("anthropic", "claude-3-5-haiku-20241022", Usage.of(16, 10), DAY));

        assertThat(cost.usd()).isEqualTo(new BigDecimal("0.0000528"));
        assertThat(cost.display()).isEqualTo("$0.000053");
        assertThat(cost.priceVersion()).isEqualTo("2026-10-27 anthropic/claude-3-5-haiku-20241022");
        assertThat(usd("anthropic", "claude-3-5-sonnet-20241022", Usage.of(MILLION, 0), DAY))
                .isEqualByComparingTo("3.00");
        assertThat(usd("anthropic", "claude-3-5-sonnet-20241022", Usage.of(0, MILLION), DAY))
                .isEqualByComparingTo("15.00");
    }

    @Test
    void pricesEachBucketOnce() {
        Usage usage = new Usage(MILLION, 10 * MILLION, MILLION, MILLION, MILLION, MILLION);

        assertThat(usd("anthropic", "claude-opus-5-5", usage, DAY)).isEqualByComparingTo("39");
    }

    @Test
    void takesACachePriceFromTheProvidersMultiplier() {
        assertThat(usd("anthropic", "claude-opus-4-8", new Usage(0, 0, 0, MILLION, 0, 0), DAY))
                .isEqualByComparingTo("10");
    }

    @ParameterizedTest
    @CsvSource({
        "anthropic,claude-sonnet-5-5,2026-10-06,0.2",
        "anthropic,claude-sonnet-5-5,2026-10-07,0.1",
        "google,gemini-3.8-flash,2026-12-31,0.075",
        "google,gemini-3.8-flash,2027-01-01,0.15",
        "openai,gpt-5.6-sol,2026-08-20,0.5",
        "openai,gpt-5.6-sol,2026-08-21,0.4"
    })
    void usesThePriceOfTheDay(String provider, String model, LocalDate date, BigDecimal cacheRead) {
        assertThat(usd(provider, model, new Usage(0, 100_000, 0, 0, 0, 0), date).multiply(BigDecimal.TEN))
                .isEqualByComparingTo(cacheRead);
    }

    @Test
    void rePricesTheWholeRequestAboveATier() {
        assertThat(usd("anthropic", "claude-haiku-5-5", new Usage(50_000, 50_000, 0, 0, 1000, 0), DAY))
                .isEqualByComparingTo("0.006");
        assertThat(usd("anthropic", "claude-haiku-5-5", new Usage(50_001, 50_000, 0, 0, 1000, 0), DAY))
                .isEqualByComparingTo("0.0300005");
    }

    @Test
    void neverGuesses() {
        assertThat(catalogue.cost("anthropic", "claude-unheard-of", Usage.of(1, 1), DAY))
                .isNull();
        assertThat(catalogue.cost("nobody", "claude-opus-5-5", Usage.of(1, 1), DAY))
                .isNull();
        assertThat(catalogue.cost("openai", "gpt-6-astra", Usage.of(272_001, 1), DAY))
                .isNull();
        assertThat(catalogue.cost("openai", "gpt-4o", new Usage(0, 0, 5, 0, 0, 0), DAY))
                .isNull();
    }

    @Test
    void findsSnapshotsAndAliases() {
        assertThat(usd("anthropic", "claude-haiku-4-5", Usage.of(MILLION, 0), DAY))
                .isEqualByComparingTo("1");
        assertThat(usd("anthropic", "claude-sonnet-5-5-20260928", Usage.of(MILLION / 10, 0), DAY))
                .isEqualByComparingTo("0.2");
        assertThat(catalogue.model("anthropic", "claude-haiku-4-5"))
                .extracting(ModelInfo::id, ModelInfo::contextTokens)
                .containsExactly("claude-haiku-4-5", 200_000);
    }

    @Test
    void knowsOpenAisSnapshotsByTheirModel() {
        ModelInfo mini = Objects.requireNonNull(catalogue.model("openai", "gpt-5-mini-2025-08-07"));

        assertThat(mini.can(ModelInfo.Capability.THINKING)).isTrue();
        assertThat(mini.lacks(ModelInfo.Capability.TEMPERATURE)).isTrue();
        assertThat(usd("openai", "o3-2025-04-16", Usage.of(MILLION, 0), DAY)).isEqualByComparingTo("2");
        assertThat(catalogue.model("grok", "grok-4.20-0309-nothing")).isNull();
    }

    @Test
    void pricesASnapshotApartThatCostsMoreThanItsModel() {
        assertThat(usd("openai", "gpt-4o-2024-08-06", Usage.of(MILLION, 0), DAY))
                .isEqualByComparingTo("2.5");
        assertThat(usd("openai", "gpt-4o-2024-05-13", Usage.of(MILLION, MILLION), DAY))
                .isEqualByComparingTo("20");
    }

    @Test
    void isFreeOnTheUsersOwnMachine() {
        assertThat(catalogue.cost("ollama", "anything:7b", Usage.of(500, 500), DAY))
                .isEqualTo(new Cost(BigDecimal.ZERO, "local"));
        assertThat(catalogue.model("ollama", "anything:7b")).isNull();
    }

    @Test
    void listsWhatIsStillOffered() {
        assertThat(catalogue.models("anthropic"))
                .extracting(ModelInfo::id)
                .contains("claude-haiku-5-5", "claude-sonnet-5-5")
                .doesNotContain("claude-3-5-haiku-20241022");
        assertThat(catalogue.models("ollama")).isEmpty();
    }

    @Test
    void letsAFileOverrideAndAddRows(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.json"), """
                {"version": "mine", "models": [
                  {"provider": "anthropic", "model": "claude-opus-5-5", "prices": [{"input": 1, "output": 2.50}]},
                  {"provider": "anthropic", "model": "claude-3-5-haiku-20241022", "prices": [{"input": 1, "output": 2}]},
                  {"provider": "custom", "model": "own", "prices": [{"input": 0, "output": 0}]}]}""");

        PriceCatalogue mine = catalogue.withOverrides(file);

        assertThat(mine.cost("anthropic", "claude-opus-5-5", Usage.of(0, MILLION), DAY))
                .isEqualTo(new Cost(new BigDecimal("2.5"), "mine anthropic/claude-opus-5-5"));
        assertThat(mine.model("anthropic", "claude-opus-5-5"))
                .isEqualTo(catalogue.model("anthropic", "claude-opus-5-5"));
        assertThat(mine.models("anthropic")).isEqualTo(catalogue.models("anthropic"));
        assertThat(mine.cost("custom", "own", Usage.of(5, 5), DAY))
                .isEqualTo(new Cost(BigDecimal.ZERO, "mine custom/own"));
        assertThat(mine.cost("anthropic", "claude-sonnet-5-5", Usage.of(1, 1), DAY))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\n oops",
                "[]",
                "{\"version\":\"x\",\"models\":[{\"provider\":\"p\"}]}",
                "{\"version\":\"x\",\"models\":[{\"provider\":\"p\",\"model\":\"m\",\"prices\":[{\"input\":\"1\",\"output\":2}]}]}",
                "{\"version\":\"x\",\"models\":[{\"provider\":\"p\",\"model\":\"m\",\"prices\":[{\"input\":-1,\"output\":2}]}]}",
                "{\"version\":\"x\",\"models\":[{\"provider\":\"p\",\"model\":\"m\",\"prices\":[{\"from\":\"soon\",\"input\":1,\"output\":2}]}]}"
            })
    void saysInOneLineWhatIsWrongWithAFile(String content, @TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.json"), content);

        assertThatThrownBy(() -> catalogue.withOverrides(file))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageStartingWith("The price file " + file)
                .hasMessageNotContaining("\n");
    }

    @Test
    void saysWhatTheVersionOfAFileIsFor(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("mine.json"), "{\"models\":[]}");

        assertThatThrownBy(() -> catalogue.withOverrides(file))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageContaining("lacks 'version', your own name for these prices");
    }

    @Test
    void saysThatAFileIsMissing(@TempDir Path directory) {
        assertThatThrownBy(() -> catalogue.withOverrides(directory.resolve("none.json")))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void isNotFreeWhereOllamaRunsItElsewhere() {
        assertThat(PriceCatalogue.standard().cost("ollama", "gpt-oss:120b-cloud", Usage.of(1, 1), LocalDate.EPOCH))
                .isNull();
        assertThat(PriceCatalogue.standard().free("ollama", "gpt-oss:20b")).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"outputt,outputt", "contextToken,contextToken", "tier,cacheReed"})
    void refusesAFieldThatIsMisspelt(String field, String named, @TempDir Path folder) throws IOException {
        Path file = folder.resolve("mine.json");
        String price = switch (field) {
            case "outputt" -> ",\"outputt\":1";
            case "tier" -> ",\"tiers\":[{\"above\":1000,\"input\":2,\"output\":2,\"cacheReed\":1}]";
            default -> "";
        };
        String model = field.startsWith("context") ? ",\"contextToken\":1" : "";
        Files.writeString(
                file,
                "{\"version\":\"x\",\"models\":[{\"provider\":\"custom\",\"model\":\"m\",\"prices\":[{\"input\":1,\"output\":1%s}]%s}]}"
                        .formatted(price, model));

        assertThatThrownBy(() -> PriceCatalogue.standard().withOverrides(file))
                .isInstanceOf(LlmException.Configuration.class)
                .hasMessageContaining("unknown field '" + named + "'");
    }
}
