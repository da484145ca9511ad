package au.pip.benchmarks.tokens;

import au.pip.evaluation.tokens.Prompt;
import java.util.List;

/**
 * A question as it was played.
 *
 * @param pip the prompts of all its rounds
 * @param handedOn the contender's, with no more of Xero's replies than its tools write
 * @param whole the contender's, with Xero's replies whole
 * @param output tokens of all replies of the model, the same for all
 */
record Question(
        int conversation, String text, List<Prompt> pip, List<Prompt> handedOn, List<Prompt> whole, int output) {}
