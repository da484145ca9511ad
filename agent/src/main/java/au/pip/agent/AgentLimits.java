package au.pip.agent;

import java.math.BigDecimal;
import java.time.Duration;

/**
 * Where a run ends at the latest. Before rounds, time or money run out, the model is asked once more and has to answer
 * with what it has found.
 *
 * @param rounds replies of the model; two at least, one to look something up and one to answer
 * @param callsPerRound tool calls answered in one round; the rest come back to the model as failed
 * @param time from the start to the last reply's end
 * @param money in US dollars, by the providers' list prices; a reply whose price is not known counts nothing. The reply
 *     that goes beyond it is still taken
 */
public record AgentLimits(int rounds, int callsPerRound, Duration time, BigDecimal money) {
    private static final BigDecimal ONE_DOLLAR = new BigDecimal("1.00");

    public static final AgentLimits DEFAULTS = new AgentLimits(12, 16, Duration.ofMinutes(10));

    public AgentLimits {
        if (rounds < 2) {
            throw new IllegalArgumentException("a run takes two rounds at least, not " + rounds);
        }
    }

    /** With a dollar to spend. */
    public AgentLimits(int rounds, int callsPerRound, Duration time) {
        this(rounds, callsPerRound, time, ONE_DOLLAR);
    }

    public AgentLimits withMoney(BigDecimal dollars) {
        return new AgentLimits(rounds, callsPerRound, time, dollars);
    }
}
