package au.pip.cli;

import au.pip.api.SignInStarted;
import au.pip.api.SignInView;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "connect",
        description = "Sign in at Xero in your browser, and connect the organisations you choose there.",
        sortOptions = false,
        footer = {
            "",
            "The same command adds another organisation, and signs in again to one that Xero",
            "has ended. Exit code: 0 connected, 1 not connected."
        })
final class XeroConnectCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Surroundings surroundings;

    @Option(names = "--no-browser", description = "only print the address to open")
    boolean noBrowser;

    /** As long as the server lets a sign-in take; shorter in tests. */
    @Option(names = "--wait", paramLabel = "SECONDS", hidden = true)
    int wait = 600;

    @Mixin
    XeroOptions options = new XeroOptions();

    XeroConnectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (PipClient client = options.client(surroundings)) {
            SignInStarted started = client.signIn();
            String url = Printable.of(started.url());
            boolean opened = !noBrowser && Browser.open(url, surroundings);
            surroundings.progress(
                    opened
                            ? "Your browser opens Xero. If it does not, open this address on this machine:"
                            : "Open this address in a browser on this machine:");
            surroundings.progress("  " + url);
            tell(ended(client, started.id()));
            return 0;
        }
    }

    private SignInView ended(PipClient client, String id) {
        surroundings.progress("Waiting for you to finish at Xero (Ctrl-C to stop waiting)…");
        long begun = System.nanoTime();
        long told = 0;
        while (true) {
            SignInView state = client.signIn(id);
            if (!state.state().equals("waiting")) {
                return state;
            }
            long seconds = Duration.ofNanos(System.nanoTime() - begun).toSeconds();
            if (seconds >= wait) {
                throw new CliException(
                        CliException.FAILED,
                        "nothing came back from Xero in time, so nothing was connected. Begin again: ./pip xero connect.");
            }
            if (seconds / 60 > told) {
                told = seconds / 60;
                surroundings.progress(stillWaiting(wait - seconds));
            }
            pause();
        }
    }

    static String stillWaiting(long secondsLeft) {
        long minutes = secondsLeft / 60;
        return "Still waiting; "
                + (minutes > 1
                        ? minutes + " minutes are left."
                        : minutes == 1 ? "1 minute is left." : "less than a minute is left.");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            throw new CliException(CliException.INTERRUPTED, "interrupted.", e);
        }
    }

    private void tell(SignInView end) {
        String message = end.message();
        if (!end.state().equals("connected")) {
            throw new CliException(
                    CliException.FAILED, message == null ? "nothing was connected." : Printable.of(message));
        }
        List<String> names = end.organisations().stream().map(Printable::of).toList();
        if (options.json) {
            surroundings.out().print(Json.MAPPER.writeValueAsString(end) + "\n");
        } else {
            surroundings.out().print("Connected: " + String.join(", ", names) + ".\n");
        }
        surroundings.out().flush();
        surroundings.progress(
                names.size() == 1
                        ? "Your questions are about it now: ./pip ask \"who owes me money?\""
                        : "Choose which one your questions are about: ./pip xero use NAME");
    }
}
