package au.pip.benchmarks.tokens;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A reply of Xero's as a tool that hands on what it got writes it, never longer than Xero's own MCP server does: a report
 * is its rows as JSON without a blank; of a list the ten records that are that server's page, each with those of its own
 * fields that say something, a line each.
 */
final class RawReply {
    static final int RECORDS_A_PAGE = 10;
    private static final JsonMapper JSON = new JsonMapper();
    /** What stands around the records, and is the same of all. */
    private static final Set<String> ENVELOPE = Set.of("Id", "Status", "ProviderName", "DateTimeUTC", "pagination");
    /** What a record has twice, or what that server does not tell. */
    private static final Set<String> LEFT_OUT =
            Set.of("Date", "DueDate", "UpdatedDateUTC", "FullyPaidOnDate", "HasAttachments", "HasErrors", "Url");

    private RawReply() {}

    /** The same without a blank: what came over the wire. */
    static String whole(Tap.Reply reply) {
        return JSON.readTree(reply.body()).toString();
    }

    /** Empty for a further page, and for what is known of the organisation from the start. */
    static String handedOn(Tap.Reply reply) {
        String query = String.valueOf(reply.asked().getQuery());
        if (reply.asked().getPath().endsWith("/Organisation") || query.matches(".*\\bpage=(?!1\\b)\\d+.*")) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        JsonNode body = JSON.readTree(reply.body());
        for (String name : body.propertyNames()) {
            if (ENVELOPE.contains(name)) {
                continue;
            }
            int told = 0;
            for (JsonNode record : body.path(name)) {
                if (told++ < RECORDS_A_PAGE) {
                    lines.add(name.equals("Reports") ? record.path("Rows").toString() : record(record));
                }
            }
        }
        return String.join("\n", lines);
    }

    private static String record(JsonNode record) {
        List<String> lines = new ArrayList<>();
        for (String name : record.propertyNames()) {
            JsonNode value = record.path(name);
            if (name.equals("Contact")) {
                lines.add("Contact: " + value.path("Name").asString(""));
            } else if (value.isValueNode() && says(value) && !LEFT_OUT.contains(name)) {
                lines.add(name + ": " + value.asString());
            }
        }
        return String.join("\n", lines);
    }

    private static boolean says(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> false;
            case BOOLEAN -> value.booleanValue();
            case NUMBER -> value.decimalValue().compareTo(BigDecimal.ZERO) != 0;
            case STRING -> !value.asString().isBlank();
            case ARRAY, OBJECT, BINARY, POJO -> false;
        };
    }
}
