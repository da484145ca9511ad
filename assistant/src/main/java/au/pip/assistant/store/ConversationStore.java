package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Summary;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public interface ConversationStore {
    /** @throws IllegalArgumentException when the account has a conversation of this id */
    void create(AccountId account, Conversation conversation);

    Optional<Conversation> find(AccountId account, String conversationId);

    /**
     * Conversations, the one with the latest entry first; those of one time by id, the highest first.
     *
     * @param cursor of an earlier page; null for the first. A cursor this store did not make gives an
     *     {@link InvalidPage}
     * @param limit 1 to 100
     */
    Page<Conversation> page(AccountId account, @Nullable String cursor, int limit);

    /** Answers whether there is such a conversation. */
    boolean rename(AccountId account, String conversationId, String title);

    /** The summary last kept; empty before the first, and without such a conversation. */
    Optional<Summary> summary(AccountId account, String conversationId);

    /** Keeps a summary in place of the last one. Answers whether there is such a conversation. */
    boolean summarise(AccountId account, String conversationId, Summary summary);
}
