package au.pip.cli;

import au.pip.api.StatusView;

/** Says, before the first question, whose books these are and who answers. It goes to standard error. */
final class Welcome {
    private Welcome() {}

    /**
     * Says it, and returns what it said it of.
     *
     * @throws CliException when no Pip server answers
     */
    static StatusView say(Target target, Surroundings surroundings) {
        StatusView status = target.client().status();
        LineWrap lines = new LineWrap(surroundings.err(), surroundings.width());
        lines.write(books(target, status) + " " + model(target, status));
        lines.endLine();
        lines.write("In a browser: " + target.client().server() + "/");
        lines.endLine();
        status.missing().forEach(each -> {
            lines.write("- " + Printable.of(each));
            lines.endLine();
        });
        surroundings.err().flush();
        return status;
    }

    private static String books(Target target, StatusView status) {
        if (target.demo() != null) {
            return "These are the pretend books of " + target.demo().organisation() + ": nothing in them is real.";
        }
        return status.organisation() == null
                ? "No organisation is connected yet."
                : "These are the books of " + Printable.of(status.organisation()) + ".";
    }

    private static String model(Target target, StatusView status) {
        if (status.provider() == null) {
            return "No model is set up yet.";
        }
        if (status.provider().equals("offline")) {
            return "The built-in offline model answers, by rules; set LLM_PROVIDER and its key for a language model.";
        }
        String model = status.model() == null ? "" : ", model " + Printable.of(status.model());
        String answers = "Answers come from " + Printable.of(status.provider()) + model;
        if (status.provider().equals("ollama")) {
            return answers + ".";
        }
        return answers + ", paid by your own key."
                + (target.demo() == null ? "" : " Set LLM_PROVIDER=offline for the built-in model, by rules.");
    }
}
