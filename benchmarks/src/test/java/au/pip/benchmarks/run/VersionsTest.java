package au.pip.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A peer is compiled against in one file and run by another. */
class VersionsTest {
    private static final Pattern VERSION = Pattern.compile(
            "<groupId>([^<]+)</groupId>\\s*<artifactId>[^<]+</artifactId>\\s*<version>([0-9][^<]*)</version>");

    @Test
    void peersRunInTheVersionTheyWereCompiledAgainst() throws IOException {
        Map<String, String> compiled = versions(Path.of("pom.xml"));
        try (Stream<Path> files = Files.list(Path.of("contenders"))) {
            List<Path> contenders = files.filter(file -> file.toString().endsWith(".xml"))
                    .filter(file -> !file.endsWith("pom.xml"))
                    .toList();
            assertThat(contenders).isNotEmpty();
            for (Path contender : contenders) {
                Map<String, String> run = versions(contender);
                run.keySet()
                        .removeIf(group -> group.startsWith("au.pip") || group.startsWith("org.springframework.boot"));
                assertThat(run).isNotEmpty();
                assertThat(compiled).containsAllEntriesOf(run);
            }
        }
    }

    private static Map<String, String> versions(Path pom) throws IOException {
        Map<String, String> versions = new HashMap<>();
        Matcher matcher = VERSION.matcher(Files.readString(pom));
        while (matcher.find()) {
            versions.put(matcher.group(1), matcher.group(2));
        }
        return versions;
    }
}
