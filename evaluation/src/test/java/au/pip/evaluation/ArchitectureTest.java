package au.pip.evaluation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The architecture section of the README, as tests. */
class ArchitectureTest {
    private static final int LONGEST_FILE = 400;

    private static final JavaClasses PIP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("au.pip");

    @Test
    void coversEveryModule() {
        assertThat(PIP.stream().map(ArchitectureTest::module).distinct())
                .contains(
                        "ledger",
                        "llm",
                        "opentelemetry",
                        "api",
                        "xero",
                        "proxy",
                        "agent",
                        "assistant",
                        "sandbox",
                        "store",
                        "kms",
                        "server",
                        "cli",
                        "examples",
                        "evaluation");
    }

    @Test
    void keepsSpringAndJakartaInTheServer() {
        noClasses()
                .that()
                .resideOutsideOfPackage("au.pip.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework..", "jakarta..", "reactor..")
                .check(PIP);
    }

    @Test
    void keepsAwsInTheModulesThatTalkToIt() {
        noClasses()
                .that()
                .resideOutsideOfPackages("au.pip.store.dynamodb..", "au.pip.kms..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(PIP);
    }

    @Test
    void keepsProvidersAndProtocolsOutOfAgentAndAssistant() {
        noClasses()
                .that()
                .resideInAnyPackage("au.pip.agent..", "au.pip.assistant..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "au.pip.llm.provider..", "au.pip.llm.protocol..", "au.pip.llm.http..", "au.pip.llm.settings..")
                .check(PIP);
    }

    @Test
    void letsTheLlmLayerStandAlone() {
        classes()
                .that()
                .resideInAPackage("au.pip.llm..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "au.pip.llm..",
                        "javax.net..",
                        "java..",
                        "tools.jackson..",
                        "com.fasterxml.jackson.annotation..",
                        "org.jspecify..")
                .check(PIP);
    }

    @Test
    void keepsTheTelemetryAdapterThin() {
        classes()
                .that()
                .resideInAPackage("au.pip.opentelemetry..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "au.pip.opentelemetry..",
                        "au.pip.llm",
                        "au.pip.llm.compose",
                        "io.opentelemetry.api..",
                        "java..",
                        "org.jspecify..")
                .check(PIP);
    }

    @Test
    void letsTheLedgerStandAlone() {
        classes()
                .that()
                .resideInAPackage("au.pip.ledger..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("au.pip.ledger..", "java..", "org.jspecify..")
                .check(PIP);
    }

    @Test
    void letsTheSandboxKnowOnlyMoneyOfTheLedger() {
        noClasses()
                .that()
                .resideInAPackage("au.pip.sandbox..")
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are of the ledger, but not Money",
                        (JavaClass each) -> each.getPackageName().startsWith("au.pip.ledger")
                                && !each.getSimpleName().equals("Money")))
                .check(PIP);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ledger ->",
                "api ->",
                "llm ->",
                "xero -> ledger",
                "proxy -> xero",
                "agent -> llm ledger",
                "assistant -> agent xero ledger llm api",
                "sandbox -> llm ledger",
                "store -> assistant llm",
                "kms ->",
                "cli -> api",
                "evaluation -> assistant agent xero ledger llm api sandbox store"
            })
    void pointsOnlyDownwards(String arrows) {
        String module = arrows.substring(0, arrows.indexOf(" ->"));
        List<String> allowed = List.of(
                (module + " " + arrows.substring(arrows.indexOf("->") + 2).strip()).split("\\s+"));
        assertThat(PIP.stream()
                        .filter(each -> module(each).equals(module))
                        .flatMap(each -> each.getDirectDependenciesFromSelf().stream())
                        .map(dependency -> dependency.getTargetClass())
                        .filter(target -> target.getPackageName().startsWith("au.pip."))
                        .map(ArchitectureTest::module)
                        .distinct())
                .isSubsetOf(allowed);
    }

    @Test
    void hasNoCyclesOfPackages() {
        slices().matching("au.pip.(**)").should().beFreeOfCycles().check(PIP);
    }

    @Test
    void namesNoClassAfterNothing() {
        noClasses()
                .should()
                .haveNameMatching(".*(?:Manager|Helper|Utils?|ServiceImpl)")
                .check(PIP);
    }

    @Test
    void namesNoHostInAProtocol() throws IOException {
        assertThat(sources().filter(file -> file.toString().contains("/llm/protocol/")))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContainPattern("https?://(?!127)[a-z]"));
    }

    @Test
    void keepsEveryFileShort() throws IOException {
        assertThat(sources())
                .isNotEmpty()
                .allSatisfy(file -> assertThat(Files.readAllLines(file))
                        .as(file.toString())
                        .hasSizeLessThanOrEqualTo(LONGEST_FILE));
    }

    private static Stream<Path> sources() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        try (Stream<Path> files = Files.walk(root, 12)) {
            return files
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/")
                            && !file.toString().contains("/node_modules/"))
                    .toList()
                    .stream();
        }
    }

    private static String module(JavaClass each) {
        String rest = each.getPackageName().substring("au.pip.".length());
        return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
    }
}
