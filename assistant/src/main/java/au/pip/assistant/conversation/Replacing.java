package au.pip.assistant.conversation;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.Entry;
import au.pip.assistant.conversation.ConversationException.IdTaken;
import au.pip.assistant.conversation.ConversationException.NotFound;
import au.pip.assistant.conversation.ConversationException.NotReplaceable;
import au.pip.assistant.store.Stores;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Says whether a question can be replaced. Reads only: of several that may, the store takes one. */
final class Replacing {
    private static final int LATEST = 100;

    private final Stores stores;
    private final Clock clock;

    Replacing(Stores stores, Clock clock) {
        this.stores = stores;
        this.clock = clock;
    }

    /**
     * The run of a message that was taken before; empty when none has replaced the question.
     *
     * @throws NotReplaceable when another message has
     * @throws IdTaken when this one has, with another text
     */
    Optional<String> repeated(AccountId account, String conversationId, Replacement replacement, String text) {
        Optional<Entry> there = latest(account, conversationId).stream()
                .filter(entry -> entry.id().equals(replacement.entryId()))
                .findFirst();
        there.ifPresent(entry -> {
            if (!Replacement.of(entry).equals(Optional.of(replacement))) {
                throw NotReplaceable.notLatest();
            }
            if (!entry.text().equals(text)) {
                throw new IdTaken();
            }
        });
        return there.map(Entry::runId);
    }

    /**
     * The question that would be replaced, with whether the conversation begins with it.
     *
     * @throws NotFound when the conversation has none of this id, as far as its latest entries tell
     * @throws NotReplaceable when another question came after it, a draft of it waits, or one was approved
     */
    Place place(AccountId account, String conversationId, String questionId) {
        List<Entry> entries = latest(account, conversationId);
        List<Turn> turns = Turn.of(entries);
        int asked = Turn.latestAsked(turns);
        if (asked < 0 || !turns.get(asked).question().id().equals(questionId)) {
            throw entries.stream().anyMatch(entry -> entry.id().equals(questionId))
                    ? NotReplaceable.notLatest()
                    : new NotFound("There is no such question among the latest of this conversation. "
                            + "Look at the conversation as it is now.");
        }
        requireNothingLeft(account, turns.subList(asked, turns.size()));
        return new Place(turns.get(asked).question(), asked == 0 && entries.size() < LATEST);
    }

    record Place(Entry question, boolean first) {}

    private void requireNothingLeft(AccountId account, List<Turn> turns) {
        Map<String, Outcome> told = new HashMap<>();
        turns.forEach(
                turn -> Outcome.of(turn.question()).ifPresent(outcome -> told.put(outcome.approvalId(), outcome)));
        if (told.values().stream().anyMatch(Outcome::stays)) {
            throw NotReplaceable.approved();
        }
        for (Turn turn : turns) {
            Answer detail = turn.detail();
            String approvalId = detail == null ? null : detail.approvalId();
            if (approvalId != null) {
                Outcome outcome = told.get(approvalId);
                boolean rejected = outcome != null && outcome.result().equals("rejected");
                stores.approvals()
                        .find(account, approvalId)
                        .filter(_ -> !rejected)
                        .ifPresent(this::requireOver);
            }
        }
    }

    private void requireOver(Approval approval) {
        switch (approval.state()) {
            case WAITING -> {
                if (approval.expiresAt().isAfter(clock.instant())) {
                    throw NotReplaceable.waits();
                }
            }
            case CONSUMED -> throw NotReplaceable.approved();
            case DECLINED -> {}
        }
    }

    private List<Entry> latest(AccountId account, String conversationId) {
        return stores.entries().latest(account, conversationId, LATEST);
    }
}
