package au.pip.benchmarks.measure;

import au.pip.benchmarks.contender.Contender;
import au.pip.benchmarks.server.Plan;
import au.pip.benchmarks.server.ServerControl;
import au.pip.benchmarks.wire.Reply;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

/** Makes calls one after the other and checks every reply against the script. */
final class Caller {
    private final Contender contender;
    private final ServerControl server;
    private final AtomicLong firstText = new AtomicLong();
    private Reply expected = Plan.whole(1).script().reply();

    Caller(Contender contender, ServerControl server) {
        this.contender = contender;
        this.server = server;
    }

    void play(Plan plan) throws IOException {
        server.play(plan);
        expected = plan.script().reply();
    }

    /**
     * Makes one call.
     *
     * @return nanoseconds to the first text
     * @throws WrongReply when the reply is not the script's
     */
    long call() throws Exception {
        firstText.set(0);
        long start = System.nanoTime();
        Reply reply = contender.stream(cancel -> firstText.set(System.nanoTime()));
        String difference = reply.differenceFrom(expected);
        if (!difference.isEmpty()) {
            throw new WrongReply(difference);
        }
        return firstText.get() - start;
    }

    void call(int times) throws Exception {
        for (int made = 0; made < times; made++) {
            call();
        }
    }
}
