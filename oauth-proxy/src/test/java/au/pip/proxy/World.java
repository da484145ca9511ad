package au.pip.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * A proxy, Xero's side, and whoever uses them. When it is closed, nothing that was secret may have been logged, and the
 * app's secret may have been shown to nobody.
 */
final class World implements AutoCloseable {
    static final String HOME = "https://books.example/xero/callback";
    static final String LONGEST_HOME = HOME.replace("/xero", "/" + "a".repeat(ReturnAddress.LONGEST - 36) + "/xero");

    final Set<String> secrets = ConcurrentHashMap.newKeySet();
    final StringBuilder shown = new StringBuilder();
    final MovingClock clock = new MovingClock();
    final PretendIdentity identity = new PretendIdentity(secrets);
    private final ByteArrayOutputStream logged = new ByteArrayOutputStream();
    private final PrintStream log = new PrintStream(logged, true, StandardCharsets.UTF_8);
    private final PrintStream standardError = System.err;
    private final Handler handler = new Passing();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final Limits limits;
    OAuthProxy proxy;

    World(String... settings) {
        this(
                new Limits(
                        1000,
                        1000,
                        1000,
                        1000,
                        100,
                        Limits.STANDARD.xero(),
                        Duration.ofSeconds(25),
                        Limits.STANDARD.sweep()),
                settings);
    }

    World(Limits limits, String... settings) {
        this.limits = limits;
        int port = freePort();
        environment.putAll(Map.of(
                "PROXY_PORT",
                Integer.toString(port),
                "PROXY_PUBLIC_URL",
                "http://127.0.0.1:" + port,
                "XERO_CLIENT_ID",
                PretendIdentity.APP,
                "XERO_CLIENT_SECRET",
                PretendIdentity.SECRET,
                "XERO_LOGIN_URL",
                identity.url().toString(),
                "XERO_IDENTITY_URL",
                identity.url().toString()));
        for (int i = 0; i < settings.length; i += 2) {
            environment.put(settings[i], settings[i + 1]);
        }
        secrets.add(environment.getOrDefault("XERO_CLIENT_SECRET", ""));
        System.setErr(log);
        Logger.getLogger("").addHandler(handler);
        proxy = started();
    }

    void restart() {
        proxy.close();
        proxy = started();
    }

    Browser browser() {
        return new Browser(secrets, shown);
    }

    Instance instance() {
        return instance(HOME);
    }

    Instance instance(String returnTo) {
        return new Instance(proxy.address(), returnTo, secrets);
    }

    URI at(String path) {
        return URI.create(proxy.address() + path);
    }

    /** Looks at the page and presses its button: where the proxy sends the browser. */
    URI continued(Browser browser, URI link) {
        HttpResponse<String> page = browser.get(link);
        HttpResponse<String> gone = browser.post(at("/oauth/authorize"), Map.of("ticket", Browser.ticket(page)));
        assertThat(gone.statusCode()).isEqualTo(303);
        URI xero = Browser.location(gone);
        secrets.add(Words.of(xero.getRawQuery()).getOrDefault("state", ""));
        return xero;
    }

    /** Signs in at Xero and consents: where Xero sends the browser. */
    URI consented(Browser browser, URI xero) {
        return Browser.location(browser.get(xero));
    }

    /** All of it: what the proxy answers to the callback. */
    HttpResponse<String> signIn(Browser browser, Instance instance) {
        return browser.get(consented(browser, continued(browser, instance.link())));
    }

    /** The code that a sign-in brings to the instance. */
    String code(Browser browser, Instance instance) {
        String code = Words.of(Browser.location(signIn(browser, instance)).getRawQuery())
                .getOrDefault("code", "");
        assertThat(code).isNotEmpty();
        secrets.add(code);
        return code;
    }

    /** As an instance's server calls. */
    HttpResponse<String> call(String path, Map<String, String> form, String... headers) {
        return browser().post(at(path), form, headers);
    }

    String logged() {
        return logged.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        proxy.close();
        identity.close();
        Logger.getLogger("").removeHandler(handler);
        System.setErr(standardError);
        String lines = logged();
        assertThat(secrets).isNotEmpty().allSatisfy(secret -> {
            assertThat(secret).hasSizeGreaterThanOrEqualTo(16);
            assertThat(lines).doesNotContain(secret);
        });
        assertThat(shown.toString()).doesNotContain(PretendIdentity.SECRET);
    }

    private OAuthProxy started() {
        try {
            return OAuthProxy.start(ProxySettings.of(environment), limits, clock, log);
        } catch (ProxySettings.Bad | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the JDK logs goes to the same place. */
    private final class Passing extends Handler {
        @Override
        public void publish(LogRecord entry) {
            log.println(entry.getLoggerName() + " " + entry.getMessage() + " " + entry.getThrown());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
