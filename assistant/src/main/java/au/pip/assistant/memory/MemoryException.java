package au.pip.assistant.memory;

/** Why something is not kept in mind. The message is a sentence for a person, with the next step. */
public abstract sealed class MemoryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private MemoryException(String message) {
        super(message);
    }

    public static final class Invalid extends MemoryException {
        private static final long serialVersionUID = 1L;

        public Invalid(String message) {
            super(message);
        }
    }

    public static final class NotFound extends MemoryException {
        private static final long serialVersionUID = 1L;

        NotFound() {
            super("Nothing of this id is kept in mind. ./pip memory lists what is.");
        }
    }

    public static final class Full extends MemoryException {
        private static final long serialVersionUID = 1L;

        Full(int most) {
            super("Pip keeps " + most + " things in mind at most. Delete some first: ./pip memory lists them.");
        }
    }
}
