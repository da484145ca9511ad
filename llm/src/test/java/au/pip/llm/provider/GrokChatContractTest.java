package au.pip.llm.provider;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

class GrokChatContractTest extends ChatCompletionsContract {
    @Override
    public String provider() {
        return "grok";
    }

    @Override
    public String model() {
        return "grok-4.3";
    }

    @Override
    public BigDecimal cost() {
        return new BigDecimal("0.000045");
    }

    @Override
    protected String usualFields() {
        return "\"stream_options\": {\"include_usage\": true}, \"max_completion_tokens\": 100";
    }

    @Override
    public String everythingRequest() {
        return everythingRequest("\"temperature\": 0.5, \"reasoning_effort\": \"low\",", "");
    }

    @Override
    public Set<String> everythingWarnings() {
        return Set.of("stopSequences", "documents", "promptCache");
    }

    /** xAI has a text for {@code error}, and tells what is wrong in it only. */
    @Override
    public Map<Integer, String> moneyErrors() {
        return Map.of(
                403,
                "{\"code\":\"permission-denied\",\"error\":\"Your newly created team doesn't have any credits or licenses yet.\"}",
                429,
                "{\"code\":\"Some resource has been exhausted\",\"error\":\"Your team has either used all available credits or reached its monthly spending limit.\"}");
    }

    @Override
    public String errorBody(int status) {
        return switch (status) {
            case 401 -> "{\"code\":\"invalid\",\"error\":\"Incorrect API key provided: WORDS.\"}";
            case 404 -> "{\"code\":\"not-found\",\"error\":\"The model grok-1 does not exist. WORDS\"}";
            case 400, 403, 413, 429, 500, 529 -> "{\"code\":\"some\",\"error\":\"WORDS\"}";
            default -> super.errorBody(status);
        };
    }
}
