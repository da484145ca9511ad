package au.pip.llm.provider;

import java.util.Set;

class GroqContractTest extends CompatibleContract {
    @Override
    public String provider() {
        return "groq";
    }

    /** Nothing is known of the model, and most of this host refuse an effort. */
    @Override
    public String everythingRequest() {
        return everythingRequest("\"temperature\": 0.5, \"stop\": [\"STOP\"],", DOCUMENT);
    }

    @Override
    public Set<String> everythingWarnings() {
        return Set.of("effort", "promptCache");
    }
}
