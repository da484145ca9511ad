package au.pip.xero.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8484/xero/callback",
                "https://books.example/xero/callback",
                "https://books.example/pip/xero/callback",
                "https://books.example/~ann/my-pip_2.0/xero/callback"
            })
    void isPipsOwnWithOrWithoutAPrefix(String address) {
        assertThat(CallbackPath.isOf(URI.create(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://books.example",
                "https://books.example/",
                "https://books.example/cb",
                "https://books.example/xero/callback/",
                "https://books.example/xero/callback/x",
                "https://books.example/notxero/callbacks",
                "https://books.example/notxero/callback",
                "https://books.example/XERO/callback",
                "https://books.example//xero/callback",
                "https://books.example/a/../xero/callback",
                "https://books.example/./xero/callback",
                "https://books.example/..;/xero/callback",
                "https://books.example/a;b/xero/callback",
                "https://books.example/%2e%2e/xero/callback",
                "https://books.example/a%2fxero/callback",
                "https://books.example/a%2Fxero%2Fcallback",
                "https://books.example/evil%3f/xero/callback",
                "https://books.example/xero/callback?",
                "https://books.example/xero/callback?a=1",
                "https://books.example/evil?a=/xero/callback",
                "https://books.example/xero/callback#",
                "https://books.example/evil#/xero/callback",
                "mailto:ann@books.example/xero/callback"
            })
    void nothingElseIs(String address) {
        assertThat(CallbackPath.isOf(URI.create(address))).isFalse();
    }
}
