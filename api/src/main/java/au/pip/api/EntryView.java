package au.pip.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a conversation.
 *
 * @param kind {@code question}, {@code answer}, or {@code outcome}: what the server tells became of a draft
 * @param state of an answer: see {@link RunView#state}; of an outcome: see {@link DecisionView#outcome}; null of a
 *     question
 * @param error of an answer that did not complete: the cause and the next step
 * @param pieces of an answer: its text and figures in order, whose texts joined are {@code text}
 * @param approvalId of an answer: what it put to the person, to be looked up; of an outcome: what it is about
 * @param link of an outcome: the record in Xero
 * @param replaces of a question: the earlier question whose place it took; that one, its answer and what was told after
 *     it are no part of the conversation any more
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
        @Nullable String approvalId,
        @Nullable String link,
        @Nullable String replaces,
        Instant at) {}
