package au.pip.benchmarks.contender;

/** Is told once a reply, at its first text that is not empty, on whatever thread the library delivers it. */
@FunctionalInterface
public interface FirstText {
    /** @param cancel ends the reply by the library's own means; may be run by any thread, later */
    void arrived(Runnable cancel);
}
