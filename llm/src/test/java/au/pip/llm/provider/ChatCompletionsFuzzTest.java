package au.pip.llm.provider;

import au.pip.llm.fuzz.ProtocolFuzz;
import au.pip.llm.protocol.openai.ChatCompletionsProtocol;
import au.pip.llm.protocol.openai.ChatDialect;

class ChatCompletionsFuzzTest extends ProtocolFuzz {
    ChatCompletionsFuzzTest() {
        super(new ChatCompletionsProtocol(ChatDialect.OPENAI), new OpenAiChatContractTest());
    }
}
