package au.pip.llm.provider;

import au.pip.llm.fuzz.ProtocolFuzz;
import au.pip.llm.protocol.gemini.GeminiProtocol;

class GeminiFuzzTest extends ProtocolFuzz {
    GeminiFuzzTest() {
        super(new GeminiProtocol(), new GoogleContractTest());
    }
}
