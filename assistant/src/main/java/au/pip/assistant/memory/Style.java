package au.pip.assistant.memory;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a person likes to be answered. */
public enum Style {
    NORMAL(""),
    CONCISE("Answer in one or two sentences, without headings."),
    FORMAL("Write formally, without contractions or greetings."),
    EXPLANATORY("After the answer, explain in plain words how it comes about and what the terms mean.");

    private final String instruction;

    Style(String instruction) {
        this.instruction = instruction;
    }

    /** For a model; empty for the usual one. */
    public String instruction() {
        return instruction;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Style> of(String word) {
        return Arrays.stream(values())
                .filter(style -> style.word().equals(word.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
