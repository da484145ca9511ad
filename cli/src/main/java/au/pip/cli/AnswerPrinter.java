package au.pip.cli;

import au.pip.api.BudgetView;
import au.pip.api.FigureView;
import au.pip.api.PieceView;
import au.pip.api.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Shows an answer as it comes: its text and figures on standard output, a quiet line for each tool on standard error. A
 * figure that nothing stands behind says so where it stands. On a terminal no address in it can be clicked.
 */
final class AnswerPrinter implements Consumer<RunEvent> {
    private final Surroundings surroundings;
    private final Paint paint;
    private final int width;
    private final int mostSources;
    private final LineWrap answer;
    private final ToolSteps steps;
    private final NoLinks links = new NoLinks();
    private final List<FigureView> figures = new ArrayList<>();
    private final StringBuilder told = new StringBuilder();
    private @Nullable BudgetView budget;
    private @Nullable String approvalId;

    AnswerPrinter(Surroundings surroundings) {
        this(surroundings, Integer.MAX_VALUE);
    }

    /** @param mostSources figures whose sources are printed; the others are counted */
    AnswerPrinter(Surroundings surroundings, int mostSources) {
        this.surroundings = surroundings;
        this.mostSources = mostSources;
        this.paint = surroundings.paint();
        this.width = surroundings.width();
        this.answer = new LineWrap(surroundings.out(), width);
        this.steps = new ToolSteps(surroundings);
    }

    @Override
    public void accept(RunEvent event) {
        switch (event) {
            case RunEvent.Started _ -> {}
            case RunEvent.Used used -> budget = used.budget();
            case RunEvent.ToolStarted _, RunEvent.ToolFinished _ -> step(event);
            case RunEvent.Text(String text) -> text(text);
            case RunEvent.Figure(FigureView figure) -> figure(figure);
            case RunEvent.ApprovalWaits(String id) -> approvalId = id;
            case RunEvent.Finished _ -> finish();
        }
        surroundings.out().flush();
    }

    /** A piece of an answer that is whole already. */
    void accept(PieceView piece) {
        FigureView figure = piece.figure();
        if (figure == null) {
            text(piece.text());
        } else {
            figure(figure);
        }
    }

    /** What came of the answer, as it was sent. */
    String told() {
        return told.toString();
    }

    /** Of the draft that the answer put to the person; null when it put none. */
    @Nullable
    String approvalId() {
        return approvalId;
    }

    /** Ends the line and prints the sources of the figures so far; for an answer that has no more events. */
    void finish() {
        answer.endLine();
        new SourceList(surroundings.out(), width, paint, mostSources).print(figures);
        figures.clear();
        surroundings.out().flush();
        if (budget != null && budget.note() != null) {
            surroundings.progress(paint.quiet(Printable.of(budget.note())));
            budget = null;
        }
    }

    private void text(String text) {
        told.append(text);
        String safe = Printable.of(text);
        answer.write(surroundings.outputIsTerminal() ? links.next(safe) : safe);
    }

    private void figure(FigureView figure) {
        told.append(figure.text());
        figures.add(figure);
        answer.write(Printable.of(figure.text()), paint.figure(figure.status()));
        if (figure.status().equals("unverified")) {
            answer.write(" (unverified)", paint.figure(figure.status()));
        }
    }

    private void step(RunEvent event) {
        if (surroundings.outputIsTerminal()) {
            answer.endLine();
            surroundings.out().flush();
        }
        steps.accept(event);
    }
}
