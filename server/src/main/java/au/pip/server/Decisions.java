package au.pip.server;

import au.pip.api.DecisionView;
import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.conversation.ConversationException;
import au.pip.assistant.conversation.ConversationException.RunInProgress;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.Outcome;
import au.pip.assistant.xero.DraftOutcome;
import au.pip.assistant.xero.DraftOutcome.Refusal;
import au.pip.assistant.xero.Drafts;
import au.pip.assistant.xero.ProposedDraft;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A person's word on a draft: what comes of it is told in the conversation, and a run goes on from there. Nothing but a
 * request of a person calls this.
 */
final class Decisions {
    /** Longer than any run goes on. */
    private static final Duration LONGEST_RUN = Duration.ofMinutes(12);

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Drafts drafts;
    private final Conversations conversations;

    Decisions(Drafts drafts, Conversations conversations) {
        this.drafts = drafts;
        this.conversations = conversations;
    }

    /**
     * Makes the draft in Xero, once.
     *
     * @return empty when the account has no such approval
     * @throws RunInProgress when its conversation is being answered; then nothing was done
     */
    Optional<DecisionView> approve(AccountId account, String approvalId) {
        Optional<ProposedDraft> proposed = drafts.proposed(account, approvalId);
        Optional<Approval> approval = drafts.find(account, approvalId);
        if (approval.isEmpty() || proposed.isEmpty()) {
            return Optional.empty();
        }
        conversations.requireRest(account, approval.get().conversationId());
        ProposedDraft draft = proposed.get();
        return Optional.of(
                switch (drafts.make(account, approvalId, draft.connectionId(), draft.draft())) {
                    case DraftOutcome.Made made ->
                        told(account, approval.get(), new DraftWords(draft).made(approvalId, made.record()));
                    case DraftOutcome.Rejected(List<String> reasons, String message) ->
                        told(
                                account,
                                approval.get(),
                                reasons.isEmpty()
                                        ? new Outcome(approvalId, "rejected", message, reasons, null)
                                        : new DraftWords(draft).rejected(approvalId, reasons));
                    case DraftOutcome.Open(String message, var _) ->
                        told(account, approval.get(), new Outcome(approvalId, "open", message, List.of(), null));
                    case DraftOutcome.Refused(Refusal why, String message) ->
                        refused(account, approval.get(), why, message);
                    case DraftOutcome.Waiting _ -> throw new IllegalStateException("a made draft does not wait");
                });
    }

    /**
     * The person says no.
     *
     * @return empty when the account has no such approval
     * @throws RunInProgress when its conversation is being answered; then nothing was done
     */
    Optional<DecisionView> decline(AccountId account, String approvalId) {
        Optional<Approval> approval = drafts.find(account, approvalId);
        Optional<ProposedDraft> proposed = drafts.proposed(account, approvalId);
        if (approval.isEmpty() || proposed.isEmpty()) {
            return Optional.empty();
        }
        conversations.requireRest(account, approval.get().conversationId());
        if (drafts.decline(account, approvalId)) {
            return Optional.of(told(account, approval.get(), new DraftWords(proposed.get()).declined(approvalId)));
        }
        boolean declined = approval.get().state() == Approval.State.DECLINED;
        return Optional.of(new DecisionView(
                declined ? "declined" : "refused",
                declined
                        ? "This draft was declined before; nothing was written to Xero."
                        : "This draft was approved before, so it cannot be declined any more. Look at it in Xero.",
                List.of(),
                null,
                null));
    }

    /**
     * Tells of drafts that a process which was killed left behind: what came of them where that is known, else that they
     * may be in Xero or not. Nothing is sent, and what was told is not told again. Where a message is being answered, it
     * is told at a later call.
     *
     * @param livesElsewhere whether another node may be at work
     * @return whether nothing is left for a later call
     */
    boolean tellAbandoned(AccountId account, Predicate<String> livesElsewhere) {
        boolean done = true;
        for (Approval each : drafts.abandoned(account, livesElsewhere)) {
            done &= isTold(account, each) && drafts.settle(account, each.id());
        }
        return done;
    }

