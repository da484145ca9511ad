package au.pip.sandbox.model;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Cost;
import au.pip.llm.Message;
import au.pip.llm.Part;
import au.pip.llm.Role;
import au.pip.llm.StopReason;
import au.pip.llm.Timing;
import au.pip.llm.Usage;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Plays a reply as a stream, word by word; closing stops it at once. */
final class Playback implements ChatStream {
    private static final JsonMapper JSON = new JsonMapper();

    private final String provider;
    private final String model;
    private final Duration pause;
    private final Iterator<ChatEvent> events;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final StringBuilder said = new StringBuilder();
    private final List<Part> calls = new ArrayList<>();
    private final long started = System.nanoTime();
    private @Nullable Duration firstWord;
    private boolean whole;
    /** A word was given, and the pause after it is still to come. */
    private boolean resting;

    Playback(String provider, String model, Reply reply, Duration pause) {
        this.provider = provider;
        this.model = model;
        this.pause = pause;
        this.events = script(reply).iterator();
    }

    @Override
    public boolean hasNext() {
        if (resting) {
            resting = false;
            rest();
        }
        return closed.getCount() > 0 && events.hasNext();
    }

    @Override
    public ChatEvent next() {
        if (!hasNext()) {
            throw new NoSuchElementException("the reply has ended");
        }
        ChatEvent event = events.next();
        switch (event) {
            case ChatEvent.TextDelta delta -> {
                said.append(delta.text());
                firstWord = firstWord == null ? Duration.ofNanos(System.nanoTime() - started) : firstWord;
                resting = true;
            }
            case ChatEvent.PartFinished finished when finished.part() instanceof Part.ToolCall call -> calls.add(call);
            case ChatEvent.Finished _ -> whole = true;
            default -> {}
        }
        return event;
    }

    @Override
    public ChatResponse response() {
        while (hasNext()) {
            next();
        }
        List<Part> parts = new ArrayList<>();
        if (!said.isEmpty()) {
            parts.add(Part.Text.of(said.toString()));
        }
        parts.addAll(calls);
        StopReason reason = whole ? calls.isEmpty() ? StopReason.END : StopReason.TOOL_CALLS : StopReason.CANCELLED;
        return new ChatResponse(
                provider,
                model,
                new Message(Role.ASSISTANT, parts),
                reason,
                Usage.NONE,
                cost(),
                List.of(),
                new Timing(firstWord, Duration.ofNanos(System.nanoTime() - started)),
                null);
    }

    @Override
    public Usage usage() {
        return Usage.NONE;
    }

    @Override
    public Cost cost() {
        return new Cost(BigDecimal.ZERO, "offline");
    }

    @Override
    public void close() {
        closed.countDown();
    }

    private void rest() {
        try {
            boolean _ = closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            close();
        }
    }

    private List<ChatEvent> script(Reply reply) {
        List<ChatEvent> script = new ArrayList<>();
        script.add(new ChatEvent.Started(null, model));
        switch (reply) {
            case Reply.Say(String text) -> {
                for (String word : text.splitWithDelimiters("\\s+", 0)) {
                    if (!word.isEmpty()) {
                        script.add(new ChatEvent.TextDelta(0, word));
                    }
                }
                script.add(new ChatEvent.PartFinished(0, Part.Text.of(text)));
                script.add(new ChatEvent.Finished(StopReason.END));
            }
            case Reply.Look(List<Reply.Call> looked) -> {
                for (int index = 0; index < looked.size(); index++) {
                    Reply.Call call = looked.get(index);
                    String id = "call_" + UUID.randomUUID();
                    script.add(new ChatEvent.ToolCallStarted(index, id, call.tool()));
                    script.add(new ChatEvent.PartFinished(
                            index, new Part.ToolCall(id, call.tool(), JSON.valueToTree(call.arguments()), null)));
                }
                script.add(new ChatEvent.Finished(StopReason.TOOL_CALLS));
            }
        }
        return script;
    }
}
