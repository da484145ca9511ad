package au.pip.evaluation.run;

/** What reports as pages share. */
public final class Html {
    private Html() {}

    /** Text that stays text, in an element or between quotation marks. */
    public static String safe(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
