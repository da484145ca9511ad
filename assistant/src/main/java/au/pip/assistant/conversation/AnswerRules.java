package au.pip.assistant.conversation;

import au.pip.agent.AgentLimits;
import au.pip.assistant.budget.BudgetRules;

/**
 * What holds for every answer of a server.
 *
 * @param limits of rounds, time and money
 * @param strict whether figures that cannot be verified are withheld, where a message does not say
 * @param budgets what all answers of a month may use together
 */
public record AnswerRules(AgentLimits limits, boolean strict, BudgetRules budgets) {
    public static final AnswerRules DEFAULTS = new AnswerRules(AgentLimits.DEFAULTS, false, BudgetRules.NONE);
}
