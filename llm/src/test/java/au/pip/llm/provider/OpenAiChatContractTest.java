package au.pip.llm.provider;

import java.math.BigDecimal;
import java.util.Set;

class OpenAiChatContractTest extends ChatCompletionsContract {
    @Override
    public String provider() {
        return "openai";
    }

    @Override
    public String model() {
        return "gpt-6-luna";
    }

    @Override
    public BigDecimal cost() {
        return new BigDecimal("0.0000066");
    }

    @Override
    protected String systemRole() {
        return "developer";
    }

    /** By Chat Completions this model takes tools only if it is told not to think. */
    @Override
    protected String usualFields() {
        return """
               "stream_options": {"include_usage": true}, "store": false, "max_completion_tokens": 100,
               "reasoning_effort": "none\"""";
    }

    @Override
    public String everythingRequest() {
        return everythingRequest("", DOCUMENT);
    }

    @Override
    public Set<String> everythingWarnings() {
        return Set.of("temperature", "stopSequences", "effort", "promptCache");
    }
}
