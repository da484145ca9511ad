package au.pip.proxy;

import java.math.BigInteger;
import java.net.InetAddress;

/**
 * The addresses that begin with the same bits.
 *
 * @param bits how many of the address count, from the front
 */
record Subnet(InetAddress address, int bits) {
    /**
     * Of {@code 10.0.0.0/8}, {@code fd00::/8}, or one address. Looks nothing up.
     *
     * @throws IllegalArgumentException when it is none of these
     */
    static Subnet of(String text) {
        int slash = text.indexOf('/');
        InetAddress address = InetAddress.ofLiteral(slash < 0 ? text : text.substring(0, slash));
        int all = address.getAddress().length * 8;
        int bits = slash < 0 ? all : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > all) {
            throw new IllegalArgumentException("no such subnet");
        }
        return new Subnet(address, bits);
    }

    boolean contains(InetAddress other) {
        byte[] one = address.getAddress();
        byte[] two = other.getAddress();
        int rest = one.length * 8 - bits;
        return one.length == two.length
                && new BigInteger(1, one).shiftRight(rest).equals(new BigInteger(1, two).shiftRight(rest));
    }
}
