package au.pip.benchmarks.contender;

/** Tells a {@link FirstText} of the first text, and of no other. */
final class TextWatch {
    private final FirstText firstText;
    private boolean seen;

    TextWatch(FirstText firstText) {
        this.firstText = firstText;
    }

    void saw(String text, Runnable cancel) {
        if (!seen && !text.isEmpty()) {
            seen = true;
            firstText.arrived(cancel);
        }
    }
}
