package au.pip.llm.protocol.anthropic;

import au.pip.llm.json.Json;
import au.pip.llm.protocol.Failure;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** {@code {"type":"error","error":{"type","message","details"?},"request_id"}}, with any status or in a stream. */
final class AnthropicFailure {
    /** The field has no place of its own: messages begin with it, before a colon or in quotes. */
    private static final Pattern FIELD =
            Pattern.compile("(?<quote>[`\"]?)(?<field>[a-z_]+(?:\\.[A-Za-z0-9_]+){0,20})\\k<quote>(?:: | is )");

    private AnthropicFailure() {}

    static Failure parse(int status, byte[] body) {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            JsonNode error = node.get("error");
            if (error != null && error.isObject()) {
                Failure typed = parseError(error, Json.text(node, "request_id"));
                return typed.kind() == Failure.Kind.UNKNOWN
                        ? typed.withKind(Failure.ofStatus(status).kind())
                        : typed;
            }
        } catch (JacksonException notJson) {
            // A gateway's page: the status is all there is.
        }
        return Failure.ofStatus(status);
    }

    /** @param error the object in the field {@code error} */
    static Failure parseError(@Nullable JsonNode error, @Nullable String requestId) {
        String type = Json.text(error, "type");
        String message = Json.text(error, "message");
        return Failure.of(kind(type == null ? "" : type, message == null ? "" : message, error), message, requestId)
                .withField(field(message == null ? "" : message));
    }

    private static @Nullable String field(String message) {
        Matcher matcher = FIELD.matcher(message);
        return matcher.lookingAt() ? matcher.group("field") : null;
    }

    private static Failure.Kind kind(String type, String message, @Nullable JsonNode error) {
        return switch (type) {
            case "authentication_error" -> Failure.Kind.BAD_CREDENTIALS;
            case "billing_error" -> Failure.Kind.MONEY;
            case "permission_error" -> Failure.Kind.NOT_ALLOWED;
            case "not_found_error" -> Failure.Kind.NO_SUCH_MODEL;
            case "request_too_large" -> Failure.Kind.TOO_LONG;
            case "rate_limit_error" -> spendLimit(error) ? Failure.Kind.MONEY : Failure.Kind.RATE_LIMIT;
            case "overloaded_error" -> Failure.Kind.OVERLOADED;
            case "api_error", "timeout_error" -> Failure.Kind.SERVER;
            case "invalid_request_error" -> invalid(message.toLowerCase(Locale.ROOT));
            default -> Failure.Kind.UNKNOWN;
        };
    }

    /** An enforced monthly limit shares the type of a rate limit, but no wait helps before the next month. */
    private static boolean spendLimit(@Nullable JsonNode error) {
        String code = Json.text(error == null ? null : error.get("details"), "error_code");
        return code != null && code.contains("spend_limit");
    }

    /** One type for everything that is wrong with a request: only the words tell money and length from the rest. */
    private static Failure.Kind invalid(String message) {
        if (message.contains("credit balance") || message.contains("usage limits")) {
            return Failure.Kind.MONEY;
        }
        if (message.contains("content filtering policy")) {
            return Failure.Kind.REFUSED;
        }
        return message.contains("prompt is too long") || message.contains("exceed context limit")
                ? Failure.Kind.TOO_LONG
                : Failure.Kind.BAD_REQUEST;
    }
}
