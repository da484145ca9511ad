package au.pip.proxy;

import java.io.IOException;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/** The program {@code ./pip proxy}. */
public final class Main {
    private static final String USAGE = """
            Usage: ./pip proxy

            Lets those who host Pip sign in to Xero through your app at Xero. Settings are environment
            variables:

              XERO_CLIENT_ID, XERO_CLIENT_SECRET   your app's
              PROXY_PUBLIC_URL                     how browsers reach it, such as https://connect.example.org;
                                                   register that with /oauth/callback behind it as the
                                                   app's redirect URI
              PROXY_ADDRESS, PROXY_PORT            where it listens (default 127.0.0.1 and 8585)
              PROXY_TRUSTED                        whose X-Forwarded-For counts, such as 127.0.0.1, 10.0.0.0/8;
                                                   needed for https: what speaks TLS before the proxy

            oauth-proxy/README.md explains them and the rest.
            """;

    private Main() {}

    /**
     * Runs until it is told to end. Prints one line on standard output when it is ready and its log on standard error;
     * ends with 1 when it cannot listen, with 2 for settings or arguments that are not usable.
     */
    public static void main(String[] args) {
        int status = run(args, System.getenv(), System.out, System.err);
        if (status >= 0) {
            System.exit(status);
        }
    }

    /** A status to end with; negative when the proxy serves. */
    static int run(String[] args, Map<String, String> environment, PrintStream out, PrintStream err) {
        if (args.length > 0) {
            boolean help = args[0].equals("--help") || args[0].equals("-h");
            (help ? out : err).print(help ? USAGE : "proxy: it takes no arguments. ./pip proxy --help tells more\n");
            return help ? 0 : 2;
        }
        try {
            ProxySettings settings = ProxySettings.of(environment);
            OAuthProxy proxy = OAuthProxy.start(settings, Limits.STANDARD, InstantSource.system(), err);
            Runtime.getRuntime().addShutdownHook(new Thread(proxy::close, "closing"));
            out.println("proxy ready on " + proxy.address() + " for " + settings.publicUrl()
                    + " (redirect URI of the app: " + Callback.address(settings.publicUrl()) + ")");
            out.flush();
            return -1;
        } catch (ProxySettings.Bad bad) {
            err.println("proxy: " + bad.getMessage());
            return 2;
        } catch (IOException failed) {
            err.println(
                    "proxy: it cannot listen there (" + failed.getMessage() + "): check PROXY_ADDRESS and PROXY_PORT");
            return 1;
        }
    }
}
