package au.pip.evaluation.injection;

import au.pip.sandbox.model.ScriptedModel.Step;
import java.util.List;

/**
 * A message of before, and what a model that is on nobody's side did with it.
 *
 * @param answer its replies, in order
 */
record Earlier(String said, List<Step> answer) {
    Earlier {
        answer = List.copyOf(answer);
    }

    static Earlier of(String said, Step... answer) {
        return new Earlier(said, List.of(answer));
    }
}
