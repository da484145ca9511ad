package au.pip.assistant.tools;

/** A model called a tool with something it does not take. The message tells the model what it takes. */
final class BadArgument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadArgument(String message) {
        super(message);
    }
}
