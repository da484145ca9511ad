package au.pip.llm.contract;

import au.pip.llm.ChatOptions;
import au.pip.llm.LlmProvider;
import au.pip.llm.Message;
import au.pip.llm.ProviderConfig;
import au.pip.llm.ProviderConfig.Timeouts;
import java.util.List;

/** What the contract's parts share: a server, and a provider that is pointed at it. */
interface ContractSetting extends WireSample {
    List<Message> HELLO = List.of(Message.system("Be brief."), Message.user("Hello"));

    ByteServer server();

    LlmProvider llm();

    /** Another provider that is pointed at the server. */
    LlmProvider create(Timeouts timeouts);

    LlmProvider create(ProviderConfig config);

    /** A whole streamed reply. */
    Answer reply(Piece... pieces);

    default ChatOptions options() {
        return ChatOptions.defaults().withMaxOutputTokens(100);
    }
}
