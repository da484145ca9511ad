package au.pip.llm.provider;

import au.pip.llm.fuzz.ProtocolFuzz;
import au.pip.llm.protocol.openai.ResponsesDialect;
import au.pip.llm.protocol.openai.ResponsesProtocol;

class ResponsesFuzzTest extends ProtocolFuzz {
    ResponsesFuzzTest() {
        super(new ResponsesProtocol(ResponsesDialect.OPENAI), new OpenAiContractTest());
    }
}
