package au.pip.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProxySettingsTest {
    private static Map<String, String> environment(String... changes) {
        Map<String, String> environment = new HashMap<>(Map.of(
                "PROXY_PUBLIC_URL", "https://connect.example.org/",
                "PROXY_TRUSTED", "127.0.0.1",
                "XERO_CLIENT_ID", "an-app",
                "XERO_CLIENT_SECRET", "the-secret-of-the-app"));
        for (int i = 0; i < changes.length; i += 2) {
            environment.put(changes[i], changes[i + 1]);
        }
        return environment;
    }

    @Test
    void needsOnlyTheAppItsOwnAddressAndWhoStandsBeforeIt() throws Exception {
        ProxySettings settings = ProxySettings.of(environment("PROXY_FULL_APP", " "));

        assertThat(settings.listen().toString()).isEqualTo("/127.0.0.1:8585");
        assertThat(settings.publicUrl()).isEqualTo(URI.create("https://connect.example.org"));
        assertThat(settings.xero().authorize()).hasToString("https://login.xero.com/identity/connect/authorize");
        assertThat(settings.xero().token()).hasToString("https://identity.xero.com/connect/token");
        assertThat(settings.trusted()).containsExactly(Subnet.of("127.0.0.1"));
        assertThat(settings.fullApp()).isEqualTo(FullApp.STANDARD);
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @Test
    void onThisMachineNobodyStandsBeforeIt() throws Exception {
        ProxySettings settings =
                ProxySettings.of(environment("PROXY_PUBLIC_URL", "http://127.0.0.1:8585", "PROXY_TRUSTED", ""));

        assertThat(settings.trusted()).isEmpty();
    }

    /** What the README tells people to begin with is enough. */
    @Test
    void takesTheSettingsOfTheReadme() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        Map<String, String> environment = new HashMap<>();
        readme.substring(readme.indexOf("```sh"), readme.indexOf("./pip proxy\n```"))
                .lines()
                .filter(line -> line.startsWith("export "))
                .flatMap(line -> Stream.of(line.substring("export ".length()).split(" ")))
                .map(pair -> pair.split("=", 2))
                .forEach(pair -> environment.put(pair[0], pair[1]));

        assertThat(environment).hasSizeGreaterThan(3);
        assertThat(ProxySettings.of(environment).isBehindAnother()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PROXY_PUBLIC_URL | ''",
                "PROXY_PUBLIC_URL | http://connect.example.org",
                "PROXY_PUBLIC_URL | http://127.0.0.1.example.org",
                "PROXY_PUBLIC_URL | https://connect.example.org/pip",
                "PROXY_PUBLIC_URL | https://me@connect.example.org",
                "PROXY_PUBLIC_URL | https://connect.example.org?a",
                "PROXY_PUBLIC_URL | connect.example.org",
                "PROXY_PUBLIC_URL | https://a b",
                "XERO_LOGIN_URL | http://login.xero.com",
                "XERO_IDENTITY_URL | ftp://identity.xero.com",
                "XERO_CLIENT_ID | ''",
                "XERO_CLIENT_SECRET | ' '",
                "PROXY_PORT | 70000",
                "PROXY_PORT | -1",
                "PROXY_PORT | http",
                "PROXY_ADDRESS | connect.example.org",
                "PROXY_TRUSTED | ''",
                "PROXY_TRUSTED | ' , '",
                "PROXY_TRUSTED | 10.0.0.0/33",
                "PROXY_TRUSTED | 10.0.0.0/x",
                "PROXY_TRUSTED | proxy.example.org"
            })
    void namesTheSettingThatIsNotUsable(String name, String value) {
        assertThatThrownBy(() -> ProxySettings.of(environment(name, value)))
                .isInstanceOf(ProxySettings.Bad.class)
                .hasMessageStartingWith(name + " ")
                .hasMessageNotContaining("the-secret");
    }
}
