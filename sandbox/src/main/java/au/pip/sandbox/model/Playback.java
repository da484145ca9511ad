package au.pip.sandbox.model;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatStream;
import au.pip.llm.Part;
import au.pip.llm.StopReason;
import au.pip.llm.compose.EventStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Plays a reply, word by word; closing its stream stops it at once. */
final class Playback implements Iterator<ChatEvent> {
    private static final JsonMapper JSON = new JsonMapper();

    private final Duration pause;
    private final Iterator<ChatEvent> events;
    private final CountDownLatch closed = new CountDownLatch(1);
    /** A word was given, and the pause after it is still to come. */
    private boolean resting;

    private Playback(String model, Reply reply, Duration pause) {
        this.pause = pause;
        this.events = script(model, reply).iterator();
    }

    static ChatStream stream(String provider, String model, Reply reply, Duration pause) {
        Playback playback = new Playback(model, reply, pause);
        return EventStream.of(provider, model, playback, playback.closed::countDown);
    }

    @Override
    public boolean hasNext() {
        if (resting) {
            resting = false;
            rest();
        }
        return events.hasNext();
    }

    private void rest() {
        try {
            boolean _ = closed.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public ChatEvent next() {
        ChatEvent event = events.next();
        resting = event instanceof ChatEvent.TextDelta;
        return event;
    }

    private static List<ChatEvent> script(String model, Reply reply) {
        List<ChatEvent> script = new ArrayList<>();
        script.add(new ChatEvent.Started(null, model));
        script.add(new ChatEvent.CostReported(BigDecimal.ZERO));
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
