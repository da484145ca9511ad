package au.pip.assistant.care;

import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Whether each run has its one question, and one answer from its end on. */
final class Answers {
    private static final long GOING = 1;
    private static final long QUESTION = 1 << 8;
    private static final long ANSWER = 1 << 16;
    private static final long MOST = 200;

    private final IdTable runs = new IdTable();

    void add(Row row) {
        if (row.noun() == Noun.RUN) {
            boolean going = row.text("state").equals(Run.State.RUNNING.word());
            runs.put(runs.key(row, "id"), going ? GOING : 0);
        } else if (row.noun() == Noun.ENTRY) {
            long run = runs.key(row, "run_id");
            long seen = runs.value(run);
            if (runs.has(run) && (seen >> 16) < MOST && (seen >> 8 & 0xff) < MOST) {
                runs.put(run, seen + (isAnswer(row) ? ANSWER : QUESTION));
            }
        }
    }

    boolean hasWrong() {
        boolean[] wrong = {false};
        runs.forEach(run -> wrong[0] |= isWrong(runs.value(run)));
        return wrong[0];
    }

    /** A sentence about a run's row, once all rows were added; null when nothing is wrong with it. */
    @Nullable
    String wrong(Row row) {
        if (row.noun() != Noun.RUN) {
            return null;
        }
        long seen = runs.value(runs.key(row, "id"));
        return isWrong(seen)
                ? "run %s of account %s is %s, but has %d questions and %d answers"
                        .formatted(
                                row.text("id"), row.text("account_id"), row.text("state"), seen >> 8 & 0xff, seen >> 16)
                : null;
    }

    private static boolean isWrong(long seen) {
        return seen != (GOING | QUESTION) && seen != (QUESTION | ANSWER);
    }

    static boolean isAnswer(Row row) {
        return row.text("kind").equals(Entry.Kind.ANSWER.name().toLowerCase(Locale.ROOT));
    }
}
