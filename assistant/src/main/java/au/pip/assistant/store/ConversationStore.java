package au.pip.assistant.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

public interface ConversationStore {
    void create(AccountId account, Conversation conversation);

    Optional<Conversation> find(AccountId account, String conversationId);

    /**
     * Conversations, the one with the latest entry first.
     *
     * @param cursor of an earlier page; null for the first. A cursor this store did not make gives an
     *     {@link InvalidPage}
     * @param limit 1 to 100
     */
    Page<Conversation> page(AccountId account, @Nullable String cursor, int limit);

    /** Answers whether there is such a conversation. */
    boolean rename(AccountId account, String conversationId, String title);
}
