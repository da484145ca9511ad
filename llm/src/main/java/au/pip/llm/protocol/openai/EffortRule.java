package au.pip.llm.protocol.openai;

import au.pip.llm.Effort;
import java.util.regex.Pattern;

/**
 * How a family of models takes {@code reasoning_effort} by Chat Completions.
 *
 * @param models their ids
 * @param least what comes nearest to {@link Effort#NONE}
 * @param withTools what they take once there are tools
 */
public record EffortRule(Pattern models, String least, Tools withTools) {
    /** Whether tools and an effort go together. */
    public enum Tools {
        /** Tools and any effort. */
        FREELY,
        /** Tools, if the least effort is asked for in so many words. */
        WITH_LEAST,
        /** No tools at all. */
        NEVER
    }

    static EffortRule of(String models, String least, Tools withTools) {
        return new EffortRule(Pattern.compile(models), least, withTools);
    }

    boolean countsFor(String model) {
        return models.matcher(model).matches();
    }

    String word(Effort effort) {
        return switch (effort) {
            case NONE -> least;
            case LOW -> "low";
            case MEDIUM -> "medium";
            case HIGH -> "high";
        };
    }
}
