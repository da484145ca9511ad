package au.pip.benchmarks.tokens;

import au.pip.evaluation.tokens.Prompt;
import java.util.ArrayList;
import java.util.List;

/** How much of a prompt's beginning is the same as in the request before it, which is what a provider can keep. */
final class Beginnings {
    private Beginnings() {}

    /** What breaks the rule that a prompt only grows, in words; empty when nothing does. */
    static List<String> broken(List<Question> questions) {
        List<String> broken = new ArrayList<>();
        for (int index = 0; index < questions.size(); index++) {
            Question question = questions.get(index);
            for (int round = 1; round < question.pip().size(); round++) {
                Prompt before = question.pip().get(round - 1);
                if (question.pip().get(round).sharedWith(before)
                        < before.whole().length()) {
                    broken.add("'%s', round %d, does not begin with all of round %d"
                            .formatted(question.text(), round + 1, round));
                }
            }
            if (index > 0 && questions.get(index - 1).conversation() == question.conversation()) {
                Prompt before = questions.get(index - 1).pip().getFirst();
                Prompt after = question.pip().getFirst();
                if (before.tools().equals(after.tools()) && after.sharedWith(before) < upToTheTurn(before)) {
                    broken.add("'%s' does not begin like '%s'"
                            .formatted(question.text(), questions.get(index - 1).text()));
                }
            }
        }
        return broken;
    }

    /** All but the block that asks. */
    private static int upToTheTurn(Prompt prompt) {
        List<String> parts = prompt.parts();
        return prompt.whole().length() - parts.getLast().length();
    }
}
