package au.pip.assistant.conversation;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.Summary;
import au.pip.assistant.store.InvalidPage;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a model is sent of a conversation, and keeps its recap. What it reads is bounded by the window, not by the
 * conversation; only one that has no recap yet, or one of another database, is read whole, once.
 */
final class HistoryReader {
    private static final int PAGE = 100;

    private final Stores stores;

    HistoryReader(Stores stores) {
        this.stores = stores;
    }

    /** @param questionId the entry to be answered, which is no part of the history */
    History read(AccountId account, String conversationId, String questionId) {
        Recap kept = stores.conversations()
                .summary(account, conversationId)
                .map(summary -> Codec.read(summary.detail(), Recap.class))
                .orElse(Recap.NONE);
        try {
            return read(account, conversationId, questionId, kept);
        } catch (InvalidPage otherDatabase) {
            return read(account, conversationId, questionId, Recap.NONE);
        }
    }

    private History read(AccountId account, String conversationId, String questionId, Recap kept) {
        Recap recap = kept;
        while (true) {
            Page<Entry> page = stores.entries().page(account, conversationId, recap.next(), PAGE);
            List<Turn> turns = Turn.of(page.items().stream()
                    .filter(entry -> !entry.id().equals(questionId))
                    .toList());
            List<Turn> leaving = page.next() != null || !Window.fits(turns) ? Window.leaving(turns) : List.of();
            if (leaving.isEmpty()) {
                return new History(recap, turns);
            }
            List<Turn> staying = turns.subList(leaving.size(), turns.size());
            recap = Folding.fold(recap, leaving, staying).upTo(after(account, conversationId, recap.next(), leaving));
            keep(account, conversationId, recap, leaving.getLast());
            if (page.next() == null) {
                return new History(recap, staying);
            }
        }
    }

    private @Nullable String after(AccountId account, String conversationId, @Nullable String from, List<Turn> turns) {
        int entries = turns.stream().mapToInt(Turn::entries).sum();
        return stores.entries().page(account, conversationId, from, entries).next();
    }

    /** One that could not be kept is made again for the next message. */
    private void keep(AccountId account, String conversationId, Recap recap, Turn last) {
        try {
            stores.conversations()
                    .summarise(account, conversationId, new Summary(Codec.write(recap), last.lastEntryId()));
        } catch (StoreException e) {
            System.getLogger(HistoryReader.class.getName())
                    .log(System.Logger.Level.WARNING, "conversation " + conversationId + " kept no recap", e);
        }
    }
}