    /** Tells it, unless it is told already; false when it cannot be told yet. */
    private boolean isTold(AccountId account, Approval approval) {
        if (conversations.isTold(account, approval.conversationId(), approval.id())) {
            return true;
        }
        Optional<Outcome> made = made(account, approval.id());
        try {
            Conversations.Told told =
                    conversations.goOn(account, approval.conversationId(), made.orElseGet(() -> open(approval)));
            if (told.first() && made.isEmpty()) {
                drafts.leftOpen(account, approval);
            }
            return true;
        } catch (RunInProgress _) {
            return false;
        } catch (ConversationException e) {
            log(approval.id(), e);
            return true;
        }
    }

    private Outcome open(Approval approval) {
        String title = ProposedDraft.of(approval)
                .map(proposed -> new DraftWords(proposed).title() + ". ")
                .orElse("");
        return new Outcome(approval.id(), "open", title + drafts.uncertain(), List.of(), null);
    }

    private Optional<Outcome> made(AccountId account, String approvalId) {
        return drafts.proposed(account, approvalId)
                .flatMap(proposed -> drafts.made(account, approvalId)
                        .map(written -> new DraftWords(proposed).made(approvalId, written)));
    }

    /** One that can still be approved, or was decided before, has nothing new to tell in the conversation. */
    private DecisionView refused(AccountId account, Approval approval, Refusal why, String message) {
        return switch (why) {
            case EXPIRED, NOT_SENT, NOT_TAKEN, UNCERTAIN, DIFFERENT ->
                told(account, approval, new Outcome(approval.id(), "refused", message, List.of(), null));
            case USED -> used(account, approval, message);
            case NOT_CONNECTED, NO_PERMISSION, UNKNOWN, DECLINED, BUSY, TOO_MANY ->
                new DecisionView("refused", message, List.of(), null, null);
        };
    }

    /** What a server that ended in between could not tell any more is told now. */
    private DecisionView used(AccountId account, Approval approval, String message) {
        boolean told = conversations.isTold(account, approval.conversationId(), approval.id());
        Optional<Outcome> made = told ? Optional.empty() : made(account, approval.id());
        return made.map(outcome -> told(account, approval, outcome))
                .orElseGet(() -> new DecisionView("refused", message, List.of(), null, null));
    }

    private DecisionView told(AccountId account, Approval approval, Outcome outcome) {
        String run = goOn(account, approval.conversationId(), outcome);
        return new DecisionView(outcome.result(), outcome.message(), outcome.reasons(), outcome.link(), run);
    }

    /** A message that was sent in the very moment goes first; what is to be told is told after it. */
    private @Nullable String goOn(AccountId account, String conversationId, Outcome outcome) {
        try {
            return conversations.goOn(account, conversationId, outcome).runId();
        } catch (RunInProgress e) {
            Thread.ofVirtual()
                    .name("outcome-" + outcome.approvalId())
                    .start(() -> later(account, conversationId, outcome));
            return null;
        } catch (ConversationException e) {
            log(outcome.approvalId(), e);
            return null;
        }
    }

    private void later(AccountId account, String conversationId, Outcome outcome) {
        long end = System.nanoTime() + LONGEST_RUN.toNanos();
        while (System.nanoTime() < end) {
            try {
                Thread.sleep(PAUSE);
                conversations.goOn(account, conversationId, outcome);
                return;
            } catch (RunInProgress _) {
                // Its turn comes.
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                log(outcome.approvalId(), e);
                return;
            }
        }
    }

    private static void log(String approvalId, RuntimeException e) {
        System.getLogger(Decisions.class.getName())
                .log(Level.ERROR, "what became of draft " + approvalId + " could not be told", e);
    }
}
