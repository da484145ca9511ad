package au.pip.llm.compose;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.Cost;
import au.pip.llm.Usage;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Sees every call of an {@link ObservedProvider}; for traces, metrics and logs. It is told of numbers and names, of a
 * conversation's text only by {@link Call#event}. What it throws is logged and changes nothing.
 */
public interface ChatListener {
    /** A call begins. */
    Call begin(Request request);

    /**
     * What is asked for, but for the conversation itself.
     *
     * @param provider its name; of a {@link FallbackProvider} the names of all, in order
     * @param address where the provider is called, as {@link au.pip.llm.LlmProvider#address} has it
     * @param model the model asked for; empty when none was chosen
     */
    record Request(String provider, @Nullable URI address, String model, ChatOptions options) {}

    /** One call. Used by the thread that reads the reply, {@link #end} also by the one that closes it. */
    interface Call {
        default void event(ChatEvent event) {}

        /** Called once, when the reply is whole, cut, closed or refused. */
        void end(Outcome outcome);
    }

    /**
     * @param provider the name of the provider that answered, or failed: of several, the last that was asked
     * @param model the model that answered; the one asked for when none did
     * @param responseId the provider's id of the reply; null when it gave none
     * @param finishReason null when the reply has no end mark
     * @param firstToken from the start of the call; null when none came
     * @param perChunk mean time between two chunks of output after the first; null with fewer than two
     * @param failure what ended it, usually an {@link au.pip.llm.LlmException}; null when nothing did
     */
    record Outcome(
            String provider,
            String model,
            @Nullable String responseId,
            @Nullable String finishReason,
            Usage usage,
            @Nullable Cost cost,
            Duration duration,
            @Nullable Duration firstToken,
            @Nullable Duration perChunk,
            @Nullable Throwable failure) {}
}
