package au.pip.benchmarks.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import au.pip.benchmarks.wire.Protocol;
import au.pip.benchmarks.wire.ScriptedEvents;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The writes of one HTTP reply, made once: each event is a chunk of HTTP and a write.
 *
 * @param textFrom the first write that is followed by the plan's pause
 * @param textTo the first write after those
 */
record PreparedReply(List<byte[]> writes, int textFrom, int textTo) {
    private static final byte[] HEAD = """
            HTTP/1.1 200 OK\r
            Content-Type: text/event-stream; charset=utf-8\r
            Cache-Control: no-cache\r
            request-id: req_benchmark\r
            x-request-id: req_benchmark\r
            Transfer-Encoding: chunked\r
            \r
            """.getBytes(US_ASCII);
    private static final byte[] END = "0\r\n\r\n".getBytes(US_ASCII);
    private static final long SPLIT_SEED = 25;
    private static final int LONGEST_SPLIT = 48;

    static PreparedReply of(Protocol protocol, Plan plan) {
        ScriptedEvents events = protocol.events(plan.script());
        List<byte[]> writes = new ArrayList<>();
        writes.add(HEAD);
        events.opening().forEach(event -> writes.add(chunk(event)));
        int textFrom = writes.size();
        List<byte[]> text = plan.ending() == Plan.Ending.CUT
                ? events.text().subList(0, events.text().size() / 2)
                : events.text();
        text.forEach(event -> writes.add(chunk(event)));
        int textTo = writes.size();
        if (plan.ending() == Plan.Ending.WHOLE) {
            events.closing().forEach(event -> writes.add(chunk(event)));
            writes.add(END);
        }
        return plan.split()
                ? new PreparedReply(splitAnywhere(writes), 0, 0)
                : new PreparedReply(List.copyOf(writes), textFrom, textTo);
    }

    private static byte[] chunk(byte[] event) {
        ByteArrayOutputStream chunk = new ByteArrayOutputStream(event.length + 8);
        chunk.writeBytes((Integer.toHexString(event.length) + "\r\n").getBytes(US_ASCII));
        chunk.writeBytes(event);
        chunk.write('\r');
        chunk.write('\n');
        return chunk.toByteArray();
    }

    private static List<byte[]> splitAnywhere(List<byte[]> writes) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        writes.forEach(joined::writeBytes);
        byte[] all = joined.toByteArray();
        Random random = new Random(SPLIT_SEED);
        List<byte[]> pieces = new ArrayList<>();
        for (int at = 0; at < all.length; ) {
            int to = Math.min(all.length, at + 1 + random.nextInt(LONGEST_SPLIT));
            pieces.add(Arrays.copyOfRange(all, at, to));
            at = to;
        }
        return List.copyOf(pieces);
    }
}
