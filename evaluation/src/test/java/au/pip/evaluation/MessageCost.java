package au.pip.evaluation;

import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What one message took, from sending it to the end of its answer.
 *
 * @param written bytes that the process wrote, to disk and to sockets
 * @param read characters that the store answered
 * @param sent characters that the model was sent
 * @param processor nanoseconds of processor time of the whole process
 */
record MessageCost(long written, long read, long sent, long processor) {
    MessageCost since(MessageCost before) {
        return new MessageCost(
                written - before.written, read - before.read, sent - before.sent, processor - before.processor);
    }

    /** The median of each, on its own. */
    static MessageCost median(List<MessageCost> costs) {
        return new MessageCost(
                median(costs, MessageCost::written),
                median(costs, MessageCost::read),
                median(costs, MessageCost::sent),
                median(costs, MessageCost::processor));
    }

    static MessageCost mean(List<MessageCost> costs) {
        return new MessageCost(
                mean(costs, MessageCost::written),
                mean(costs, MessageCost::read),
                mean(costs, MessageCost::sent),
                mean(costs, MessageCost::processor));
    }

    private static long median(List<MessageCost> costs, ToLongFunction<MessageCost> part) {
        long[] sorted = costs.stream().mapToLong(part).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private static long mean(List<MessageCost> costs, ToLongFunction<MessageCost> part) {
        return Math.round(costs.stream().mapToLong(part).average().orElseThrow());
    }
}
