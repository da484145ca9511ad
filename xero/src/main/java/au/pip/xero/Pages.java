package au.pip.xero;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list to its end, page by page, so that a sum over it is a sum over everything.
 *
 * <p>The end is the last of {@code pagination.pageCount} pages; without {@code pagination}, a page with fewer records
 * than Xero's own page size. A page that only repeats earlier records, or a list without end, is refused. When records
 * are missing at the end (someone worked in the books meanwhile and moved one across a page's edge), the list is read
 * once more.
 *
 * @param <T> a record
 */
final class Pages<T> {
    /** Xero's page when it does not honour {@code pageSize}. */
    private static final int XEROS_PAGE = 100;

    private final OrganisationCalls calls;
    private final String endpoint;
    private final Function<Fields, T> parser;
    private final Function<T, String> id;
    private final boolean sized;

    Pages(OrganisationCalls calls, String endpoint, Function<Fields, T> parser, Function<T, String> id) {
        this(calls, endpoint, parser, id, true);
    }

    private Pages(
            OrganisationCalls calls,
            String endpoint,
            Function<Fields, T> parser,
            Function<T, String> id,
            boolean sized) {
        this.calls = calls;
        this.endpoint = endpoint;
        this.parser = parser;
        this.id = id;
        this.sized = sized;
    }

    /** For a list whose pages have Xero's own size only. */
    Pages<T> ofXerosSize() {
        return new Pages<>(calls, endpoint, parser, id, false);
    }

    /** All records that Xero gives for the parameters, less those that are not wanted. */
    XeroReply<List<T>> all(Parameters parameters, Predicate<T> wanted) {
        XeroReply<List<T>> reply = sweep(parameters);
        if (reply == null) {
            reply = sweep(parameters);
        }
        if (reply == null) {
            throw new XeroException.Unavailable(
                    "The list of " + endpoint + " changed while it was read, so that a record could be missing. Ask"
                            + " again in a moment.",
                    endpoint);
        }
        return reply.map(all -> all.stream().filter(wanted).toList());
    }

    /** Null when fewer records came than Xero counts. */
    private @Nullable XeroReply<List<T>> sweep(Parameters parameters) {
        Map<String, T> records = new LinkedHashMap<>();
        Digest digest = new Digest();
        Instant fetchedAt = null;
        for (int page = 1; page <= calls.paging().mostPages(); page++) {
            Answer answer = calls.get(
                    endpoint,
                    parameters
                            .with("page", page)
                            .with("pageSize", sized ? calls.paging().size() : null));
            digest.add(answer);
            fetchedAt = fetchedAt == null ? answer.at() : fetchedAt;
            Fields reply = new Fields(WireJson.read(endpoint, answer.body()), endpoint);
            int got = add(reply, records, page);
            Fields pagination = reply.child("pagination");
            if (isLast(pagination, page, got)) {
                Integer counted = pagination.whole("itemCount");
                return counted != null && records.size() < counted
                        ? null
                        : new XeroReply<>(List.copyOf(records.values()), fetchedAt, digest.hex(), endpoint);
            }
        }
        throw XeroException.Malformed.unreadable(
                endpoint, "it goes on after " + calls.paging().mostPages() + " pages");
    }

    private int add(Fields reply, Map<String, T> records, int page) {
        List<T> got = reply.requiredList(endpoint, parser);
        int before = records.size();
        for (T each : got) {
            records.putIfAbsent(id.apply(each), each);
        }
        if (!got.isEmpty() && records.size() == before) {
            throw XeroException.Malformed.unreadable(endpoint, "page " + page + " repeats an earlier one");
        }
        return got.size();
    }

    private boolean isLast(Fields pagination, int page, int got) {
        Integer pageCount = pagination.whole("pageCount");
        int full = sized ? Math.min(calls.paging().size(), XEROS_PAGE) : XEROS_PAGE;
        return got == 0 || (pageCount == null ? got < full : page >= pageCount);
    }
}
