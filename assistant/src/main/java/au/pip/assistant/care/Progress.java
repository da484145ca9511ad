package au.pip.assistant.care;

/** Hears how far a work is. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (_, _) -> {};

    /**
     * Called on the thread that works, after each row or batch. What it throws breaks the work off, as a failure does.
     *
     * @param step what is being done, such as "reading"
     * @param rows how many rows the step has handled
     */
    void at(String step, long rows);
}
