package au.pip.cli;

import au.pip.api.RunEvent;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Follows a run to its end, across cuts of the connection: no event is given twice, and none is missed. */
final class RunFollower {
    /** Longer than two of the server's heartbeats. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** Together about what a server needs to start again. */
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMillis(200),
            Duration.ofMillis(500),
            Duration.ofSeconds(1),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5));

    private final PipClient client;
    private final Runnable onCut;
    private final Duration patience;
    private final List<Duration> pauses;

    /** @param onCut called once for each time that the connection was lost and is tried again */
    RunFollower(PipClient client, Runnable onCut) {
        this(client, onCut, PATIENCE, PAUSES);
    }

    /** @param pauses before each new attempt in a row; when they are used up, the server counts as gone */
    RunFollower(PipClient client, Runnable onCut, Duration patience, List<Duration> pauses) {
        this.client = client;
        this.onCut = onCut;
        this.patience = patience;
        this.pauses = pauses;
    }

    /**
     * Gives each event, the last included, and returns the last.
     *
     * @throws CliException when the server is gone, or the thread was interrupted
     */
    RunEvent.Finished follow(String runId, Consumer<RunEvent> listener) {
        String lastId = null;
        int failures = 0;
        while (true) {
            try (EventStream stream = new EventStream(client.events(runId, lastId), patience)) {
                ServerEvent event;
                while ((event = stream.next()) != null) {
                    lastId = event.id();
                    failures = 0;
                    RunEvent parsed = RunEvents.parse(event);
                    if (parsed != null) {
                        listener.accept(parsed);
                    }
                    if (parsed instanceof RunEvent.Finished finished) {
                        return finished;
                    }
                }
            } catch (IOException e) {
                if (Thread.interrupted()) {
                    throw interrupted(e);
                }
            }
            if (failures == pauses.size()) {
                throw new CliException(
                        CliException.NO_SERVER,
                        "the server at " + client.server() + " is gone in the middle of the answer.");
            }
            if (failures == 0) {
                onCut.run();
            }
            pause(pauses.get(failures++));
        }
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static CliException interrupted(@Nullable Throwable cause) {
        return new CliException(CliException.INTERRUPTED, "left the answer before it had ended.", cause);
    }
}
