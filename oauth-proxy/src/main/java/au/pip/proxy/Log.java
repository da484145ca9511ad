package au.pip.proxy;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What whoever runs the proxy sees: routes and statuses, and of what failed why and from which network. Never what was
 * in a request.
 */
final class Log {
    private final PrintStream out;

    Log(PrintStream out) {
        this.out = out;
    }

    void answered(String route, int status, Duration took) {
        line(route + " " + status + " " + took.toMillis() + " ms");
    }

    /** @param reason in words that stood in no request and no reply */
    void failed(Network from, String reason) {
        line("failed, from " + from.name() + ": " + reason);
    }

    /** @param what a sentence without anything from a request or a reply */
    void trouble(String what) {
        line("trouble: " + what);
    }

    private void line(String text) {
        out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + text);
    }
}
