package au.pip.sandbox.xero;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What clients have made in one organisation since the start: contacts, and drafts, which no report counts. A request
 * is made once for each {@code Idempotency-Key}, which is kept for six minutes from its first use, as Xero does
 * (https://developer.xero.com/documentation/guides/idempotent-requests/idempotency).
 */
final class Made {
    /** The collections of which records are made, by {@code PUT}. */
    static final Set<String> COLLECTIONS = Set.of("contacts", "invoices", "creditnotes", "quotes");

    private static final Duration KEY_KEPT = Duration.ofMinutes(6);
    private static final int LONGEST_KEY = 128;
    private static final int MOST_AT_ONCE = 50;

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private final Books books;
    private final Resources resources;
    private final InstantSource clock;
    private final Map<String, List<Map<String, Object>>> made = new HashMap<>();
    private final Map<String, Kept> keys = new LinkedHashMap<>();

    /** @param request everything that has to be the same under one key */
    private record Kept(String request, Reply reply, Instant at) {}

    Made(Books books, Resources resources, InstantSource clock) {
        this.books = books;
        this.resources = resources;
        this.clock = clock;
    }

    /** The collection, with what was made of it behind what was there. */
    synchronized Endpoint with(Endpoint endpoint) {
        List<Map<String, Object>> records = new ArrayList<>(endpoint.records());
        records.addAll(made.getOrDefault(endpoint.name(), List.of()));
        return endpoint.withRecords(records);
    }

    /**
     * Makes the records of a body, all or none unless the query says {@code summarizeErrors=false}.
     *
     * @param request the address with its query
     * @param key of the header {@code Idempotency-Key}; null for none
     */
    synchronized Reply put(
            Endpoint endpoint, String request, Query query, String body, @Nullable String key, Fields envelope)
            throws BadRequest {
        if (key != null && (key.isEmpty() || key.length() > LONGEST_KEY)) {
            throw new BadRequest("Idempotency Key: " + LONGEST_KEY + " characters at most, not " + key.length());
        }
        Instant now = clock.instant();
        keys.values().removeIf(kept -> !now.isBefore(kept.at().plus(KEY_KEPT)));
        String whole = request + "\n" + body;
        Kept before = key == null ? null : keys.get(key);
        if (before == null) {
            Reply reply = put(endpoint, query, elements(endpoint, body), envelope, now);
            if (key != null) {
                keys.put(key, new Kept(whole, reply, now));
            }
            return reply;
        }
        if (!before.request().equals(whole)) {
            throw new BadRequest("Idempotency Key: " + key + " is used with a different request.");
        }
        return before.reply();
    }

    private Reply put(Endpoint endpoint, Query query, List<Element> elements, Fields envelope, Instant now) {
        boolean together = !"false".equalsIgnoreCase(query.text("summarizeErrors"));
        int unitDecimals = "4".equals(query.text("unitdp")) ? 4 : 2;
        List<Map<String, Object>> good = new ArrayList<>();
        List<Map<String, Object>> answered = new ArrayList<>();
        for (Element element : elements) {
            List<Map<String, Object>> alike = new ArrayList<>(with(endpoint).records());
            alike.addAll(good);
            Map<String, Object> record = new NewDocuments(books, contacts(), new Numbers(alike), unitDecimals, now)
                    .make(endpoint.name(), element);
            if (element.isValid()) {
                good.add(record);
            }
            answered.add(marked(endpoint, record, element, together));
        }
        if (together && good.size() < elements.size()) {
            return Reply.json(
                    400,
                    new Fields()
                            .with("ErrorNumber", 10)
                            .with("Type", "ValidationException")
                            .with("Message", "A validation exception occurred")
                            .with("Elements", answered)
                            .map());
        }
        made.computeIfAbsent(endpoint.name(), name -> new ArrayList<>()).addAll(good);
        return Reply.json(200, envelope.with(endpoint.name(), answered).map());
    }

    /** The record as the answer shows it; one that is not valid has errors, and an id of zeros. */
    private static Map<String, Object> marked(
            Endpoint endpoint, Map<String, Object> record, Element element, boolean together) {
        Map<String, Object> marked = new LinkedHashMap<>(record);
        if (!element.isValid()) {
            marked.put(endpoint.keys().getFirst(), "00000000-0000-0000-0000-000000000000");
            marked.put("ValidationErrors", element.errors());
        }
        if (!together) {
            marked.put("StatusAttributeString", element.isValid() ? "OK" : "ERROR");
        }
        return marked;
    }

    private List<Map<String, Object>> contacts() {
        return with(resources.named("Contacts").orElseThrow()).records();
    }

    private static List<Element> elements(Endpoint endpoint, String body) throws BadRequest {
        List<Element> elements = new ArrayList<>();
        try {
            JsonNode list = MAPPER.readTree(body).path(endpoint.name());
            list.forEach(each -> elements.add(new Element(each)));
        } catch (JacksonException noJson) {
            throw BadRequest.body("The body is no JSON");
        }
        if (elements.isEmpty() || elements.size() > MOST_AT_ONCE) {
            throw BadRequest.body("The body is a list " + endpoint.name() + " of 1 to " + MOST_AT_ONCE + " records");
        }
        return elements;
    }
}
