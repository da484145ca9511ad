package au.pip.llm.provider;

import au.pip.llm.contract.ProviderContract;
import au.pip.llm.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the bytes of OpenAI's two APIs have in common, as OpenAI sends them and others copy them. */
abstract class CopiedContract extends ProviderContract {
    @Override
    public String contentType() {
        return "text/event-stream; charset=utf-8";
    }

    @Override
    public Map.Entry<String, String> keyHeader() {
        return Map.entry("authorization", "Bearer test-key");
    }

    @Override
    public String requestIdHeader() {
        return "x-request-id";
    }

    @Override
    public boolean argumentsAreText() {
        return true;
    }

    @Override
    public boolean countsInputAtStart() {
        return false;
    }

    @Override
    public String errorBody(int status) {
        return switch (status) {
            case 401 -> error("invalid_request_error", "\"invalid_api_key\"");
            case 402 -> error("insufficient_quota", "\"insufficient_quota\"");
            case 403 -> error("request_forbidden", "\"unsupported_country_region_territory\"");
            case 404 -> error("invalid_request_error", "\"model_not_found\"");
            case 429 -> error("requests", "\"rate_limit_exceeded\"");
            case 500 -> error("server_error", "null");
            case 529 -> error("overloaded_error", "\"slow_down\"");
            default -> error("invalid_request_error", "null");
        };
    }

    static String error(String type, String code) {
        return error(type, code, "WORDS");
    }

    static String error(String type, String code, String message) {
        return "{\"error\":{\"message\":\"%s\",\"type\":\"%s\",\"param\":null,\"code\":%s}}"
                .formatted(message, type, code);
    }

    @Override
    public Map<Integer, String> moneyErrors() {
        return Map.of(
                402, error("insufficient_quota", "402"),
                429, error("insufficient_quota", "\"insufficient_quota\""),
                403, error("billing_error", "\"credit_balance_exhausted\""));
    }

    @Override
    public Map<Integer, String> tooLongErrors() {
        return Map.of(
                400, error("invalid_request_error", "\"context_length_exceeded\""),
                413, error("invalid_request_error", "null"));
    }

    @Override
    public Map<Integer, String> contentRefusals() {
        return Map.of(400, error("invalid_request_error", "\"content_filter\""));
    }

    @Override
    public Map.@Nullable Entry<String, String> fieldError() {
        return Map.entry("""
                {"error":{"message":"Unsupported parameter: 'stop' is not supported with this model.",\
                "type":"invalid_request_error","param":"stop","code":"unsupported_parameter"}}""", "stop");
    }

    static String json(String text) {
        return Json.MAPPER.writeValueAsString(text);
    }
}
