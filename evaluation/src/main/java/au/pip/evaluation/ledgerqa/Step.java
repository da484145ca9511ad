package au.pip.evaluation.ledgerqa;

import tools.jackson.databind.node.ObjectNode;

/** What a model that understands everything does about a question. {@code {name}} stands for a value of the question. */
sealed interface Step {
    /** @param arguments a text {@code $2} in them is the id of the second fact that was taken */
    record Call(String tool, ObjectNode arguments) implements Step {}

    /**
     * Takes a fact from the latest table.
     *
     * @param subject {@code *} for any, {@code ?} for any but one over all
     * @param nth of those that fit, from 1
     * @param said whether the answer tells it
     */
    record Take(String measure, String subject, int nth, boolean said) implements Step {}

    /** The latest result must hold this text, or the plan is not what the question needs. */
    record Expect(String text) implements Step {}
}
