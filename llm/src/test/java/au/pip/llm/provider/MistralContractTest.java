package au.pip.llm.provider;

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
}
