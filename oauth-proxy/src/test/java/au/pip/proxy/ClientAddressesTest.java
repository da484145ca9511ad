package au.pip.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressesTest {
    private static final ClientAddresses ADDRESSES = new ClientAddresses(
            Stream.of("127.0.0.1", "10.0.0.0/8", "fd00::/8").map(Subnet::of).toList());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "203.0.113.7 | '' | 203.0.113.7",
                "203.0.113.7 | 198.51.100.1 | 203.0.113.7",
                "127.0.0.1 | '' | 127.0.0.1",
                "127.0.0.1 | 198.51.100.1 | 198.51.100.1",
                "127.0.0.1 | 198.51.100.1:4711 | 198.51.100.1",
                "127.0.0.1 | [2001:db8:0:1::5]:4711 | 20010db80000/48 20010db800000001/64",
                "127.0.0.1 | 2001:db8:0:1:9::5 | 20010db80000/48 20010db800000001/64",
                "127.0.0.1 | ::ffff:198.51.100.1 | 198.51.100.1",
                "127.0.0.1 | 192.0.2.1, 198.51.100.1 , 10.2.3.4 | 198.51.100.1",
                "127.0.0.1 | 192.0.2.1, unknown, 10.2.3.4 | 10.2.3.4",
                "127.0.0.1 | 192.0.2.1, host.example | 127.0.0.1",
                "127.0.0.1 | 10.9.9.9 | 10.9.9.9",
                "fd00::1 | 198.51.100.1 | 198.51.100.1",
                "fe80::1 | 198.51.100.1 | fe8000000000/48 fe80000000000000/64"
            })
    void believesOnlyTheTrusted(String peer, String forwarded, String counted) {
        assertThat(counted(peer, forwarded)).isEqualTo(counted);
    }

    @Test
    void readsSeveralLinesAsOne() {
        assertThat(counted("127.0.0.1", "192.0.2.1", "198.51.100.1, 10.0.0.1")).isEqualTo("198.51.100.1");
        assertThat(counted("127.0.0.1")).isEqualTo("127.0.0.1");
    }

    private static String counted(String peer, String... forwarded) {
        return ADDRESSES.of(InetAddress.ofLiteral(peer), List.of(forwarded)).stream()
                .map(Network::name)
                .collect(Collectors.joining(" "));
    }
}
