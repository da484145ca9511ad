package au.pip.evaluation.ledgerqa;

import java.util.List;
import java.util.Set;

/**
 * A kind of question, with its answer by SQL and the plan of a model that understands everything.
 *
 * @param companies the words of the businesses that are asked; empty for all
 * @param parameters SQL whose every row makes a question, its columns being values; empty for one question without any
 * @param spans words of periods, each of which makes a question; empty for none
 * @param before what is asked first in the same conversation
 * @param asks wordings
 * @param say what the plan answers where no fact is told; empty for the facts
 * @param gold SQL whose rows are the figures of a right answer: {@code value}, and where they matter {@code currency},
 *     {@code name} (which the answer names) and {@code ids} (of the records behind the figure, with commas)
 */
record Template(
        String family,
        String name,
        Set<String> companies,
        String parameters,
        List<String> spans,
        List<Before> before,
        List<String> asks,
        List<Step> steps,
        String say,
        Kind kind,
        String gold) {

    /** An earlier question of the conversation, and what the plan does about it. */
    record Before(String ask, List<Step> steps) {}
}
