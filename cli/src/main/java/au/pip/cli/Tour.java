package au.pip.cli;

import au.pip.api.FactView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A guided tour of Pip: lines of a chat that are typed for the person, each introduced on standard error and answered
 * live. At a terminal Enter goes on, and a question of the person's own ends the tour; nobody else is waited for. After
 * it the lines are the person's.
 */
final class Tour implements Lines {
    private static final String PAUSE = "Enter goes on, or type a question of your own: ";

    /** A name that needs no care within a sentence. */
    private static final Predicate<String> PLAIN_NAME =
            Pattern.compile("\\p{Lu}\\p{L}+(?: \\p{Lu}\\p{L}+){0,3}").asMatchPredicate();

    /** @param told what the person is to look for in what follows */
    private record Stop(String told, String line) {}

    private static final List<Stop> STOPS = List.of(
            new Stop(
                    "Ask in plain words. Pip looks each figure up in the books; under the answer stands where.",
                    "Who owes me money?"),
            new Stop("Ask on. Pip knows what you spoke of.", "And what about the overdue ones?"),
            new Stop(
                    "No model does the sums. Pip's own code works a figure out and shows the calculation.",
                    "How much GST do I owe this quarter?"),
            new Stop(
                    "Every figure opens: what it is, how it was worked out, and the records in Xero behind it.",
                    "/source"));

    private final Target target;
    private final Surroundings surroundings;
    private final Chat chat;
    private final Lines own;
    private final boolean pauses;
    private final Deque<Stop> left = new ArrayDeque<>(STOPS);
    private int number;
    private boolean over;

    /**
     * @param chat the one that these lines are for
     * @param own the person's lines, after the tour
     * @param pauses whether a person sits there, who goes on when they have read
     */
    Tour(Target target, Surroundings surroundings, Chat chat, Lines own, boolean pauses) {
        this.target = target;
        this.surroundings = surroundings;
        this.chat = chat;
        this.own = own;
        this.pauses = pauses;
    }

    @Override
    public @Nullable String next() {
        if (over) {
            return own.next();
        }
        if (number == 1) {
            customer().ifPresent(name -> left.addLast(draft(name)));
        }
        String typed = number > 0 && pauses && !left.isEmpty() ? own.answer(PAUSE) : "";
        if (typed == null) {
            over = true;
            return null;
        }
        if (!typed.isBlank()) {
            over = true;
            return typed;
        }
        Stop stop = left.pollFirst();
        if (stop == null) {
            over = true;
            end();
            return own.next();
        }
        number++;
        tell((number == 1 ? "\n" : "") + number + ". " + stop.told());
        surroundings.out().print(surroundings.paint().heading("> " + Printable.of(stop.line())) + "\n");
        surroundings.out().flush();
        return stop.line();
    }

    @Override
    public @Nullable String answer(String question) {
        return own.answer(question);
    }

    @Override
    public int mostSources() {
        return over ? own.mostSources() : 4;
    }

    private static Stop draft(String customer) {
        return new Stop(
                "Pip can prepare a draft. Only you can approve it, and until then nothing is written.",
                "Draft an invoice to " + customer + " for $500 plus GST for consulting");
    }

    /** Somebody who owes money, by the answer to the first question. */
    private Optional<String> customer() {
        String run = chat.lastRun();
        return run == null
                ? Optional.empty()
                : target.client().run(run).figures().stream()
                        .flatMap(figure -> figure.facts().stream())
                        .filter(fact -> fact.measure().equals("owed to you"))
                        .map(FactView::subject)
                        .filter(PLAIN_NAME)
                        .findFirst();
    }

    private void end() {
        if (!pauses) {
            tell("\nThat was the tour. In a terminal ./pip demo goes on with your own questions.");
            return;
        }
        tell("\nThat was the tour. Now ask what you like, for example:");
        DemoCommand.SUGGESTIONS.forEach(each -> tell("  " + each));
        tell("/source FIGURE opens a figure, /help tells more, Ctrl-D leaves.\n");
    }

    private void tell(String text) {
        LineWrap lines = new LineWrap(surroundings.err(), surroundings.width());
        lines.write(text);
        lines.endLine();
        surroundings.err().flush();
    }
}
