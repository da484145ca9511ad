package au.pip.cli;

/**
 * Text of a model or of the books in which nothing can be clicked. Terminals make links of {@code https://…} and
 * {@code www.…} by themselves, and a click would carry away whatever a model wrote into the address; a space parts it.
 * All else stays, so the address can still be read. For text that comes in pieces, one for all of them.
 */
final class NoLinks {
    private static final String SCHEME = "://";
    private static final String HOST = "www.";

    private String tail = " ".repeat(HOST.length());

    /** What to print of the next piece. */
    String next(String text) {
        StringBuilder shown = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            tail = tail.substring(1) + Character.toLowerCase(text.charAt(at));
            if (tail.endsWith(SCHEME) || tail.equals(HOST)) {
                shown.append(' ');
            }
            shown.append(text.charAt(at));
        }
        return shown.toString();
    }

    /** For text that is whole. */
    static String in(String text) {
        return new NoLinks().next(text);
    }
}
