package au.pip.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a conversation.
 *
 * @param kind {@code question}, {@code answer}
 * @param state of an answer: see {@link RunView#state}; null of a question
 * @param error of an answer that did not complete: the cause and the next step
 * @param pieces of an answer: its text and figures in order, whose texts joined are {@code text}
 */
public record EntryView(
        String id,
        String kind,
        String runId,
        String text,
        @Nullable String state,
        @Nullable String error,
        List<PieceView> pieces,
        List<ToolView> tools,
        Instant at) {}
