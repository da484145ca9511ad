package au.pip.agent;

import java.time.Duration;

/**
 * Where a run ends at the latest.
 *
 * @param rounds replies of the model
 * @param callsPerRound tool calls answered in one round; the rest come back to the model as failed
 * @param time from the start to the last reply's end
 */
public record AgentLimits(int rounds, int callsPerRound, Duration time) {
    public static final AgentLimits DEFAULTS = new AgentLimits(12, 16, Duration.ofMinutes(10));
}
