package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Links between the pages of this repository lead somewhere, and the commands in them exist. */
class DocumentationTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern VERB = Pattern.compile("\\./pip ([a-z]+)");
    private static final Pattern MODULES = Pattern.compile("-pl ([a-z][a-z,-]*)");
    private static final Pattern TESTS = Pattern.compile("-Dtest='?([\\w*,]+)");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\n]+`");

    @TempDir
    Path folder;

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> all = Files.walk(ROOT)) {
            all.filter(path -> path.toString().endsWith(".md"))
                    .filter(path -> Stream.of(ROOT.relativize(path).toString().split("/"))
                            .noneMatch(NOT_OURS::contains))
                    .forEach(pages::add);
        }
        assertThat(pages).contains(ROOT.resolve("README.md"), ROOT.resolve("llm/README.md"));
        return pages;
    }

    @Test
    void linksLeadToPagesAndHeadingsThatAreThere() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            String text = CODE.matcher(Files.readString(page)).replaceAll("");
            for (MatchResult link : LINK.matcher(text).results().toList()) {
                if (!link.group(1).contains(":") && !leads(page, link.group(1))) {
                    broken.add(ROOT.relativize(page) + ": " + link.group(1));
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private static boolean leads(Path page, String link) throws IOException {
        String[] parts = link.split("#", 2);
        Path target = parts[0].isEmpty() ? page : page.resolveSibling(parts[0]).normalize();
        if (parts.length == 1 || !Files.exists(target)) {
            return Files.exists(target);
        }
        return Files.readAllLines(target).stream()
                .filter(line -> line.startsWith("#"))
                .anyMatch(line -> anchor(line).equals(parts[1]));
    }

    /** As GitHub makes it of a heading. */
    private static String anchor(String heading) {
        return heading.replaceFirst("^#+ ", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N} _-]", "")
                .replace(' ', '-');
    }

    @Test
    void buildsNameModulesAndTestsThatThereAre() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : pages()) {
            String text = Files.readString(page);
            words(MODULES, text)
                    .filter(module -> !Files.exists(ROOT.resolve(module).resolve("pom.xml")))
                    .forEach(module -> missing.add(ROOT.relativize(page) + ": -pl " + module));
            for (String test : words(TESTS, text).toList()) {
                if (!isTest(test)) {
                    missing.add(ROOT.relativize(page) + ": -Dtest=" + test);
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Stream<String> words(Pattern option, String text) {
        return option.matcher(text)
                .results()
                .flatMap(match -> Stream.of(match.group(1).split(",")));
    }

    private static boolean isTest(String pattern) throws IOException {
        Pattern name = Pattern.compile(pattern.replace("*", "\\w*") + "\\.java");
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.anyMatch(path -> path.toString().contains("/src/test/")
                    && name.matcher(path.getFileName().toString()).matches());
        }
    }

    @Test
    void commandsNameVerbsThatThereAre() throws IOException {
        Set<String> verbs = HelpTest.verbs(folder);
        for (Path page : pages()) {
            assertThat(VERB.matcher(Files.readString(page))
                            .results()
                            .map(match -> match.group(1))
                            .filter(verb -> !verbs.contains(verb))
                            .collect(Collectors.toSet()))
                    .as(page.toString())
                    .isEmpty();
        }
    }
}
