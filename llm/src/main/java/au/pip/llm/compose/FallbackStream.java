package au.pip.llm.compose;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.LlmException;
import au.pip.llm.Message;
import au.pip.llm.Usage;
import java.math.BigDecimal;
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
    private final ArrayDeque<ChatEvent> changes = new ArrayDeque<>();
    /** All that were opened; the last one counts, of the others only what they used. */
    private final List<ChatStream> opened = new ArrayList<>();

    private int at;
    private boolean begun;
    private @Nullable LlmException lastFailure;
    private boolean closed;

    FallbackStream(
            List<FallbackProvider.Candidate> candidates,
            FallbackRule rule,
            List<Message> messages,
            IntFunction<ChatOptions> options) {
        this.candidates = candidates;
        this.rule = rule;
        this.messages = messages;
        this.options = options;
    }

    /** @throws LlmException the last candidate's, when none is left */
    void open() {
        while (true) {
            try {
                ChatStream stream = candidates.get(at).provider().streamChat(messages, options.apply(at));
                add(stream);
                return;
            } catch (LlmException refused) {
                goOn(refused);
            }
        }
    }

    private synchronized void add(ChatStream stream) {
        opened.add(stream);
        if (closed) {
            stream.close();
        }
    }

    /** Turns to the next candidate, or throws. */
    private void goOn(LlmException failure) {
        if (at + 1 == candidates.size() || isClosed() || !rule.takeOver(failure, begun)) {
            lastFailure = failure;
            throw failure;
        }
        String from = candidates.get(at++).provider().name();
        String to = candidates.get(at).provider().name();
        changes.add(new ChatEvent.FellBack(from, to, failure, begun));
        begun = false;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private synchronized ChatStream current() {
        return opened.getLast();
    }

    @Override
    public boolean hasNext() {
        if (lastFailure != null) {
            throw lastFailure;
        }
        while (changes.isEmpty()) {
            ChatStream stream = current();
            try {
                return stream.hasNext();
            } catch (LlmException failure) {
                goOn(failure);
                stream.close();
                open();
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
        if (change != null) {
            return change;
        }
        ChatEvent event = current().next();
        begun = begun || !(event instanceof ChatEvent.Retrying);
        return event;
    }

    @Override
    public ChatResponse response() {
        while (hasNext()) {
            next();
        }
        return current().response();
    }

    /** Discarded halves count too: they have been used. */
    @Override
    public synchronized Usage usage() {
        return opened.stream().map(ChatStream::usage).reduce(Usage.NONE, Usage::plus);
    }

    @Override
    public synchronized @Nullable Cost cost() {
        Cost last = opened.getLast().cost();
        BigDecimal sum = BigDecimal.ZERO;
        for (ChatStream stream : opened) {
            Cost own = stream.cost();
            if (own == null) {
                return null;
            }
            sum = sum.add(own.usd());
        }
        return last == null ? null : new Cost(sum, last.priceVersion());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (!opened.isEmpty()) {
            opened.getLast().close();
        }
    }
}
