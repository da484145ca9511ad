package au.pip.assistant.tools;

/** A number of days ahead, as an argument. */
final class Days {
    private Days() {}

    static int read(Arguments arguments, String name, int otherwise, int most) {
        String text = arguments.text(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("\\d{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw new BadArgument("The argument '%s' is a number of days from 1 to %d.".formatted(name, most));
        }
        return Integer.parseInt(text);
    }
}
