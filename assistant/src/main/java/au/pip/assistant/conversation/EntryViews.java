package au.pip.assistant.conversation;

import au.pip.api.EntryView;
import au.pip.api.PieceView;
import au.pip.api.RunView;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import java.util.List;
import java.util.Objects;

/** What goes over HTTP of stored entries and runs. */
public final class EntryViews {
    private EntryViews() {}

    public static EntryView entry(Entry entry) {
        return switch (entry.kind()) {
            case QUESTION ->
                new EntryView(
                        entry.id(),
                        "question",
                        entry.runId(),
                        entry.text(),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        entry.at());
            case ANSWER -> {
                Answer answer = Codec.readAnswer(entry.detail());
                yield new EntryView(
                        entry.id(),
                        "answer",
                        entry.runId(),
                        entry.text(),
                        answer.state().word(),
                        answer.error(),
                        answer.pieces(),
                        answer.tools(),
                        entry.at());
            }
        };
    }

    static RunView run(Run run, Answer answer) {
        return new RunView(
                run.id(),
                run.conversationId(),
                run.state().word(),
                answer.text(),
                answer.pieces().stream()
                        .map(PieceView::figure)
                        .filter(Objects::nonNull)
                        .toList(),
                answer.tools(),
                answer.usage(),
                answer.costUsd(),
                answer.provider(),
                answer.model(),
                answer.error());
    }
}
