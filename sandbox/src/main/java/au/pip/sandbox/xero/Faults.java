package au.pip.sandbox.xero;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/** Faults that wait for the requests they are meant for. */
final class Faults {
    private static final int MOST = 1_000;
    private static final int LONGEST_MILLISECONDS = 60_000;

    private final ConcurrentLinkedQueue<Fault> waiting = new ConcurrentLinkedQueue<>();

    void add(Fault fault, int requests) {
        for (int request = 0; request < requests; request++) {
            waiting.add(fault);
        }
    }

    @Nullable
    Fault next() {
        return waiting.poll();
    }

    /** The control address: POST adds, GET lists, DELETE forgets. */
    Reply control(String method, Query query) throws BadRequest {
        switch (method) {
            case "POST" -> {
                String kind = query.text("kind");
                Fault usual = Fault.of(Fault.Kind.of(kind == null ? "" : kind));
                Fault fault = new Fault(
                        usual.kind(),
                        query.number("retryAfter", 0, 100_000, usual.retryAfter()),
                        Duration.ofMillis(query.number("millis", 0, LONGEST_MILLISECONDS, 2_000)));
                add(fault, query.number("count", 1, MOST, 1));
            }
            case "DELETE" -> waiting.clear();
            case "GET" -> {}
            default -> {
                return Reply.text(405, "The faults take GET, POST and DELETE");
            }
        }
        List<String> kinds = waiting.stream().map(fault -> fault.kind().word()).toList();
        return Reply.json(200, new Fields().with("faults", kinds).map());
    }
}
