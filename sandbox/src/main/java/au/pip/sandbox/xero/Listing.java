package au.pip.sandbox.xero;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What one request for a list gets of a collection: filtered, ordered, paged, and with the fields that belong. */
final class Listing {
    private static final int DEFAULT_PAGE_SIZE = 100;
    private static final int LARGEST_PAGE_SIZE = 1_000;

    private final Endpoint endpoint;
    private final Query query;

    private Listing(Endpoint endpoint, Query query) {
        this.endpoint = endpoint;
        this.query = query;
    }

    /**
     * The list, with {@code pagination} in front of it when the request is for a page. Quotes have neither that nor
     * pages of another size, by Xero's OpenAPI description.
     *
     * @param modifiedSince the If-Modified-Since header
     */
    static Fields of(Endpoint endpoint, Query query, @Nullable String modifiedSince, Fields envelope)
            throws BadRequest {
        Listing listing = new Listing(endpoint, query);
        List<Map<String, Object>> found = listing.filtered(modifiedSince);
        String order = query.text("order");
        if (order != null) {
            found.sort(Ordering.parse(order, endpoint.records()));
        }
        boolean paging = endpoint.paged() && (query.has("page") || query.has("pageSize"));
        if (paging) {
            int page = query.number("page", 1, Integer.MAX_VALUE, 1);
            int size = endpoint.name().equals("Quotes")
                    ? DEFAULT_PAGE_SIZE
                    : query.number("pageSize", 1, LARGEST_PAGE_SIZE, DEFAULT_PAGE_SIZE);
            int count = found.size();
            if (!endpoint.name().equals("Quotes")) {
                envelope.with(
                        "pagination",
                        new Fields()
                                .with("page", page)
                                .with("pageSize", size)
                                .with("pageCount", (count + size - 1) / size)
                                .with("itemCount", count)
                                .map());
            }
            long from = Math.min((page - 1L) * size, count);
            found = found.subList((int) from, (int) Math.min(from + size, count));
        }
        boolean summary = query.flag("summaryOnly") && !endpoint.details().isEmpty();
        return envelope.with(
                endpoint.name(),
                found.stream()
                        .map(record -> listing.shown(record, paging, summary))
                        .toList());
    }

    private List<Map<String, Object>> filtered(@Nullable String modifiedSince) throws BadRequest {
        List<Predicate<Map<String, Object>>> filters = new ArrayList<>();
        String id = endpoint.keys().getFirst();
        among(filters, "IDs", List.of(id));
        among(filters, "Statuses", List.of("Status"));
        among(filters, "InvoiceNumbers", List.of("InvoiceNumber"));
        among(filters, "ContactIDs", List.of("Contact", "ContactID"));
        if (endpoint.name().equals("Quotes") || endpoint.name().equals("PurchaseOrders")) {
            among(filters, "Status", List.of("Status"));
            among(filters, "ContactID", List.of("Contact", "ContactID"));
            among(filters, "QuoteNumber", List.of("QuoteNumber"));
            dated(filters);
        }
        if (endpoint.name().equals("Contacts") && !query.flag("includeArchived")) {
            filters.add(record -> !"ARCHIVED".equals(record.get("ContactStatus")));
        }
        if (query.flag("createdByMyApp")) {
            filters.add(record -> false);
        }
        String term = query.text("searchTerm");
        if (term != null && !endpoint.searched().isEmpty()) {
            String wanted = term.toLowerCase(Locale.ROOT);
            filters.add(record -> endpoint.searched().stream()
                    .map(path -> Where.value(record, path))
                    .anyMatch(value -> value != null
                            && value.toString().toLowerCase(Locale.ROOT).contains(wanted)));
        }
        if (modifiedSince != null) {
            Instant since = instant(modifiedSince);
            filters.add(record -> !(record.get("UpdatedDateUTC") instanceof Instant at) || at.isAfter(since));
        }
        String where = query.text("where");
        if (where != null && !endpoint.records().isEmpty()) {
            filters.add(Where.parse(where, endpoint.records()));
        }
        return new ArrayList<>(endpoint.records().stream()
                .filter(record -> filters.stream().allMatch(filter -> filter.test(record)))
                .toList());
    }

    /** Both ends included; without either, also what has no date. */
    private void dated(List<Predicate<Map<String, Object>>> filters) throws BadRequest {
        if (!query.has("DateFrom") && !query.has("DateTo")) {
            return;
        }
        LocalDate from = query.date("DateFrom", LocalDate.MIN);
        LocalDate to = query.date("DateTo", LocalDate.MAX);
        filters.add(
                record -> record.get("Date") instanceof LocalDate date && !date.isBefore(from) && !date.isAfter(to));
    }

    private void among(List<Predicate<Map<String, Object>>> filters, String parameter, List<String> path) {
        List<String> wanted = query.list(parameter).stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .toList();
        boolean offered = endpoint.records().stream().anyMatch(record -> Where.value(record, path) != null);
        if (!wanted.isEmpty() && offered) {
            filters.add(record -> {
                Object value = Where.value(record, path);
                return value != null && wanted.contains(value.toString().toLowerCase(Locale.ROOT));
            });
        }
    }

    private Map<String, Object> shown(Map<String, Object> record, boolean paging, boolean summary) {
        if (!summary && (paging || endpoint.lines().isEmpty())) {
            return record;
        }
        Map<String, Object> shown = new LinkedHashMap<>(record);
        if (summary) {
            shown.keySet().removeAll(endpoint.details());
        } else {
            shown.put(endpoint.lines(), List.of());
        }
        return shown;
    }

    private static Instant instant(String text) throws BadRequest {
        try {
            String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
            return LocalDateTime.parse(local).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException notATime) {
            throw new BadRequest("If-Modified-Since is a UTC time such as 2026-11-23T00:00:00, not '" + text + "'");
        }
    }
}
