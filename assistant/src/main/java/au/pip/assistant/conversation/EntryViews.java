package au.pip.assistant.conversation;

import au.pip.api.EntryView;
import au.pip.api.PieceView;
import au.pip.api.RunView;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** What goes over HTTP of stored entries and runs. */
public final class EntryViews {
    private EntryViews() {}

    public static EntryView entry(Entry entry) {
        return switch (entry.kind()) {
            case QUESTION -> {
                Optional<Outcome> outcome = Outcome.of(entry);
                yield new EntryView(
                        entry.id(),
                        outcome.isPresent() ? "outcome" : "question",
                        entry.runId(),
                        entry.text(),
                        outcome.map(Outcome::result).orElse(null),
                        null,
                        List.of(),
                        List.of(),
                        outcome.map(Outcome::approvalId).orElse(null),
                        outcome.map(Outcome::link).orElse(null),
                        Replacement.of(entry).map(Replacement::replaces).orElse(null),
                        entry.at());
            }
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
                        answer.approvalId(),
                        null,
                        null,
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
                answer.error(),
                answer.approvalId(),
                answer.budget());
    }
}
