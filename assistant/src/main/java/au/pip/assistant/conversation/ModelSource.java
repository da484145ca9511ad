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
}
