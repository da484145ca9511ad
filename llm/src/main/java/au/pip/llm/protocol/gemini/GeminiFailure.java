package au.pip.llm.protocol.gemini;

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
 * {@code {"error":{"code","message","status","details":[{"@type",…}]}}}, sometimes in an array, with any status or in a
 * stream. {@code status} is a code of google.rpc; what its guide to errors calls {@code RetryInfo}, {@code ErrorInfo},
 * {@code QuotaFailure} and {@code BadRequest} are the details.
 */
final class GeminiFailure {
    private static final Pattern SECONDS = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)s");

    private GeminiFailure() {}

    static Failure parse(int status, byte[] body) {
        try {
            JsonNode node = Json.MAPPER.readTree(body);
            JsonNode error = (node.isArray() ? node.path(0) : node).get("error");
            if (error != null && error.isObject()) {
                Failure typed = parseError(error);
                return typed.kind() == Kind.UNKNOWN
                        ? typed.withKind(Failure.ofStatus(status).kind())
                        : typed;
            }
        } catch (JacksonException notJson) {
            // A gateway's page: the status is all there is.
        }
        return Failure.ofStatus(status);
    }

    /** @param error the value of the field {@code error}, of whatever type */
    static Failure parseError(JsonNode error) {
        String message = Json.text(error, "message");
        JsonNode details = error.path("details");
        return Failure.of(kind(error, message == null ? "" : message.toLowerCase(Locale.ROOT), details), message, null)
                .withRetryAfter(retryAfter(details))
                .withField(field(details));
    }

    private static Kind kind(JsonNode error, String said, JsonNode details) {
        int code = (int) Json.number(error, "code", 0);
        if (code == 402 || code == 413) {
            return Failure.ofStatus(code).kind();
        }
        String status = Json.text(error, "status");
        return switch (status == null ? "" : status) {
            case "INVALID_ARGUMENT", "OUT_OF_RANGE", "UNIMPLEMENTED" -> invalid(said, details);
            case "FAILED_PRECONDITION" -> precondition(said);
            case "UNAUTHENTICATED" -> Kind.BAD_CREDENTIALS;
            case "PERMISSION_DENIED" -> said.contains("reported as leaked") ? Kind.BAD_CREDENTIALS : Kind.NOT_ALLOWED;
            case "NOT_FOUND" -> Kind.NO_SUCH_MODEL;
            case "RESOURCE_EXHAUSTED" -> usedUp(said, details) ? Kind.MONEY : Kind.RATE_LIMIT;
            case "UNAVAILABLE" -> Kind.OVERLOADED;
            case "INTERNAL", "UNKNOWN", "DEADLINE_EXCEEDED", "ABORTED", "CANCELLED", "DATA_LOSS" -> Kind.SERVER;
            default -> code >= 400 && code < 600 ? Failure.ofStatus(code).kind() : Kind.UNKNOWN;
        };
    }

    /** A wrong key is answered by 400 as well; only reason or words tell it from the rest. */
    private static Kind invalid(String said, JsonNode details) {
        if (reasons(details, "API_KEY_INVALID")
                || said.contains("api key not valid")
                || said.contains("api key expired")) {
            return Kind.BAD_CREDENTIALS;
        }
        return said.contains("exceeds the maximum number of tokens") || said.contains("payload size exceeds the limit")
                ? Kind.TOO_LONG
                : Kind.BAD_REQUEST;
    }

    private static boolean reasons(JsonNode details, String reason) {
        for (JsonNode detail : details) {
            if (reason.equals(Json.text(detail, "reason"))) {
                return true;
            }
        }
        return false;
    }

    /** Where the API is not offered, and where it is only to those who pay. */
    private static Kind precondition(String said) {
        if (said.contains("billing")) {
            return Kind.MONEY;
        }
        return said.contains("location is not supported") ? Kind.NOT_ALLOWED : Kind.BAD_REQUEST;
    }

    /**
     * A day's quota and spent credit share the status of a rate limit, and a day's quota even asks to wait for seconds
     * only: no wait that anybody would sit out helps.
     */
    private static boolean usedUp(String said, JsonNode details) {
        for (JsonNode detail : details) {
            for (JsonNode violation : detail.path("violations")) {
                String quota = Json.text(violation, "quotaId");
                if (quota != null && quota.contains("PerDay")) {
                    return true;
                }
            }
        }
        return said.contains("credits are depleted") || said.contains("spending cap") || said.contains("spend cap");
    }

    private static @Nullable Duration retryAfter(JsonNode details) {
        for (JsonNode detail : details) {
            String delay = Json.text(detail, "retryDelay");
            Matcher seconds = SECONDS.matcher(delay == null ? "" : delay);
            if (seconds.matches()) {
                return Duration.ofMillis(
                        new BigDecimal(seconds.group(1)).movePointRight(3).longValue());
            }
        }
        return null;
    }

    private static @Nullable String field(JsonNode details) {
        for (JsonNode detail : details) {
            String field = Json.text(detail.path("fieldViolations").path(0), "field");
            if (field != null) {
                return field;
            }
        }
        return null;
    }
}
