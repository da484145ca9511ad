package au.pip.assistant.conversation;

import au.pip.assistant.AccountId;
import au.pip.llm.LlmProvider;

/** Where an account's model comes from. Asked at each run, so that a server starts without any key. */
@FunctionalInterface
public interface ModelSource {
    /**
     * @throws au.pip.llm.LlmException.Configuration when no model can be used yet; it says what to set
     */
    LlmProvider model(AccountId account);

    /**
     * Whether the account pays its model's provider itself, by a key that is its own and not of the server's settings: then
     * it is stopped by no budget of those.
     */
    default boolean ownKey(AccountId account) {
        return false;
    }
}
