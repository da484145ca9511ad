package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.evaluation.Program.Ended;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings for Xero that cannot be: one clear line each, before anything is served. */
@Tag("slow")
class XeroSettingsTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "XERO_DAILY_CALLS=0 | XERO_DAILY_CALLS is 0; set it to what your app's tier at Xero allows",
                "PIP_ANSWER_USD=free | PIP_ANSWER_USD is free; set it to what one answer may cost",
                "PIP_BUDGET_USD=five | PIP_BUDGET_USD is five; set it to what models may cost in a calendar month",
                "PIP_WRITES_PER_HOUR=0 | PIP_WRITES_PER_HOUR is 0; set it to how many drafts",
                "XERO_OAUTH_MODE=both | set it to own, custom, proxy or sandbox",
                "XERO_CLIENT_SECRET=the-secret | without XERO_CLIENT_ID",
                "XERO_OAUTH_MODE=custom XERO_CLIENT_ID=a | XERO_CLIENT_SECRET is not set",
                "XERO_OAUTH_MODE=custom XERO_CLIENT_ID=a XERO_CLIENT_SECRET=the-secret XERO_REDIRECT_URI=https://a.example/xero/callback | XERO_REDIRECT_URI is set, but XERO_OAUTH_MODE=custom",
                "XERO_OAUTH_MODE=proxy | XERO_PROXY_URL is not set",
                "XERO_OAUTH_MODE=proxy XERO_PROXY_URL=https://a.example XERO_CLIENT_SECRET=the-secret | XERO_CLIENT_SECRET is set, but XERO_OAUTH_MODE=proxy",
                "XERO_OAUTH_MODE=proxy XERO_PROXY_URL=http://a.example | with https",
                "XERO_OAUTH_MODE=proxy XERO_PROXY_URL=https://a.example/oauth/authorize | set it to https://a.example and nothing behind",
                "XERO_OAUTH_MODE=proxy XERO_PROXY_URL=https://a.example:8443/?the-secret | set it to https://a.example:8443 and",
                "XERO_OAUTH_MODE=proxy XERO_PROXY_URL=https://a.examplehttps://a.example | XERO_PROXY_URL has its address written twice: set it to https://a.example.",
                "XERO_OAUTH_MODE=proxy XERO_PROXY_URL=https://a.example/https://a.example/ | written twice: set it to https://a.example.",
                "XERO_OAUTH_MODE=proxy XERO_PROXY_URL=https://a.examplehttps: | XERO_PROXY_URL is not an address such as https://connect.example.org. Write it with https",
                "XERO_CLIENT_ID=a XERO_PROXY_URL=https://a.example | XERO_PROXY_URL is set, but XERO_OAUTH_MODE=own",
                "XERO_CLIENT_ID=a XERO_IDENTITY_URL=http://a.example | XERO_IDENTITY_URL is not an address such as https://identity.xero.com.",
                "XERO_CLIENT_ID=a XERO_API_URL=https://the-secret@a.example | XERO_API_URL is not an address",
                "XERO_CLIENT_ID=a XERO_REDIRECT_URI=http://localhost:1/elsewhere | has to end with /xero/callback",
                "XERO_CLIENT_ID=a XERO_REDIRECT_URI=http://a.example/xero/callback | XERO_REDIRECT_URI names a.example, but without sign-in Pip answers this machine only",
                "XERO_CLIENT_ID=a XERO_REDIRECT_URI=http://192.168.1.5:8484/xero/callback | names 192.168.1.5, but without sign-in Pip answers this machine only. Leave it out, or set it to http://localhost:8484/xero/callback; from another machine reach Pip through an SSH tunnel",
                "XERO_CLIENT_ID=a XERO_REDIRECT_URI=localhost:8484/xero/callback | XERO_REDIRECT_URI is not an address such as http://localhost:8484/xero/callback.",
                "XERO_CLIENT_ID=a XERO_REDIRECT_URI=https://a.example/xero/callback?a=1 | has to end with /xero/callback",
                "XERO_CLIENT_ID=a XERO_REDIRECT_URI=https://a.example/b%2Fxero%2Fcallback | has to end with /xero/callback",
                "XERO_OAUTH_MODE=proxy XERO_PROXY_URL=https://b.example XERO_REDIRECT_URI=https://a.example/b/../xero/callback | has to end with /xero/callback",
                "XERO_CLIENT_ID=a XERO_REDIRECT_URI=https://a.example/xero/callback | XERO_REDIRECT_URI names a.example, but without sign-in Pip answers this machine only",
                "XERO_CLIENT_ID=a XERO_WRITES=everything | set it to drafts",
                "XERO_OAUTH_MODE=proxy XERO_PROXY_URL=https://a.example XERO_WRITES=drafts | XERO_WRITES is set, but XERO_OAUTH_MODE=proxy",
                "XERO_CLIENT_ID=a XERO_SCOPES=accounting.settings.read,accounting.invoices | leave to change the books: accounting.invoices. For reading write accounting.invoices.read; drafts",
                "XERO_CLIENT_ID=a XERO_SCOPES=openid,files,finance.statements.read,paymentservices | leave to change the books: files, paymentservices. For reading write files.read. Leave out paymentservices; drafts",
                "XERO_OAUTH_MODE=proxy XERO_PROXY_URL=https://a.example XERO_SCOPES=accounting.invoices | For reading write accounting.invoices.read; a proxy gives leave to read only.",
                "XERO_CLIENT_ID=a XERO_SCOPES=<x> | XERO_SCOPES holds something that is no scope",
            })
    void refuses(String settings, String words) {
        try (Program server = server(settings)) {
            Ended ended = server.awaitEnd();

            assertThat(ended.status()).as(ended.toString()).isNotZero();
            assertThat(ended.line()).contains(words);
            assertThat(ended.err()).doesNotContain("the-secret", "\tat ", "Exception");
        }
    }

    @Test
    void warnsInOneLineOfLeaveToWriteThatItNeverUses() {
        try (Program server = server(
                "XERO_CLIENT_ID=a XERO_WRITES=drafts XERO_SCOPES=accounting.settings.read,accounting.invoices,accounting.payments")) {
            server.awaitLine("pip ready on (\\S+)");

            assertThat(server.errors().lines())
                    .containsOnlyOnce("pip: XERO_SCOPES asks for leave to change the books that Pip never uses:"
                            + " accounting.payments. For reading write accounting.payments.read.");
        }
    }

    private Program server(String settings) {
        Map<String, String> environment = new HashMap<>(
                Map.of("PIP_PORT", "0", "PIP_DATA_DIR", folder.resolve("data").toString(), "PIP_DEMO", "1"));
        for (String setting : List.of(settings.split(" "))) {
            String[] pair = setting.split("=", 2);
            environment.put(pair[0], pair[1]);
        }
        return Program.server(folder, environment);
    }
}
