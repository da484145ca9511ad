package au.pip.assistant.conversation;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.Entry;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.Stores;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a person wished of an answer. It is kept beside their question, and holds for what goes on from that answer and
 * for what takes the question's place.
 *
 * @param strict whether figures that cannot be verified are withheld; null for what is usual where it is answered
 */
record Wish(@Nullable Boolean strict) {
    private static final Wish NONE = new Wish(null);
    private static final int PAGE = 100;

    static Wish of(Entry question) {
        return Codec.read(question.detail(), Wish.class);
    }

    /** That of the question whose answer proposed a draft. */
    static Wish behind(Stores stores, AccountId account, String conversationId, String approvalId) {
        return stores.approvals()
                .find(account, approvalId)
                .map(Approval::runId)
                .flatMap(run -> question(stores, account, conversationId, run))
                .map(Wish::of)
                .orElse(NONE);
    }

    private static Optional<Entry> question(Stores stores, AccountId account, String conversationId, String run) {
        Optional<Entry> found = question(stores.entries().latest(account, conversationId, PAGE).stream(), run);
        String cursor = null;
        boolean more = found.isEmpty();
        while (more) {
            Page<Entry> page = stores.entries().page(account, conversationId, cursor, PAGE);
            found = question(page.items().stream(), run);
            cursor = page.next();
            more = found.isEmpty() && cursor != null;
        }
        return found;
    }

    private static Optional<Entry> question(Stream<Entry> entries, String run) {
        return entries.filter(entry -> entry.kind() == Entry.Kind.QUESTION)
                .filter(entry -> entry.runId().equals(run))
                .findFirst();
    }

    /** A question's detail with this in it. */
    String beside(String detail) {
        return strict == null ? detail : Codec.with(detail, "strict", strict);
    }

    boolean isStrict(boolean usual) {
        return strict == null ? usual : strict;
    }
}
