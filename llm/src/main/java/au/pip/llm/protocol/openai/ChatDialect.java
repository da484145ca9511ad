package au.pip.llm.protocol.openai;

import au.pip.llm.protocol.openai.EffortRule.Tools;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What differs between servers that speak Chat Completions.
 *
 * @param traits in what a server differs from the plainest one
 * @param callIds the ids of tool calls it takes; others, from another provider's history, are replaced
 * @param efforts the first that counts for a model counts
 */
public record ChatDialect(Set<Trait> traits, Pattern callIds, List<EffortRule> efforts) {
    /** What a server may have of its own. */
    public enum Trait {
        /** Instructions come from the {@code developer}, not the {@code system}. */
        DEVELOPER_ROLE,
        /** The output limit is {@code max_completion_tokens}; {@code max_tokens} is refused or out of date. */
        LIMITS_COMPLETION,
        /** Counts tokens in a stream only when {@code stream_options} asks for it. */
        COUNTS_WHEN_ASKED,
        /** Keeps replies unless it is told not to. */
        STORES_REPLIES,
        /** Keeps the beginnings of prompts by itself; others may or may not, and cannot be told to. */
        KEEPS_BEGINNINGS,
        /** Models that think refuse {@code stop}. */
        THINKERS_REFUSE_STOP,
        /** Thinking may stand in the text, between {@code <think>} and {@code </think>}. */
        THINK_TAGS,
        /** A turn with tool calls is sent back with the thinking that led to them. */
        TAKES_THINKING_BACK,
        /** Refuses a turn with tool calls that has no thinking, be it empty. */
        WANTS_THINKING_BACK,
        /** Refuses a user's turn right behind a tool's result: the assistant has to speak first. */
        WANTS_RESULTS_ANSWERED,
        /**
         * Answers 400 to a schema for the reply: {@code json_object} is all it knows, and that only while the prompt says
         * "json" (llm-exe #662, inspect_ai #4916, vercel/ai #7913).
         */
        JSON_WITHOUT_SCHEMA,
        /** Its models are not in the catalogue: {@code GET /v1/models} lists them. */
        LISTS_MODELS
    }

    /** OpenAI refuses longer ids. */
    private static final Pattern UP_TO_40 = Pattern.compile(".{1,40}");

    /** Those whose chat template refuses it too, whoever serves them (avante.nvim #2695, hermes-agent #20154). */
    private static final Pattern MISTRALS_MODELS =
            Pattern.compile("(mis|minis|magis|codes|devs)tral|mixtral|pixtral", Pattern.CASE_INSENSITIVE);

    /** OpenAI's own, by its OpenAPI description of August 2026 and the errors its models give. */
    public static final ChatDialect OPENAI = new ChatDialect(
            Set.of(
                    Trait.DEVELOPER_ROLE,
                    Trait.LIMITS_COMPLETION,
                    Trait.COUNTS_WHEN_ASKED,
                    Trait.STORES_REPLIES,
                    Trait.KEEPS_BEGINNINGS,
                    Trait.THINKERS_REFUSE_STOP),
            UP_TO_40,
            EffortRule.OPENAI);

    /** xAI's, which it calls out of date. */
    public static final ChatDialect XAI = new ChatDialect(
            Set.of(
                    Trait.LIMITS_COMPLETION,
                    Trait.COUNTS_WHEN_ASKED,
                    Trait.KEEPS_BEGINNINGS,
                    Trait.THINKERS_REFUSE_STOP),
            UP_TO_40,
            EffortRule.XAI);

    /** What vLLM, llama.cpp, LM Studio, LocalAI, OpenRouter and most gateways understand. */
    public static final ChatDialect COMPATIBLE = new ChatDialect(
            Set.of(Trait.COUNTS_WHEN_ASKED, Trait.THINK_TAGS, Trait.TAKES_THINKING_BACK, Trait.LISTS_MODELS),
            UP_TO_40,
            List.of(EffortRule.of(".*", "none", Tools.FREELY)));

    /** A copy as the others, but for the efforts. */
    public static final ChatDialect GROQ = new ChatDialect(COMPATIBLE.traits(), UP_TO_40, EffortRule.GROQ);

    /** Thinking cannot be switched off by an effort. */
    public static final ChatDialect DEEPSEEK = new ChatDialect(
            Set.of(
                    Trait.COUNTS_WHEN_ASKED,
                    Trait.TAKES_THINKING_BACK,
                    Trait.WANTS_THINKING_BACK,
                    Trait.KEEPS_BEGINNINGS,
                    Trait.JSON_WITHOUT_SCHEMA,
                    Trait.LISTS_MODELS),
            UP_TO_40,
            List.of(EffortRule.of(".*", "low", Tools.FREELY)));

    /** Refuses fields that it does not know, {@code stream_options} among them, and ids of any other form. */
    public static final ChatDialect MISTRAL = new ChatDialect(
            Set.of(Trait.WANTS_RESULTS_ANSWERED, Trait.LISTS_MODELS),
            Pattern.compile("[A-Za-z0-9]{9}"),
            EffortRule.MISTRAL);

    public ChatDialect {
        traits = Set.copyOf(traits);
        efforts = List.copyOf(efforts);
    }

    boolean has(Trait trait) {
        return traits.contains(trait);
    }

    boolean wantsResultsAnswered(String model) {
        return has(Trait.WANTS_RESULTS_ANSWERED)
                || MISTRALS_MODELS.matcher(model).find();
    }

    /** How a model takes an effort. */
    EffortRule effortRule(String model) {
        return EffortRule.find(efforts, model);
    }
}
