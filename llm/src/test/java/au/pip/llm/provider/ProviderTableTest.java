package au.pip.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.ModelInfo;
import au.pip.llm.ModelInfo.Capability;
import au.pip.llm.price.PriceCatalogue;
import au.pip.llm.settings.DotEnv;
import au.pip.llm.settings.LlmSettings;
import au.pip.llm.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The README's table of providers is made from the rows. Where it differs this test fails and shows the new one; with
 * {@code -Dpip.update} it writes it: {@code ./pip mvn -q -pl llm test -Dtest=ProviderTableTest -Dpip.update}.
 */
class ProviderTableTest {
    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- providers: generated from the rows in code by ProviderTableTest -->\n";
    private static final String END = "<!-- /providers -->";

    @Test
    void standsInTheReadme() throws IOException {
        String readme = Files.readString(README);
        int from = readme.indexOf(BEGIN) + BEGIN.length();
        int to = readme.indexOf(END);
        assertThat(readme).contains(BEGIN, END);

        if (System.getProperty("pip.update") != null) {
            readme = readme.substring(0, from) + table() + readme.substring(to);
            Files.writeString(README, readme);
            to = readme.indexOf(END);
        }
        assertThat(readme.substring(from, to)).isEqualTo(table());
    }

    private static String table() {
        StringBuilder table = new StringBuilder("""
                | name | what it is | APIs (`withApi`), the usual first | key | usual model | models known with prices | tools | thinking | images | PDF | JSON Schema | prompt cache |
                | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
                """);
        for (Host host : Hosts.ALL) {
            table.append("| `%s` | %s | %s | %s | %s | %s |"
                    .formatted(
                            host.name(),
                            host.label(),
                            host.apis().stream()
                                    .map(api -> "`" + api.name() + "`")
                                    .collect(Collectors.joining(", ")),
                            host.needsKey() ? "`" + keyVariable(host) + "`" : "none needed",
                            host.defaultModel() == null ? "you choose" : "`" + host.defaultModel() + "`",
                            knownModels(host)));
            for (Capability capability : List.of(
                    Capability.TOOLS,
                    Capability.THINKING,
                    Capability.IMAGES,
                    Capability.DOCUMENTS,
                    Capability.STRUCTURED_OUTPUT,
                    Capability.PROMPT_CACHE)) {
                table.append(' ').append(share(host, capability)).append(" |");
            }
            table.append('\n');
        }
        return table.toString();
    }

    /** The first word of what messages call the key. */
    private static String keyVariable(Host host) {
        Settings none = new Settings(Map.of(), DotEnv.empty());
        return LlmSettings.forProvider(none, host.name()).names().key().split(" ", 2)[0];
    }

    private static String knownModels(Host host) {
        int count = models(host).size();
        if (count > 0) {
            return String.valueOf(count);
        }
        return PriceCatalogue.standard().free(host.name(), "any") ? "free" : "by your price file";
    }

    private static List<ModelInfo> models(Host host) {
        return PriceCatalogue.standard().models(host.name());
    }

    /** How many of the models that are known can do it. */
    private static String share(Host host, Capability capability) {
        List<ModelInfo> models = models(host);
        if (models.isEmpty()) {
            return "by model";
        }
        long able = models.stream().filter(model -> model.can(capability)).count();
        return able == 0 ? "no" : able == models.size() ? "yes" : able + " of " + models.size();
    }
}
