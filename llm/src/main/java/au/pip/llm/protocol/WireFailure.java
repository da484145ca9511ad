package au.pip.llm.protocol;

/** The provider reported an error in the middle of a streamed answer. */
public final class WireFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public WireFailure(Failure failure) {
        super("the provider reported: " + failure.kind());
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
