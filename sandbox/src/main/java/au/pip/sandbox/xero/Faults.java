package au.pip.sandbox.xero;

import au.pip.sandbox.wire.Reply;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Faults that wait for the requests they are meant for. */
final class Faults {
    private static final int MOST = 1_000;
    private static final int LONGEST_MILLISECONDS = 60_000;

    private final Map<Fault.Part, Deque<Fault>> waiting = new EnumMap<>(Fault.Part.class);

    synchronized void add(Fault.Part part, Fault fault, int requests) {
        for (int request = 0; request < requests; request++) {
            of(part).add(fault);
        }
    }

    @Nullable
    synchronized Fault next(Fault.Part part) {
        return of(part).poll();
    }

    /** The control address: POST adds, GET lists, DELETE forgets; those of one part, or without {@code on} the API's. */
    synchronized Reply control(String method, Query query) throws BadRequest {
        String on = query.text("on");
        Fault.Part part = on == null ? Fault.Part.API : Fault.Part.of(on);
        switch (method) {
            case "POST" -> {
                String kind = query.text("kind");
                Fault usual = Fault.of(Fault.Kind.of(kind == null ? "" : kind));
                Fault fault = new Fault(
                        usual.kind(),
                        query.number("retryAfter", 0, 100_000, usual.retryAfter()),
                        Duration.ofMillis(query.number("millis", 0, LONGEST_MILLISECONDS, 2_000)));
                add(part, fault, query.number("count", 1, MOST, 1));
            }
            case "DELETE" -> of(part).clear();
            case "GET" -> {}
            default -> {
                return Reply.text(405, "The faults take GET, POST and DELETE");
            }
        }
        List<String> kinds = of(part).stream().map(fault -> fault.kind().word()).toList();
        return Reply.json(200, new Fields().with("faults", kinds).map());
    }

    private Deque<Fault> of(Fault.Part part) {
        return waiting.computeIfAbsent(part, each -> new ArrayDeque<>());
    }
}
