package au.pip.assistant.conversation;

import au.pip.agent.AgentLimits;

/**
 * What holds for every answer of a server.
 *
 * @param limits of rounds, time and money
 * @param strict whether figures that cannot be verified are withheld, where a message does not say
 */
public record AnswerRules(AgentLimits limits, boolean strict) {
    public static final AnswerRules DEFAULTS = new AnswerRules(AgentLimits.DEFAULTS, false);
}
