package au.pip.llm.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ProviderConfig;
import au.pip.llm.ProviderConfig.Timeouts;
import java.util.List;

/** What the contract's parts share: a server, and a provider that is pointed at it. */
public interface ContractSetting extends WireSample {
    List<Message> HELLO = List.of(Message.system("Be brief."), Message.user("Hello"));

    ByteServer server();

    LlmProvider llm();

    /** What {@link #llm} is made of. */
    ProviderConfig configuration();

    /** Another provider that is pointed at the server. */
    LlmProvider create(Timeouts timeouts);

    LlmProvider create(ProviderConfig config);

    /** A whole streamed reply. */
    Answer reply(Piece... pieces);

    default ChatOptions options() {
        return ChatOptions.defaults().withMaxOutputTokens(100);
    }

    /** Has the server answer with these frames, each a write of its own, and asks. */
    default ChatResponse askedWith(List<String> frames) {
        server().on(chatPath(), Answer.stream(contentType()).writeAll(frames).end());
        return llm().chat(HELLO, options());
    }

    default List<String> framesOf(Piece... pieces) {
        return frames(List.of(pieces), ReplyContract.INPUT, ReplyContract.OUTPUT);
    }

    /** What a chat fails with. A configuration written in code has no variables to name. */
    default LlmException failureOf(LlmProvider provider) {
        LlmException failure = catchThrowableOfType(LlmException.class, () -> provider.chat(HELLO, options()));
        assertThat(failure).hasMessageNotContainingAny("LLM_", "_API_KEY");
        return failure;
    }

    /** Where chats with another model are posted. */
    default String pathFor(String otherModel) {
        return chatPath().replace(model(), otherModel);
    }

    default boolean sendsEvents() {
        return contentType().startsWith("text/event-stream");
    }

    default boolean isFree() {
        return cost().signum() == 0;
    }
}
