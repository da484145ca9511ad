package au.pip.llm.provider;

import au.pip.llm.fuzz.ProtocolFuzz;
import au.pip.llm.protocol.anthropic.AnthropicProtocol;

class AnthropicFuzzTest extends ProtocolFuzz {
    AnthropicFuzzTest() {
        super(new AnthropicProtocol(), new AnthropicContractTest());
    }
}
