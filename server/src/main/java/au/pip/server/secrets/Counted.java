package au.pip.server.secrets;

/** Words that depend on a number. */
final class Counted {
    private Counted() {}

    /** The format with the number, and what follows; nothing when the number is 0. */
    static String of(String format, int number, String more) {
        return number == 0 ? "" : format.formatted(number) + more;
    }

    static String secrets(long number) {
        return number == 1 ? "1 secret" : number + " secrets";
    }
}
