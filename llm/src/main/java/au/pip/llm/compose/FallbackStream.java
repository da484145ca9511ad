package au.pip.llm.compose;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.Role;
import au.pip.llm.StopReason;
import au.pip.llm.Timing;
import au.pip.llm.Usage;
import au.pip.llm.Warning;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** One reply, of the first candidate that gives it. */
final class FallbackStream implements ChatStream {
    private final List<FallbackProvider.Candidate> candidates;
    private final FallbackRule rule;
    private final List<Message> messages;
    private final IntFunction<ChatOptions> options;
    private final boolean seen;
    private final ArrayDeque<ChatEvent> changes = new ArrayDeque<>();
    private final List<Warning> warnings = new ArrayList<>();
    /** Streams that were given up and have used something, or may have. */
    private final List<ChatStream> spent = new ArrayList<>();

    private int at;
    /** The current candidate's reply has begun to come. */
    private boolean given;
    /** The caller has been given content of it. */
    private boolean begun;

    private @Nullable LlmException lastFailure;
    /** What was sent and not answered may be billed, and nobody has counted it. */
    private boolean spentUnseen;
    /** So of a try of the current candidate, before another of it. */
    private boolean triedUnseen;

    private @Nullable ChatStream current;
    private boolean closed;
    private @Nullable Thread opening;
    private boolean interrupted;

    /** @param seen whether events are seen before the reply is whole */
    FallbackStream(
            List<FallbackProvider.Candidate> candidates,
            FallbackRule rule,
            List<Message> messages,
            IntFunction<ChatOptions> options,
            boolean seen) {
        this.candidates = candidates;
        this.rule = rule;
        this.messages = messages;
        this.options = options;
        this.seen = seen;
    }

    /**
     * Where none is left and what was spent before may be more than the last one's failure says, {@link #hasNext} throws it,
     * so that {@link #cost} can still be asked.
     *
     * @throws LlmException the last candidate's, when none is left
     */
    void open() {
        while (lastFailure == null && !isClosed()) {
            try {
                become(openCandidate());
                return;
            } catch (LlmException refused) {
                goOn(null, refused);
            }
        }
    }

    /** A {@link #close} meanwhile interrupts it; that interrupt goes no further. */
    private ChatStream openCandidate() {
        synchronized (this) {
            opening = Thread.currentThread();
        }
        try {
            LlmProvider provider = candidates.get(at).provider();
            return seen
                    ? provider.streamChat(messages, options.apply(at))
                    : WholeReplies.of(provider, messages, options.apply(at));
        } finally {
            synchronized (this) {
                opening = null;
                if (interrupted) {
                    interrupted = false;
                    Thread.interrupted();
                }
            }
        }
    }

    private synchronized void become(ChatStream stream) {
        current = stream;
        if (closed) {
            stream.close();
        }
    }

    /**
     * Turns to the next candidate, unless it was closed meanwhile.
     *
     * @param failed null when it has failed before there was a stream
     * @throws LlmException the failure, when nobody takes over
     */
    private synchronized void goOn(@Nullable ChatStream failed, LlmException failure) {
        boolean spentBefore = spentUnseen;
        spentUnseen |= failed == null ? failure.maybeBilled() : triedUnseen && !given;
        if (closed) {
            return;
        }
        if (at + 1 == candidates.size() || !rule.takeOver(failure, begun)) {
            lastFailure = failure;
            if (failed == null && spentBefore) {
                return;
            }
            throw failure;
        }
        if (failed != null) {
            if (given) {
                spent.add(failed);
            } else {
                spentUnseen |= failure.maybeBilled();
            }
            failed.close();
            current = null;
        }
        triedUnseen = false;
        int failing = at++;
        changes.add(new ChatEvent.FellBack(name(failing), name(at), failure, given));
        warnings.add(new Warning(
                "provider",
                "%s failed (%s), so %s was asked."
                        .formatted(told(failing, at), GenAi.errorType(failure), told(at, failing))));
        given = false;
        begun = false;
    }

    private String name(int which) {
        return candidates.get(which).provider().name();
    }

