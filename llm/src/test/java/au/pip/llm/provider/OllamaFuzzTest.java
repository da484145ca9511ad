package au.pip.llm.provider;

import au.pip.llm.fuzz.ProtocolFuzz;
import au.pip.llm.protocol.ollama.OllamaProtocol;

class OllamaFuzzTest extends ProtocolFuzz {
    OllamaFuzzTest() {
        super(new OllamaProtocol(), new OllamaContractTest());
    }
}
