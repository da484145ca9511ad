package au.pip.benchmarks.measure;

/** A contender heard something else than the server said: its figures count for nothing. */
final class WrongReply extends RuntimeException {
    private static final long serialVersionUID = 1;

    WrongReply(String difference) {
        super(difference);
    }
}
