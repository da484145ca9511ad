package au.pip.cli;

import java.util.function.UnaryOperator;

/** Colour, where there is any: it never says what the words do not say too. */
enum Paint {
    PLAIN,
    COLOUR;

    /** How a figure of this status looks. */
    UnaryOperator<String> figure(String status) {
        return switch (status) {
            case "verified" -> text -> in("32", text);
            case "derived" -> text -> in("36", text);
            case "unverified" -> text -> in("33", text);
            default -> UnaryOperator.identity();
        };
    }

    String heading(String text) {
        return in("1", text);
    }

    String quiet(String text) {
        return in("2", text);
    }

    private String in(String code, String text) {
        return this == PLAIN ? text : "\u001B[" + code + "m" + text + "\u001B[0m";
    }
}
