package au.pip.cli;

import au.pip.api.ApprovalView;
import au.pip.api.DecisionView;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Shows a draft that waits, and asks the person at the terminal. Nobody is asked where no person types, and nothing is
 * approved there.
 */
final class ApprovalQuestion {
    private final Target target;
    private final Surroundings surroundings;
    /** Reads what the person types after the prompt; null when the input ends. */
    private final Function<String, @Nullable String> asking;

    ApprovalQuestion(Target target, Surroundings surroundings, Function<String, @Nullable String> asking) {
        this.target = target;
        this.surroundings = surroundings;
        this.asking = asking;
    }

    /**
     * What came of it; null when the person was not asked or has not decided.
     *
     * @param approvalId what waits
     */
    @Nullable
    DecisionView ask(String approvalId) {
        ApprovalView view = target.client().approval(approvalId);
        new ApprovalText(surroundings, surroundings.out()).print(view);
        if (!view.state().equals("waiting")) {
            return null;
        }
        if (!surroundings.inputIsTerminal() || !surroundings.outputIsTerminal()) {
            surroundings.progress("Not approved: no person types here. " + later(approvalId));
            return null;
        }
        String typed = asking.apply("Approve? [y/N] ");
        if (typed == null) {
            surroundings.progress("Not decided. " + later(approvalId));
            return null;
        }
        boolean yes = typed.strip().equalsIgnoreCase("y") || typed.strip().equalsIgnoreCase("yes");
        return yes ? target.client().approve(approvalId) : target.client().decline(approvalId);
    }

    private String later(String approvalId) {
        if (target.demo() != null) {
            return "This demo ends with its command: approve in ./pip demo at a terminal, or on its page.";
        }
        String server = target.options().startsWith("--server") ? " " + target.options() : "";
        return "In time: ./pip approve" + server + " " + Printable.of(approvalId) + " (or ./pip decline" + server + " "
                + Printable.of(approvalId) + ").";
    }
}
