package au.pip.cli;

import au.pip.api.ApprovalView;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;

/** A draft that waits, as a person reads it in the terminal; without colour it says the same. */
final class ApprovalText {
    private final Surroundings surroundings;
    private final PrintStream out;

    ApprovalText(Surroundings surroundings, PrintStream out) {
        this.surroundings = surroundings;
        this.out = out;
    }

    void print(ApprovalView view) {
        Paint paint = surroundings.paint();
        line(paint.heading(Printable.of(view.title()).replace('\n', ' ')));
        line("  Organisation: " + one(view.organisation()));
        view.fields().forEach(field -> line("  " + one(field.name()) + ": " + one(field.value())));
        int number = 1;
        for (ApprovalView.Line each : view.lines()) {
            line("  Line %d: %s".formatted(number++, one(each.description())));
            line("    %s × %s, account %s"
                    .formatted(one(each.quantity()), one(each.unitAmount()), one(each.account())));
            line("    %s + %s tax, %s".formatted(one(each.amount()), one(each.tax()), one(each.taxName())));
        }
        ApprovalView.Totals totals = view.totals();
        if (totals != null) {
            line("  Before tax: " + one(totals.net()));
            line("  Tax: " + one(totals.tax()));
            line(paint.heading("  Total: " + one(totals.total()) + " (" + one(totals.currency()) + ")"));
        }
        line("  " + one(view.undo()));
        line("  " + state(view));
        out.flush();
    }

    /** Whether it can still be approved, and for how long. */
    static String state(ApprovalView view) {
        return switch (view.state()) {
            case "waiting" -> "Waits for you; expires in " + left(view.expiresAt()) + ".";
            case "expired" -> "Expired. Ask for the draft again.";
            case "approved" -> "Approved before.";
            default -> "Declined before.";
        };
    }

    private static String left(Instant until) {
        long seconds = Math.max(0, Duration.between(Instant.now(), until).toSeconds());
        return seconds >= 60 ? "%d min %d s".formatted(seconds / 60, seconds % 60) : seconds + " s";
    }

    /** In one line, whatever a text from elsewhere holds. */
    private static String one(String text) {
        return Printable.of(text).replaceAll("\\s*\\R\\s*", " / ");
    }

    private void line(String text) {
        LineWrap wrapped = new LineWrap(out, surroundings.width());
        wrapped.write(text);
        wrapped.endLine();
    }
}
