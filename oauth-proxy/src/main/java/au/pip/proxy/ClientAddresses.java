package au.pip.proxy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose request it is, for counting: an IPv4 address; of an IPv6 address the first 64 bits, which one person's network
 * has to itself, and the first 48, which are what somebody gets who asks for many networks. {@code X-Forwarded-For}
 * counts only from the trusted, read from its end: what stands before the last address that is not trusted was written
 * by whoever asks.
 */
record ClientAddresses(List<Subnet> trusted) {
    /** A site has many people behind it, but not as many as its 65,536 networks. */
    private static final int OF_A_SITE = 4;

    /**
     * The networks that a request counts for, the widest first.
     *
     * @param peer who is connected
     * @param forwarded the lines of {@code X-Forwarded-For}, in their order
     */
    List<Network> of(InetAddress peer, List<String> forwarded) {
        InetAddress client = peer;
        List<String> hops = List.of(String.join(",", forwarded).split(",", -1));
        for (String hop : hops.reversed()) {
            InetAddress before = isTrusted(client) ? literal(hop.strip()) : null;
            if (before == null) {
                break;
            }
            client = before;
        }
        return counted(client);
    }

    private boolean isTrusted(InetAddress address) {
        return trusted.stream().anyMatch(subnet -> subnet.contains(address));
    }

    /** Null when it is no address; some proxies add the port. */
    private static @Nullable InetAddress literal(String text) {
        String bare = text.replaceFirst("^\\[([^\\]]*)\\](?::\\d+)?$", "$1").replaceFirst("^([\\d.]+):\\d+$", "$1");
        try {
            return InetAddress.ofLiteral(bare);
        } catch (IllegalArgumentException none) {
            return null;
        }
    }

    private static List<Network> counted(InetAddress address) {
        return address instanceof Inet6Address
                ? List.of(new Network(first(48, address), OF_A_SITE), new Network(first(64, address), 1))
                : List.of(new Network(address.getHostAddress(), 1));
    }

    private static String first(int bits, InetAddress address) {
        return HexFormat.of().formatHex(Arrays.copyOf(address.getAddress(), bits / 8)) + "/" + bits;
    }
}
