package au.pip.evaluation.ledgerqa;

/** What became of a question. */
enum Score {
    /** To the cent, in the right currency, with the right records behind it; or asked or admitted where that is right. */
    RIGHT("right"),
    /** Not right, but Pip marked a figure of it as unverified, or it says itself that it is not what was asked. */
    WRONG_FLAGGED("wrong, flagged"),
    /** Not right, and nothing warned the person: what must not happen. */
    WRONG_UNFLAGGED("wrong, unflagged"),
    /** No answer: it asked, said that it does not know, or the run did not complete. */
    REFUSED("refused or asked");

    private final String words;

    Score(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
