package au.pip.evaluation.ledgerqa;

import au.pip.api.RunView;
import org.jspecify.annotations.Nullable;

/**
 * One question answered and judged: a line of {@code results.jsonl}.
 *
 * @param id the question's
 * @param inputTokens of all rounds, those read from a cache too
 * @param costUsd a decimal string; null when the model's price is not known
 */
record Result(
        String id,
        String family,
        String company,
        long seed,
        String question,
        String gold,
        String answer,
        Score score,
        String why,
        int toolCalls,
        long inputTokens,
        long outputTokens,
        @Nullable String costUsd,
        long millis,
        String provider,
        String model) {

    static Result of(Question question, RunView run, Verdict verdict, long millis) {
        return new Result(
                question.id(),
                question.family(),
                question.books().company().word(),
                question.books().seed(),
                question.text(),
                Scorer.gold(question),
                run.answer(),
                verdict.score(),
                verdict.why(),
                run.tools().size(),
                run.usage().freshInput() + run.usage().cacheRead() + run.usage().cacheWrite(),
                run.usage().output(),
                run.costUsd(),
                millis,
                run.provider(),
                run.model());
    }
}
