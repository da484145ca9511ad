package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.sandbox.identity.App;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The server as it runs renews a sign-in that nobody has used for a month, without being asked anything. */
@Tag("slow")
@Timeout(120)
class IdleSignInJobTest {
    @TempDir
    private Path folder;

    @Test
    void theServerRenewsASignInThatNobodyHasUsedForAMonth() throws Exception {
        Path data = Files.createDirectories(folder.resolve("data"));
        try (SignInPip before = new SignInPip(data)) {
            before.clock.forward(Duration.between(before.clock.instant(), Instant.now()));
            before.connect(new AccountId("bob"));
            before.clock.forward(Duration.ofDays(-31));
            before.connect(AccountId.LOCAL);
            before.clock.forward(Duration.ofDays(31));
            before.stores.close();

            try (Program server = Program.server(folder, settings(before, data))) {
                server.awaitLine("pip ready on (\\S+)");
                for (int wait = 0; wait < 400 && before.xero.refreshes() == 0; wait++) {
                    Thread.sleep(50);
                }
                server.terminate();
            }

            assertThat(before.xero.refreshes())
                    .as("the one of a month ago, and not bob's of today")
                    .isEqualTo(1);
        }
    }

    private static Map<String, String> settings(SignInPip before, Path data) {
        return Map.of(
                "PIP_PORT",
                "0",
                "PIP_DATA_DIR",
                data.toString(),
                "PIP_MASTER_KEY",
                Base64.getEncoder().encodeToString(SignInPip.MASTER_KEY),
                "LLM_PROVIDER",
                "offline",
                "XERO_CLIENT_ID",
                App.PUBLIC_ID,
                "XERO_LOGIN_URL",
                before.xero.url(),
                "XERO_IDENTITY_URL",
                before.xero.url(),
                "XERO_API_URL",
                before.xero.url());
    }
}
