package au.pip.benchmarks.measure;

import java.io.PrintStream;

/** Tells the starter what was found, a line each: {@code metric NAME VALUE}, {@code note …} or {@code wrong …}. */
final class Findings {
    private final PrintStream output;

    Findings(PrintStream output) {
        this.output = output;
    }

    void found(Metric metric, double value) {
        output.println("metric %s %s".formatted(metric.name(), Double.toString(value)));
    }

    /** A figure that could not be had, and why. */
    void note(String text) {
        output.println("note " + oneLine(text));
    }

    /** The contender answered wrongly or failed: nothing it found counts. */
    void wrong(String text) {
        output.println("wrong " + oneLine(text));
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
