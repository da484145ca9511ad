package au.pip.assistant.conversation;

import au.pip.assistant.AccountId;
import au.pip.assistant.Entry;
import au.pip.assistant.Summary;
import au.pip.assistant.store.InvalidPage;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import java.util.ArrayList;
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
        List<Entry> read = new ArrayList<>();
        String next = recap.next();
        while (true) {
            Page<Entry> page = stores.entries().page(account, conversationId, next, PAGE);
            next = page.next();
            read.addAll(page.items());
            List<Turn> all = Turn.of(read);
            List<Turn> turns = all.stream()
                    .filter(turn -> !turn.question().id().equals(questionId))
                    .toList();
            List<Turn> leaving = next != null || !Window.fits(turns) ? leaving(all, turns) : List.of();
            List<Turn> staying = turns.subList(leaving.size(), turns.size());
            if (!leaving.isEmpty()) {
                String from = after(account, conversationId, recap.next(), leaving);
                recap = Folding.fold(recap, leaving, staying).upTo(from);
                keep(account, conversationId, recap, leaving.getLast());
                read.clear();
            }
            if (next == null) {
                return new History(recap.seen(all.isEmpty() ? 0 : all.getLast().highestFact()), staying);
            }
            next = read.isEmpty() ? recap.next() : next;
        }
    }

    /** What may still be replaced stays: a recap is never unsaid. */
    private static List<Turn> leaving(List<Turn> all, List<Turn> turns) {
        List<Turn> leaving = Window.leaving(turns);
        return leaving.subList(0, Math.min(leaving.size(), Turn.settled(all)));
    }

    private @Nullable String after(AccountId account, String conversationId, @Nullable String from, List<Turn> turns) {
        String next = from;
        int left = turns.stream().mapToInt(Turn::stored).sum();
        while (left > 0) {
            int some = Math.min(left, PAGE);
            next = stores.entries().page(account, conversationId, next, some).next();
            left -= some;
        }
        return next;
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
