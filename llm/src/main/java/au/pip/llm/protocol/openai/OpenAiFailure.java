package au.pip.llm.protocol.openai;

import au.pip.llm.json.Json;
import au.pip.llm.protocol.Failure;
import au.pip.llm.protocol.Failure.Kind;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * {@code {"error":{"message","type","param","code"}}}, with any status or in a stream. Compatible servers send a number
 * or null for {@code code}, or a text for {@code error} (xAI, with a {@code code} beside it that says no more than the
 * status), or leave the envelope out.
 */
final class OpenAiFailure {
    /** xAI says so with 403 or 429, in words only. */
    private static final Pattern NO_MONEY =
            Pattern.compile("(available|any|out of|insufficient|enough) credits|spending limit");

    /** A model without eyes: Ollama and llama.cpp say so with 500, OpenRouter with 404, all in words only. */
    private static final Pattern NO_IMAGES =
            Pattern.compile("required for image input|image input is not supported|found that support image input");

    private static final Pattern WAIT = Pattern.compile("try again in (\\d{1,6}(?:\\.\\d{1,6})?) ?(ms|s)\\b");

    private OpenAiFailure() {}

    static Failure parse(int status, byte[] body) {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            JsonNode error = node.isArray() && !node.isEmpty() ? node.get(0).get("error") : node.get("error");
            Failure typed = parseError(error == null ? node : error);
            if (typed.kind() == Kind.SERVER) {
                // Local servers call every error their own: the words tell more, and so does a status of 4xx.
                Kind said = kindByWords(typed.words());
                typed = said == Kind.UNKNOWN && status / 100 != 4 ? typed : typed.withKind(said);
            }
            return typed.kind() == Kind.UNKNOWN
                    ? typed.withKind(Failure.ofStatus(status).kind())
                    : typed;
        } catch (JacksonException notJson) {
            return Failure.ofStatus(status);
        }
    }

    /** @param error the value of the field {@code error}, of whatever type */
    static Failure parseError(@Nullable JsonNode error) {
        if (error == null || !error.isObject()) {
            String words = error != null && error.isString() ? error.stringValue() : null;
            return Failure.of(kindByWords(words), words, null);
        }
        String words = Json.text(error, "message");
        Kind kind = kindByCode(Json.text(error, "code"));
        if (kind == Kind.UNKNOWN) {
            kind = kindByCode(Json.text(error, "type"));
        }
        if (kind == Kind.UNKNOWN) {
            kind = kindByWords(words);
        }
        if (kind == Kind.UNKNOWN) {
            int status = (int) Json.number(error, "code", 0);
            kind = status >= 400 && status < 600 ? Failure.ofStatus(status).kind() : kind;
        }
        return Failure.of(kind, words, null).withField(Json.text(error, "param"));
    }

    /**
     * An error in the middle of an answer, where no status helps to sort it. OpenAI says only in words how long to wait.
     *
     * @param error as for {@link #parseError}
     */
    static Failure parseStreamed(@Nullable JsonNode error) {
        Failure failure = parseError(error);
        if (failure.kind() == Kind.UNKNOWN && "invalid_request_error".equals(Json.text(error, "type"))) {
            return failure.withKind(Kind.BAD_REQUEST);
        }
        Matcher wait = WAIT.matcher(failure.words() == null ? "" : failure.words());
        if (failure.kind() != Kind.RATE_LIMIT || !wait.find()) {
            return failure;
        }
        BigDecimal given = new BigDecimal(wait.group(1));
        BigDecimal milliseconds = wait.group(2).equals("ms") ? given : given.movePointRight(3);
        return failure.withRetryAfter(Duration.ofMillis(milliseconds.longValue()));
    }

    /** The codes of OpenAI's error guide, and those of servers that copy its API. */
    private static Kind kindByCode(@Nullable String code) {
        return switch (code == null ? "" : code.toLowerCase(Locale.ROOT)) {
            case "insufficient_quota",
                    "credit_balance_exhausted",
                    "billing_hard_limit_reached",
                    "billing_not_active",
                    "insufficient_credits" -> Kind.MONEY;
            case "rate_limit_exceeded", "rate_limit_error", "too_many_requests", "requests", "tokens" ->
                Kind.RATE_LIMIT;
            case "slow_down",
                    "overloaded",
                    "overloaded_error",
                    "server_overloaded",
                    "server_is_overloaded",
                    "service_unavailable_error",
                    "unavailable_error" -> Kind.OVERLOADED;
            case "context_length_exceeded", "exceed_context_size_error", "string_above_max_length" -> Kind.TOO_LONG;
            case "model_not_found", "model_not_available" -> Kind.NO_SUCH_MODEL;
            case "invalid_api_key", "authentication_error", "missing_api_key" -> Kind.BAD_CREDENTIALS;
            case "content_filter",
                    "content_policy_violation",
                    "image_content_policy_violation",
                    "bio_policy",
                    "moderation_blocked",
                    "invalid_prompt" -> Kind.REFUSED;
            case "permission_error", "permission_denied", "unsupported_country_region_territory" -> Kind.NOT_ALLOWED;
            case "server_error", "internal_error", "api_error" -> Kind.SERVER;
            default -> Kind.UNKNOWN;
        };
    }

    /** For servers that say it in words only. */
    private static Kind kindByWords(@Nullable String words) {
        String said = words == null ? "" : words.toLowerCase(Locale.ROOT);
        if (said.contains("context length")
                || said.contains("context size")
                || said.contains("context window")
                || said.contains("maximum prompt length")) {
            return Kind.TOO_LONG;
        }
        if (NO_MONEY.matcher(said).find()) {
            return Kind.MONEY;
        }
        if (NO_IMAGES.matcher(said).find()) {
            return Kind.BAD_REQUEST;
        }
        if (said.contains("violates usage guidelines")) {
            return Kind.REFUSED;
        }
        if (said.contains("incorrect api key") || said.contains("invalid api key")) {
            return Kind.BAD_CREDENTIALS;
        }
        return said.contains("model") && (said.contains("does not exist") || said.contains("not found"))
                ? Kind.NO_SUCH_MODEL
                : Kind.UNKNOWN;
    }
}
