package au.pip.agent;

import java.util.Optional;

/** A limit beyond those of one run, such as a budget that several runs share. */
@FunctionalInterface
public interface OuterLimit {
    OuterLimit NONE = Optional::empty;

    /** Why the next reply has to be the answer, a sentence for the person; empty while there is enough for more. */
    Optional<String> shortage();
}
