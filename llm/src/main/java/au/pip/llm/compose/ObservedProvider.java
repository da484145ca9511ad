package au.pip.llm.compose;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A provider whose calls a {@link ChatListener} sees. */
public final class ObservedProvider extends WrappedProvider {
    private static final System.Logger LOG = System.getLogger("au.pip.llm");

    private final ChatListener listener;

    public ObservedProvider(LlmProvider inner, ChatListener listener) {
        super(inner);
        this.listener = listener;
    }

    @Override
    ChatStream open(List<Message> messages, ChatOptions options, Supplier<ChatStream> start) {
        String chosen = options.model() == null ? inner.defaultModel() : options.model();
        Observation observation = new Observation(
                new ChatListener.Request(inner.name(), inner.address(), chosen == null ? "" : chosen, options));
        try {
            return new ObservedStream(start.get(), observation);
        } catch (RuntimeException | Error refused) {
            observation.end(null, Usage.NONE, null, refused);
            throw refused;
        }
    }

    private static final class ObservedStream extends WrappedStream {
        private final Observation observation;

        ObservedStream(ChatStream inner, Observation observation) {
            super(inner);
            this.observation = observation;
        }

        @Override
        void arrived(ChatEvent event) {
            observation.event(event);
        }

        @Override
        void ended(@Nullable Throwable failure) {
            observation.end(inner.provider(), inner.usage(), inner.cost(), failure);
        }
    }

    /** What is gathered of one call; a listener's own failure ends here. */
    private final class Observation {
        private final ChatListener.@Nullable Call call;
        private final long start = System.nanoTime();
        private final String asked;
        private final String askedModel;
        private volatile String model;
        private volatile @Nullable String responseId;
        private volatile @Nullable String finishReason;
        private volatile long firstToken;
        private volatile long lastToken;
        private volatile int chunks;

        Observation(ChatListener.Request request) {
            this.asked = request.provider();
            this.askedModel = request.model();
            this.model = askedModel;
            this.call = begin(request);
        }

        private ChatListener.@Nullable Call begin(ChatListener.Request request) {
            try {
                return listener.begin(request);
            } catch (RuntimeException broken) {
                tell(broken);
                return null;
            }
        }

        void event(ChatEvent event) {
            switch (event) {
                case ChatEvent.Started started -> {
                    model = started.model().isEmpty() ? model : started.model();
                    responseId = started.responseId();
                }
                case ChatEvent.Finished finished ->
                    finishReason = finished.reason().name().toLowerCase(Locale.ROOT);
                case ChatEvent.TextDelta text -> token();
                case ChatEvent.ThinkingDelta thinking -> token();
                case ChatEvent.ToolCallStarted started -> token();
                case ChatEvent.ToolCallDelta delta -> token();
                case ChatEvent.PartFinished part -> {}
                case ChatEvent.UsageReported report -> {}
                case ChatEvent.CostReported report -> {}
                case ChatEvent.Retrying retrying -> {}
                case ChatEvent.FellBack other -> beginAnew();
                case ChatEvent.Warned warned -> {}
            }
            if (call != null) {
                try {
                    call.event(event);
                } catch (RuntimeException broken) {
                    tell(broken);
                }
            }
        }

        /** What the one that was given up has said does not describe the reply. */
        private void beginAnew() {
            model = askedModel;
            responseId = null;
            finishReason = null;
            firstToken = 0;
            lastToken = 0;
            chunks = 0;
        }

        @SuppressWarnings("NonAtomicVolatileUpdate") // only the reading thread counts
        private void token() {
            lastToken = System.nanoTime();
            firstToken = chunks == 0 ? lastToken : firstToken;
            chunks++;
        }

        void end(@Nullable String answering, Usage usage, @Nullable Cost cost, @Nullable Throwable failure) {
            if (call == null) {
                return;
            }
            Duration duration = Duration.ofNanos(System.nanoTime() - start);
            Duration first = chunks == 0 ? null : Duration.ofNanos(firstToken - start);
            Duration perChunk = chunks < 2 ? null : Duration.ofNanos((lastToken - firstToken) / (chunks - 1));
            try {
                call.end(new ChatListener.Outcome(
                        provider(answering, failure),
                        model,
                        responseId,
                        finishReason,
                        usage,
                        cost,
                        duration,
                        first,
                        perChunk,
                        failure));
            } catch (RuntimeException broken) {
                tell(broken);
            }
        }

        private String provider(@Nullable String answering, @Nullable Throwable failure) {
            if (failure instanceof LlmException told
                    && !told.origin().provider().isEmpty()) {
                return told.origin().provider();
            }
            return answering == null ? asked : answering;
        }

        private void tell(RuntimeException broken) {
            LOG.log(System.Logger.Level.WARNING, "A listener of chats failed; the chat goes on.", broken);
        }
    }
}
