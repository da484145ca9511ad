package au.pip.evaluation.run;

/** An evaluation cannot go on. The message is one line for the person: the cause and the next step. */
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EvaluationException(String message) {
        super(message);
    }
}
