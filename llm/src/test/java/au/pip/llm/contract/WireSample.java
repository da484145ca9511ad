package au.pip.llm.contract;

import au.pip.llm.LlmException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** A provider's own bytes, and what differs between providers. */
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

    /** The exact request, as JSON, of {@link ReplyContract#sendsToolResultsBack}. */
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

    /** Whether the reply's start tells the input tokens already. */
    default boolean countsInputAtStart() {
        return true;
    }

    /** The header that names a request, or an empty text where there is none. */
    default String requestIdHeader() {
        return "";
    }
}