    /** By name; two of one name by their models too, or by their addresses where the models are the same. */
    private String told(int which, int other) {
        if (!name(which).equals(name(other))) {
            return name(which);
        }
        String model = model(which);
        if (model != null && !model.equals(model(other))) {
            return name(which) + " (" + model + ")";
        }
        URI address = candidates.get(which).provider().address();
        return address != null
                        && !address.equals(candidates.get(other).provider().address())
                ? name(which) + " at " + address
                : "%s (number %d)".formatted(name(which), which + 1);
    }

    private @Nullable String model(int which) {
        String asked = options.apply(which).model();
        return asked == null ? candidates.get(which).provider().defaultModel() : asked;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized @Nullable ChatStream current() {
        return current;
    }

    @Override
    public boolean hasNext() {
        while (changes.isEmpty() && (lastFailure != null || !isClosed())) {
            if (lastFailure != null) {
                throw lastFailure;
            }
            ChatStream stream = current();
            if (stream == null) {
                open();
                continue;
            }
            try {
                return stream.hasNext();
            } catch (LlmException failure) {
                goOn(stream, failure);
            }
        }
        return !isClosed();
    }

    @Override
    public ChatEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        ChatEvent change = changes.poll();
        ChatStream stream = current();
        if (change != null || stream == null) {
            return change == null ? next() : change;
        }
        ChatEvent event = stream.next();
        given = given || !(event instanceof ChatEvent.Retrying);
        triedUnseen |=
                event instanceof ChatEvent.Retrying retrying && retrying.cause().maybeBilled();
        begun = begun || (seen && isContent(event));
        return event;
    }

    /** What a reader would be told twice if the reply began anew. */
    private static boolean isContent(ChatEvent event) {
        return switch (event) {
            case ChatEvent.TextDelta text -> true;
            case ChatEvent.ThinkingDelta thinking -> true;
            case ChatEvent.ToolCallStarted call -> true;
            case ChatEvent.ToolCallDelta fragment -> true;
            case ChatEvent.PartFinished part -> true;
            case ChatEvent.Finished end -> true;
            case ChatEvent.Started start -> false;
            case ChatEvent.UsageReported report -> false;
            case ChatEvent.CostReported report -> false;
            case ChatEvent.Retrying retrying -> false;
            case ChatEvent.FellBack other -> false;
            case ChatEvent.Warned warned -> false;
        };
    }

    @Override
    public synchronized String provider() {
        String own = current == null ? null : current.provider();
        return own == null ? candidates.get(at).provider().name() : own;
    }

    /** With what discarded halves have used, and a warning for each provider that was given up. */
    @Override
    public ChatResponse response() {
        while (hasNext()) {
            next();
        }
        ChatStream stream = current();
        ChatResponse last = stream == null ? closedBetween() : stream.response();
        if (warnings.isEmpty()) {
            return last;
        }
        List<Warning> all = new ArrayList<>(warnings);
        all.addAll(last.warnings());
        return new ChatResponse(
                last.provider(),
                last.model(),
                last.message(),
                last.stopReason(),
                usage(),
                cost(),
                all,
                last.timing(),
                last.requestId());
    }

    private ChatResponse closedBetween() {
        return new ChatResponse(
                candidates.get(at).provider().name(),
                "",
                new Message(Role.ASSISTANT, List.of()),
                StopReason.CANCELLED,
                Usage.NONE,
                null,
                List.of(),
                Timing.NONE,
                null);
    }

    /** Discarded halves count too: they have been used. */
    @Override
    public synchronized Usage usage() {
        return counted().stream().map(ChatStream::usage).reduce(Usage.NONE, Usage::plus);
    }

    private List<ChatStream> counted() {
        List<ChatStream> all = new ArrayList<>(spent);
        if (current != null) {
            all.add(current);
        }
        return all;
    }

    /** Beside what may be billed and nobody has counted, the sum of all else is the least it can be. */
    @Override
    public synchronized @Nullable Cost cost() {
        Cost sum = new Cost(BigDecimal.ZERO, "not answered");
        for (ChatStream stream : counted()) {
            Cost own = stream.cost();
            if (own == null) {
                return null;
            }
            sum = new Cost(sum.usd().add(own.usd()), own.priceVersion(), sum.atLeast() || own.atLeast());
        }
        if (spentUnseen) {
            return sum.usd().signum() == 0 ? null : new Cost(sum.usd(), sum.priceVersion(), true);
        }
        return sum;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (opening != null) {
            interrupted = true;
            opening.interrupt();
        }
        if (current != null) {
            current.close();
        }
    }
}
