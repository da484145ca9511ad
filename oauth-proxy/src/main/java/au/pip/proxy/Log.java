package au.pip.proxy;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** What whoever runs the proxy sees: routes and statuses, never what was in a request, nor whose it was. */
final class Log {
    private final PrintStream out;

    Log(PrintStream out) {
        this.out = out;
    }

    void answered(String route, int status, Duration took) {
        line(route + " " + status + " " + took.toMillis() + " ms");
    }

    /** @param what a sentence without anything from a request or a reply */
    void trouble(String what) {
        line("trouble: " + what);
    }

    private void line(String text) {
        out.println(Instant.now().truncatedTo(ChronoUnit.SECONDS) + " " + text);
    }
}
