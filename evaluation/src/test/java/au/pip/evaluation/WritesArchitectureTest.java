package au.pip.evaluation;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.store.ApprovalStore;
import au.pip.assistant.xero.Drafts;
import au.pip.xero.Draft;
import au.pip.xero.WritePermit;
import au.pip.xero.XeroDrafts;
import au.pip.xero.XeroHttp;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** There is one way to write to a person's books, and a person's approval stands in it. */
class WritesArchitectureTest {
    private static final String PERMITS = "au.pip.assistant.xero.Permits";

    private static final JavaClasses PIP = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("evaluation"))
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("au.pip");

    @Test
    void onlyPermitsMakesPermits() {
        assertThat(users(WritePermit.class, "granted")).containsExactly(PERMITS);
        assertThat(users(WritePermit.class, "<init>")).containsExactly(WritePermit.class.getName());
        assertThat(WritePermit.class).isFinal();
        assertThat(Arrays.stream(WritePermit.class.getDeclaredConstructors()).map(Constructor::getModifiers))
                .allMatch(Modifier::isPrivate);
        assertThat(PIP.get(PERMITS).getModifiers()).doesNotContain(JavaModifier.PUBLIC);
    }

    @Test
    void onlyPermitsUsesAnApprovalUp() {
        assertThat(users(ApprovalStore.class, "consume")).containsExactly(PERMITS);
    }

    @Test
    void onlyDraftsAsksForPermitsAndSpendsThem() {
        assertThat(users(PERMITS, "permit")).containsExactly(Drafts.class.getName());
        assertThat(users(XeroDrafts.class, "write")).containsExactly(Drafts.class.getName());
        assertThat(users(XeroDrafts.class, "<init>")).containsExactly(Drafts.class.getName());
    }

    /** No tool and no run does: a model decides what those do. */
    @Test
    void onlyTheServerTakesAPersonsWord() {
        assertThat(users(Drafts.class, "make")).allMatch(name -> name.startsWith("au.pip.server."));
    }

    @Test
    void onlyXeroDraftsSends() {
        assertThat(users(XeroHttp.class, "send")).containsExactly(XeroDrafts.class.getName());
        assertThat(Arrays.stream(XeroHttp.class.getMethods())
                        .filter(method -> method.getDeclaringClass().equals(XeroHttp.class))
                        .map(Method::getName))
                .contains("close")
                .doesNotContain("send", "call", "delete", "get");
    }

    @Test
    void everyDraftIsARecordThatNothingCanExtend() {
        assertThat(Draft.class.isSealed()).isTrue();
        assertThat(Draft.class.getPermittedSubclasses()).hasSize(5).allMatch(Class::isRecord);
    }

    /** Whoever could speak HTTP could speak it to Xero. */
    @Test
    void noToolAndNoRuleSpeaksHttp() {
        noClasses()
                .that()
                .resideInAnyPackage("au.pip.assistant..", "au.pip.agent..", "au.pip.ledger..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..")
                .check(PIP);
        assertThat(PIP.stream()
                        .filter(each -> each.getPackageName().startsWith("au.pip.xero"))
                        .filter(WritesArchitectureTest::makesRequests)
                        .map(each -> topLevel(each).getName())
                        .distinct())
                .containsExactlyInAnyOrder(XeroHttp.class.getName(), "au.pip.xero.Call", "au.pip.xero.auth.TokenCalls");
    }

    private static boolean makesRequests(JavaClass each) {
        return each.getDirectDependenciesFromSelf().stream()
                .anyMatch(dependency -> dependency.getTargetClass().getName().startsWith("java.net.http.HttpRequest"));
    }

    private static List<String> users(Class<?> owner, String member) {
        return users(owner.getName(), member);
    }

    /** The classes whose code calls a member or names it with {@code ::}. */
    private static List<String> users(String owner, String member) {
        return PIP.get(owner).getAccessesToSelf().stream()
                .filter(access -> access.getTarget().getName().equals(member))
                .map(access -> topLevel(access.getOriginOwner()).getName())
                .distinct()
                .toList();
    }

    private static JavaClass topLevel(JavaClass each) {
        return each.getEnclosingClass().map(WritesArchitectureTest::topLevel).orElse(each);
    }
}
