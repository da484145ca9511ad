package au.pip.llm.protocol.openai;

import au.pip.llm.Effort;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * How a family of models takes an effort, by either of OpenAI's APIs.
 *
 * @param models their ids
 * @param words what comes nearest to each effort
 * @param withTools what they take once there are tools, by Chat Completions
 * @param all false when some of the family take no effort at all and refuse the word: then only those that are known to
 *     take one are told
 */
public record EffortRule(Pattern models, Map<Effort, String> words, Tools withTools, boolean all) {
    /** Whether tools and an effort go together. */
    public enum Tools {
        /** Tools and any effort. */
        FREELY,
        /** Tools, if the least effort is asked for in so many words. */
        WITH_LEAST,
        /** No tools at all. */
        NEVER
    }

    /**
     * OpenAI's: the models before GPT-5.1 cannot do without thinking, those before GPT-5 do not know {@code minimal}. A
     * snapshot, {@code gpt-5-mini-2025-08-07}, takes what its model takes.
     */
    static final List<EffortRule> OPENAI = List.of(
            of("o\\d.*", "low", Tools.FREELY),
            of("gpt-5(-mini|-nano)?(-\\d{4}.*)?", "minimal", Tools.FREELY),
            of("gpt-6-astra.*", "low", Tools.NEVER),
            of(".*", "none", Tools.WITH_LEAST));

    /** xAI's, by its guide to reasoning: only grok-4.3 can do without. */
    static final List<EffortRule> XAI =
            List.of(of("grok-4\\.3.*", "none", Tools.FREELY), of(".*", "low", Tools.FREELY));

    /**
     * Mistral's think hard or not at all, and the rest of its models refuse the field (tried out for
     * withceleste/celeste-python #311 and anomalyco/models.dev #1986).
     */
    static final List<EffortRule> MISTRAL = List.of(
            new EffortRule(
                    Pattern.compile(
                            "mistral-small-(latest|2603)|mistral-medium-(latest|2604|3[.-]5)|magistral-small-latest"),
                    words("none", "high", "high", "high"),
                    Tools.FREELY,
                    true),
            new EffortRule(Pattern.compile(".*"), words("none", "high", "high", "high"), Tools.FREELY, false));

    /**
     * Groq's: GPT-OSS always thinks, Qwen thinks or does not ({@code none} or {@code default}, earendil-works/pi #1745),
     * and Llama's models refuse the field.
     */
    static final List<EffortRule> GROQ = List.of(
            of("openai/gpt-oss.*", "low", Tools.FREELY),
            new EffortRule(
                    Pattern.compile("qwen/qwen3.*"),
                    words("none", "default", "default", "default"),
                    Tools.FREELY,
                    true),
            new EffortRule(Pattern.compile(".*"), words("none", "low", "medium", "high"), Tools.FREELY, false));

    public EffortRule {
        words = Map.copyOf(words);
    }

    static EffortRule of(String models, String least, Tools withTools) {
        return new EffortRule(Pattern.compile(models), words(least, "low", "medium", "high"), withTools, true);
    }

    private static Map<Effort, String> words(String none, String low, String medium, String high) {
        return Map.of(Effort.NONE, none, Effort.LOW, low, Effort.MEDIUM, medium, Effort.HIGH, high);
    }

    /** The first of some rules that counts for a model; the last counts for all that are left. */
    static EffortRule find(List<EffortRule> rules, String model) {
        return rules.stream()
                .filter(rule -> rule.models().matcher(model).matches())
                .findFirst()
                .orElse(rules.getLast());
    }

    String word(Effort effort) {
        return words.getOrDefault(effort, "");
    }

    /** Whether a model of the family thinks otherwise than it was asked to; {@link Effort#NONE} asks for the least it can. */
    boolean bends(Effort effort) {
        return effort != Effort.NONE && !word(effort).equals(effort.name().toLowerCase(Locale.ROOT));
    }
}
