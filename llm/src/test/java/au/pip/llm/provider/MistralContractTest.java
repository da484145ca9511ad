package au.pip.llm.provider;

import java.util.Set;

class MistralContractTest extends CompatibleContract {
    @Override
    public String provider() {
        return "mistral";
    }

    @Override
    public String replayedThinking() {
        return "";
    }

    @Override
    protected String usualFields() {
        return "\"max_tokens\": 100";
    }

    /** Nine letters and digits, and nothing else. */
    @Override
    protected String sentId(String callId) {
        return callId.equals("c1") ? "1aiwyrd81" : "16ckjwguj";
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
