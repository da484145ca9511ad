package au.pip.assistant;

import java.time.Instant;

/**
 * One thing said in a conversation. Never changed once stored.
 *
 * @param id a UUID; of a question made by the client
 * @param text what the person typed or the server told, or the answer as shown
 * @param detail JSON that only {@code assistant} reads: an answer's pieces, facts and tools; {@code {}} of a person's
 *     question; what became of a draft, when the server told that in place of a question
 */
public record Entry(String id, Kind kind, String runId, String text, String detail, Instant at) {
    public enum Kind {
        /** What a run answers: a person's message, or what the server tells. */
        QUESTION,
        ANSWER
    }
}
