package au.pip.evaluation.tokens;

import au.pip.llm.Message;

/**
 * One request to a model, and what it replied.
 *
 * @param at {@link System#nanoTime} when the model was asked
 */
public record Exchange(Prompt prompt, Message reply, long at) {}
