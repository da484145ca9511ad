package au.pip.llm.compose;

import au.pip.llm.ChatOptions;
import au.pip.llm.ChatStream;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import java.util.List;

/** A provider that can do more for whoever sees a reply only once it is whole, as nothing of it has been given before. */
interface WholeReplies extends LlmProvider {
    /** As {@link #streamChat}, for a reader that keeps the events to itself until the last. */
    ChatStream streamUnseen(List<Message> messages, ChatOptions options);

    static ChatStream of(LlmProvider provider, List<Message> messages, ChatOptions options) {
        return provider instanceof WholeReplies whole
                ? whole.streamUnseen(messages, options)
                : provider.streamChat(messages, options);
    }
}
