package au.pip.assistant.care;

import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts rows and looks whether they agree with each other: what a row refers to is there, sequences have no gaps, an
 * ended run has its answer, budgets have reserved what reservations hold. Changes nothing.
 */
public final class Verify {
    private static final int MOST_TOLD = 20;

    private final References references = new References();
    private final Sequences entries = new Sequences(Noun.ENTRY, "conversation_id");
    private final Sequences events = new Sequences(Noun.RUN_EVENT, "run_id");
    private final Answers answers = new Answers();
    private final Balances balances = new Balances();
    private final Counting counting = new Counting();
    private final List<String> told = new ArrayList<>();
    private long problems;

    private Verify() {}

    /**
     * @param problems the first of them, a sentence each
     * @param count of all problems
     */
    public record Findings(Tally tally, List<String> problems, long count) {
        public Findings {
            problems = List.copyOf(problems);
        }
    }

    /** Of rows of one moment; of others it may find what was only being written. Reads them twice if it has to. */
    public static Findings of(RowSource source, Progress progress) {
        Verify verify = new Verify();
        source.read(row -> {
            verify.see(row);
            progress.at("verifying", verify.counting.rows());
        });
        verify.balances.tell(verify::problem);
        if (verify.entries.hasBroken() || verify.events.hasBroken() || verify.answers.hasWrong()) {
            verify.nameBroken(source);
        }
        return new Findings(verify.counting.tally(), verify.told, verify.problems);
    }

    private void see(Row row) {
        counting.add(row);
        String missing = references.missing(row);
        if (missing != null) {
            problem(name(row) + ": there is no " + missing);
        }
        references.add(row);
        entries.add(row);
        events.add(row);
        answers.add(row);
        balances.add(row);
    }

    private void nameBroken(RowSource source) {
        Set<String> broken = new LinkedHashSet<>();
        source.read(row -> {
            String sentence = broken(row);
            if (sentence != null && broken.size() <= MOST_TOLD) {
                broken.add(sentence);
            }
        });
        broken.forEach(this::problem);
    }

    private @Nullable String broken(Row row) {
        if (entries.isOfBroken(row)) {
            return "conversation %s of account %s: its entries are not numbered 1, 2, 3…"
                    .formatted(row.text("conversation_id"), row.text("account_id"));
        }
        if (events.isOfBroken(row)) {
            return "run %s of account %s: its events are not numbered 1, 2, 3…"
                    .formatted(row.text("run_id"), row.text("account_id"));
        }
        return answers.wrong(row);
    }

    private void problem(String sentence) {
        problems++;
        if (told.size() < MOST_TOLD) {
            told.add(sentence);
        }
    }

    private static String name(Row row) {
        return row.noun().word() + " "
                + String.join(" / ", row.key().stream().map(String::valueOf).toList());
    }
}
