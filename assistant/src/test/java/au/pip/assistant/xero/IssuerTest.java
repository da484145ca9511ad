package au.pip.assistant.xero;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.xero.auth.XeroAddresses;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IssuerTest {
    private static final Issuer PROXY = Issuer.proxy(URI.create("https://connect.example"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://connect.example/",
                "https://connect.example//",
                "https://CONNECT.Example",
                "HTTPS://connect.example:443/"
            })
    void aProxyIsTheSameHoweverItsAddressIsWritten(String address) {
        assertThat(Issuer.proxy(URI.create(address))).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://connect.example",
                "https://connect.example:8443",
                "https://connect.example.net",
                "https://connect.example/pip",
                "https://connect.example/Pip"
            })
    void anotherAddressIsAnotherProxy(String address) {
        assertThat(Issuer.proxy(URI.create(address)))
                .isNotEqualTo(PROXY)
                .isNotEqualTo(Issuer.proxy(URI.create("https://connect.example/PIP")));
    }

    @Test
    void anAppIsItsIdAndWhereItsTokensAreRenewed() {
        XeroAddresses pretend = XeroAddresses.of(URI.create("http://127.0.0.1:1"), URI.create("http://127.0.0.1:1"));

        assertThat(Issuer.own("app", XeroAddresses.standard()))
                .isEqualTo(Issuer.own("app", XeroAddresses.standard()))
                .isNotEqualTo(Issuer.own("App", XeroAddresses.standard()))
                .isNotEqualTo(Issuer.own("app", pretend));
    }

    @Test
    void isReadFromTheIdsOfItsSignInsAndFromNoOthers() {
        assertThat(Issuer.of(PROXY.signIn("0199c0de-0000-7000-8000-000000000001")))
                .contains(PROXY);
        assertThat(Issuer.of(Issuer.custom("app").toString())).contains(Issuer.custom("app"));
        for (String other :
                new String[] {"0199c0de-0000-7000-8000-000000000001", "own-", "proxy-0123456789abcde", ""}) {
            assertThat(Issuer.of(other)).as(other).isEmpty();
        }
    }

    @Test
    void showsNoClientId() {
        assertThat(Issuer.own("the-client-id", XeroAddresses.standard()).toString())
                .matches("own-[0-9a-f]{16}");
    }
}
