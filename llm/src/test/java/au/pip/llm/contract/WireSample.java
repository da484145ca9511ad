package au.pip.llm.contract;

import au.pip.llm.LlmException;
import au.pip.llm.StopReason;
import au.pip.llm.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A provider's own bytes, and what differs between providers. What each wire has must be given; what a wire may lack is
 * said to be lacking by an empty answer, so that nothing is left unchecked because it was forgotten.
 */
public interface WireSample {
    /** The provider's name in the factory. */
    String provider();

    /** A model whose price is known, or that is free. */
    String model();

    /** Where chats are posted. */
    String chatPath();

    String contentType();

    /** A whole streamed reply, one frame an element; the last element, and only it, holds the end mark. */
    List<String> frames(List<Piece> pieces, long inputTokens, long outputTokens);

    /** What {@link ReplyContract#INPUT} and {@link ReplyContract#OUTPUT} tokens of {@link #model} cost. */
    BigDecimal cost();

    /** The body that goes with an error status. */
    String errorBody(int status);

    /** A frame that reports, in the middle of a reply, that the provider has too much to do. */
    String midStreamError();

    Class<? extends LlmException> midStreamFailure();

    /** The exact request, as JSON, of {@link RequestContract#sendsToolResultsBack}. */
    String toolRoundTripRequest();

    /** Answers, by their body's content, that no wait helps: the money is used up. By status and body. */
    default Map<Integer, String> moneyErrors() {
        return Map.of();
    }

    default boolean needsKey() {
        return true;
    }

    /** The header, lower case, that carries the key, and its value for the key {@code test-key}. */
    Map.Entry<String, String> keyHeader();

    /** Whether the wire gives calls ids; otherwise they are made. */
    default boolean givesCallIds() {
        return true;
    }

    /** The names of the fields in which requests carry the ids of calls and of their results; empty where they go without. */
    Set<String> callIdFields();

    /** Whether calls carry their arguments as text, which a model may get wrong; otherwise they are objects. */
    default boolean argumentsAreText() {
        return false;
    }

    /** What the next request must hold of a reply with {@link Piece.Thinking} {@code Hm}; empty where it goes unsaid. */
    default String replayedThinking() {
        return "";
    }

    /** Whether the reply's start tells the input tokens already. */
    default boolean countsInputAtStart() {
        return true;
    }

    /** Whether the beginning of a prompt is kept for a while when that is asked for; else a warning tells of it. */
    default boolean keepsBeginnings() {
        return true;
    }

    /** The header that names a request, or an empty text where there is none. */
    String requestIdHeader();

    /** Whole answers (with {@link ReplyContract#INPUT} and {@code OUTPUT} tokens), by why the provider says they end. */
    Map<StopReason, String> endings();

    /**
     * As {@link #frames} of one text with {@link ReplyContract#INPUT} and {@code OUTPUT} tokens, but served by this tier;
     * empty where the wire names none.
     */
    List<String> framesOfTier(String tier);

    /** Whole answers with unusual counts, and what they mean. */
    List<Counted> counts();

    /** The exact request, as JSON, of {@link RequestContract#EVERYTHING}. */
    String everythingRequest();

    /** The subjects of the warnings for {@link RequestContract#EVERYTHING}. */
    Set<String> everythingWarnings();

    /** Answers, by status, that say that the conversation is too long. */
    Map<Integer, String> tooLongErrors();

    /** Answers, by status, of a filter that refuses the content; empty where none does so by an error. */
    Map<Integer, String> contentRefusals();

    /** An answer of status 400 that names the field at fault, and that field's name; null where none is named. */
    Map.@Nullable Entry<String, String> fieldError();

    /**
     * @param about what is unusual
     * @param body of the answer
     */
    record Counted(String about, String body, Usage usage) {}
}
