package au.pip.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public app's sign-in, whole, at an identity server that other people wrote. */
class ForeignSignInTest {
    private static final String QUESTION = "Who owes me money?";
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    /** So little that Pip renews before each call. */
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path folder;

    private ForeignWorld world;

    @BeforeEach
    void start() throws Exception {
        world = new ForeignWorld();
    }

    @AfterEach
    void stop() {
        world.close();
    }

    @Test
    void connectsAnOrganisationAndAnswersAboutIt() throws Exception {
        try (RunningPip pip = world.pip(folder)) {
            connect(pip, HALF_AN_HOUR);

            assertThat(pip.get("/api/status").path("organisation").asString()).isEqualTo(world.organisation());
            assertAnswered(pip.ask(QUESTION));
            assertThat(world.authorizations()).hasSize(1);
            assertThat(world.exchanges()).hasSize(1);
            assertThat(world.exchanges().getFirst().form())
                    .containsKeys("code", "code_verifier", "redirect_uri", "client_id")
                    .doesNotContainKey("client_secret");
            assertThat(world.renewals()).isEmpty();
        }
    }

    /** Over a restart too: what was given last was stored. */
    @Test
    void renewsWithEachNewRefreshTokenInTurn() throws Exception {
        try (RunningPip pip = world.pip(folder)) {
            connect(pip, TEN_SECONDS);
            assertAnswered(pip.ask(QUESTION));
        }
        try (RunningPip again = world.pip(folder)) {
            assertAnswered(again.ask(QUESTION));
        }

        assertThat(world.exchanges()).hasSize(1);
        List<Relay.Passed> renewals = world.renewals();
        assertThat(renewals)
                .hasSizeGreaterThan(2)
                .allSatisfy(each -> assertThat(each.status()).isEqualTo(200));
        String known = refreshToken(world.exchanges().getFirst());
        for (Relay.Passed renewal : renewals) {
            assertThat(renewal.form().get("refresh_token")).isEqualTo(known);
            assertThat(refreshToken(renewal)).isNotEqualTo(known);
            known = refreshToken(renewal);
        }
    }

    /** As when a backup is restored: the database holds a refresh token that was renewed since. */
    @Test
    void asksOnceAndThenForAnotherSignInWhenTheRefreshTokenIsTooOld() throws Exception {
        try (RunningPip pip = world.pip(folder)) {
            connect(pip, TEN_SECONDS);
        }
        copy(folder.resolve("data"), folder.resolve("backup"));
        try (RunningPip pip = world.pip(folder)) {
            assertAnswered(pip.ask(QUESTION));
        }
        Files.move(folder.resolve("data"), folder.resolve("newer"));
        Files.move(folder.resolve("backup"), folder.resolve("data"));
        int renewed = world.renewals().size();

        try (RunningPip restored = world.pip(folder)) {
            JsonNode first = restored.ask(QUESTION);
            assertThat(first.path("text").asString() + first.path("error").asString())
                    .contains("Connect Xero again");
            assertThat(restored.ask(QUESTION).path("error").asString())
                    .startsWith("Xero needs you to sign in again for " + world.organisation())
                    .contains("./pip xero connect");
            JsonNode organisation = restored.get("/api/xero/organisations")
                    .path("organisations")
                    .get(0);
            assertThat(organisation.path("state").asString()).isEqualTo("reconnect");
            List<Relay.Passed> after =
                    world.renewals().subList(renewed, world.renewals().size());
            assertThat(after).hasSize(1);
            assertThat(after.getFirst().status()).isEqualTo(400);
            assertThat(after.getFirst().answer()).contains("invalid_grant");

            connect(restored, HALF_AN_HOUR);
            assertAnswered(restored.ask(QUESTION));
            assertThat(restored.get("/api/xero/organisations")
                            .path("organisations")
                            .size())
                    .isEqualTo(1);
        }
    }

    /** The code of another sign-in comes back with this one's state: the verifier is not the code's. */
    @Test
    void connectsNothingWithAVerifierThatIsNotTheCodes() throws Exception {
        try (RunningPip pip = world.pip(folder)) {
            URI others = back(pip, new PlainBrowser());
            PlainBrowser browser = new PlainBrowser();
            URI own = back(pip, browser);
            String code = Relay.form(others.getRawQuery()).get("code");

            HttpResponse<String> page =
                    browser.open(URI.create(own.toString().replaceFirst("code=[^&]+", "code=" + code)));

            assertThat(page.statusCode()).isBetween(400, 502);
            assertThat(page.body()).contains("Not connected", "Nothing was connected. Begin again.");
            assertThat(world.exchanges()).hasSize(1);
            assertThat(world.exchanges().getFirst().status()).isEqualTo(400);
            assertThat(world.exchanges().getFirst().answer()).contains("invalid_grant", "pkce");
            assertThat(pip.get("/api/xero/organisations").path("organisations").size())
                    .isZero();
        }
    }

    private void connect(RunningPip pip, Duration tokensLast) throws Exception {
        world.identity.tokensLast(tokensLast);
        HttpResponse<String> page = new PlainBrowser().open(begun(pip));
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(page.body()).contains("Connected to Xero");
    }

    /** Where the identity server sends the browser back to, without going there. */
    private static URI back(RunningPip pip, PlainBrowser browser) throws Exception {
        return browser.redirect(browser.redirect(begun(pip)));
    }

    private static URI begun(RunningPip pip) throws Exception {
        return URI.create(pip.post("/api/xero/sign-ins", "{}").path("url").asString());
    }

    private void assertAnswered(JsonNode answer) {
        assertThat(answer.path("state").asString()).as(answer.toString()).isEqualTo("completed");
        assertThat(answer.path("text").asString()).contains(world.organisation());
        assertThat(answer.path("pieces")
                        .findValue("source")
                        .path("organisation")
                        .asString())
                .isEqualTo(world.organisation());
    }

    private static String refreshToken(Relay.Passed answered) {
        return JSON.readTree(answered.answer()).path("refresh_token").asString();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                Files.copy(directory, to.resolve(from.relativize(directory)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
