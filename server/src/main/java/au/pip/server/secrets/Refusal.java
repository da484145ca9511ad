package au.pip.server.secrets;

/** What ends a command of {@code ./pip secrets}. The message is one line for a person: the cause and the next step. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Refusal(String message) {
        super(message);
    }
}
