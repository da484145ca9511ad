package au.pip.proxy;

import au.pip.xero.auth.XeroAddresses;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * How the proxy runs. Its text form shows no secret.
 *
 * @param listen where it listens
 * @param publicUrl how browsers reach it, without a path
 * @param trusted whose {@code X-Forwarded-For} counts; not empty on https
 */
record ProxySettings(
        InetSocketAddress listen,
        URI publicUrl,
        String clientId,
        String clientSecret,
        XeroAddresses xero,
        List<Subnet> trusted,
        FullApp fullApp) {
    /** A setting is missing or not usable; the message names it and says what it may be. */
    static final class Bad extends Exception {
        private static final long serialVersionUID = 1L;

        Bad(String message) {
            super(message);
        }
    }

    private static final String PORT = "8585";

    /** @param environment by the names that the module's README lists; an empty value counts as none */
    static ProxySettings of(Map<String, String> environment) throws Bad {
        Variables variables = new Variables(environment);
        ProxySettings settings = new ProxySettings(
                new InetSocketAddress(
                        variables.address("PROXY_ADDRESS", "127.0.0.1"), variables.port("PROXY_PORT", PORT)),
                variables.origin("PROXY_PUBLIC_URL", ""),
                variables.needed("XERO_CLIENT_ID"),
                variables.needed("XERO_CLIENT_SECRET"),
                XeroAddresses.of(
                        variables.origin("XERO_LOGIN_URL", "https://login.xero.com"),
                        variables.origin("XERO_IDENTITY_URL", "https://identity.xero.com")),
                variables.subnets("PROXY_TRUSTED"),
                fullApp(variables.text("PROXY_FULL_APP", "")));
        if (settings.isBehindAnother() && settings.trusted().isEmpty()) {
            throw new Bad(
                    "PROXY_TRUSTED is not set, and PROXY_PUBLIC_URL is https: set it to the address from which the"
                            + " program that speaks TLS connects, such as 127.0.0.1; otherwise everybody counts as one");
        }
        return settings;
    }

    /** This program speaks no TLS: on https something else stands before it, from which all requests come. */
    boolean isBehindAnother() {
        return publicUrl.getScheme().equals("https");
    }

    private static FullApp fullApp(String text) {
        List<String> signs = parts(text);
        return signs.isEmpty() ? FullApp.STANDARD : new FullApp(signs);
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private record Variables(Map<String, String> values) {
        String text(String name, String otherwise) {
            String value = values.getOrDefault(name, "").strip();
            return value.isEmpty() ? otherwise : value;
        }

        String needed(String name) throws Bad {
            String value = text(name, "");
            if (value.isEmpty()) {
                throw new Bad(name + " is not set: the app is at https://developer.xero.com/app/manage");
            }
            return value;
        }

        int port(String name, String otherwise) throws Bad {
            String value = text(name, otherwise);
            int port = value.matches("\\d{1,5}") ? Integer.parseInt(value) : -1;
            if (port < 0 || port > 65535) {
                throw new Bad(name + " is no port: use 1 to 65535");
            }
            return port;
        }

        InetAddress address(String name, String otherwise) throws Bad {
            try {
                return InetAddress.ofLiteral(text(name, otherwise));
            } catch (IllegalArgumentException e) {
                throw new Bad(name + " is no address: use one such as 127.0.0.1, or 0.0.0.0 for all of this machine's");
            }
        }

        /** https, or http on this machine; no path, so that cookies and links are this program's alone. */
        URI origin(String name, String otherwise) throws Bad {
            String value = text(name, otherwise).replaceAll("/+$", "");
            try {
                URI uri = URI.create(value);
                boolean bare = uri.getHost() != null
                        && uri.getRawUserInfo() == null
                        && uri.getRawPath().isEmpty()
                        && uri.getRawQuery() == null
                        && uri.getRawFragment() == null;
                if (bare
                        && (value.startsWith("https://")
                                || value.matches("http://(127\\.0\\.0\\.1|\\[::1]|localhost)(:\\d+)?"))) {
                    return uri;
                }
            } catch (IllegalArgumentException noUri) {
                // Told below, as any other.
            }
            throw new Bad(name + " has to be set to an address such as https://connect.example.org, without a path"
                    + " (http only on this machine)");
        }

        List<Subnet> subnets(String name) throws Bad {
            try {
                return parts(text(name, "")).stream().map(Subnet::of).toList();
            } catch (IllegalArgumentException e) {
                throw new Bad(name + " is no list of addresses: use some such as 127.0.0.1, 10.0.0.0/8");
            }
        }
    }

    @Override
    public String toString() {
        return "ProxySettings[" + publicUrl + ", app " + clientId + "]";
    }
}
