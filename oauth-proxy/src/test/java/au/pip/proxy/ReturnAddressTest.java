package au.pip.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Other spellings of one address, and what is none. */
class ReturnAddressTest {
    private static final URI OWN = URI.create("https://connect.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://connect.example/xero/callback",
                "HTTPS://Connect.EXAMPLE/xero/callback",
                "https://connect.example./xero/callback",
                "https://connect.example:/xero/callback",
                "https://connect.example:443/xero/callback",
                "https://connect.example:0443/xero/callback",
                "https://connect.example.:000443/xero/callback"
            })
    void knowsTheProxyItself(String text) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> ReturnAddress.of(text, OWN))
                .satisfies(refused -> assertThat(refused.sentence()).contains("is this proxy's own"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://[::1%25lo]/xero/callback",
                "http://[::1%lo]/xero/callback",
                "https://[fe80::1%25eth0]/xero/callback",
                "http://localhost./xero/callback"
            })
    void takesNoZoneAndNoOtherNameOfThisMachine(String text) {
        assertThatExceptionOfType(Refused.class).isThrownBy(() -> ReturnAddress.of(text, OWN));
    }

    @Test
    void keepsTheTextAndShowsTheHostAsItIsKnown() throws Refused {
        ReturnAddress address = ReturnAddress.of("HTTPS://Books.Example:08443/xero/callback", OWN);

        assertThat(address.text()).isEqualTo("HTTPS://Books.Example:08443/xero/callback");
        assertThat(address.host()).isEqualTo("books.example:8443");
        assertThat(ReturnAddress.of("https://books.example:/xero/callback", OWN).host())
                .isEqualTo("books.example");
        assertThat(ReturnAddress.of("http://LOCALHOST:8484/xero/callback", OWN).isLoopback())
                .isTrue();
    }
}
