package au.pip.xero;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list to its end, page by page, so that a sum over it is a sum over everything. Of the pages one record at a
 * time is in memory, and the ids of those before it.
 *
 * <p>The end is the last of {@code pagination.pageCount} pages; without {@code pagination}, a page with fewer records
 * than Xero's own page size. A page that only repeats earlier records, or a list without end, is refused. When records
 * are missing at the end (someone worked in the books meanwhile and moved one across a page's edge), the list is read
 * once more.
 *
 * <p>A list that is kept is not asked for again while it is young. After that, where it has several pages, Xero is asked
 * with {@code If-Modified-Since} for the records that changed, whatever they are like now, and these take the place of
 * those that are kept. That is right only where each change that matters moves {@code UpdatedDateUTC}. Xero names three
 * that do not (its page "Requests and responses"): the due date of a part-paid invoice, {@code SentToContact}, and a
 * contact's balances. So callers ask for changes of neither invoices nor contacts, and even so a list is read in full
 * twice a day.
 *
 * @param <T> a record
 */
final class Pages<T> {
    /** Xero's page when it does not honour {@code pageSize}. */
    private static final int XEROS_PAGE = 100;

    /** For clocks that differ; a record that comes twice counts once. */
    private static final Duration OVERLAP = Duration.ofMinutes(5);

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
    XeroReply<List<T>> all(Parameters parameters, @Nullable Parameters changes, Predicate<T> wanted) {
        return this.<List<T>>fold(parameters, changes, wanted, new Fold<>(ArrayList::new, List::add))
                .map(Collections::unmodifiableList);
    }

    /**
     * What is made of records, one after the other.
     *
     * @param begin makes what the first record is added to; reading may have to begin anew
     */
    record Fold<A, T>(Supplier<A> begin, BiConsumer<A, ? super T> add) {}

    /**
     * What a fold makes of these records, each of which it gets once.
     *
     * @param changes how to ask for all records of this kind, so that those that changed can be told; null when the
     *     changes that count cannot be had so
     */
    <A> XeroReply<A> fold(Parameters parameters, @Nullable Parameters changes, Predicate<T> wanted, Fold<A, T> fold) {
        XeroReply<A> kept = kept(parameters, changes, wanted, fold);
        XeroReply<A> reply = kept == null ? sweep(parameters, wanted, fold) : kept;
        if (reply == null) {
            reply = sweep(parameters, wanted, fold);
        }
        if (reply == null) {
            throw new XeroException.Unavailable(
                    "The list of " + endpoint + " changed while it was read, so that a record could be missing. Ask"
                            + " again in a moment.",
                    endpoint);
        }
        return reply;
    }

    /** Null when fewer records came than Xero counts. */
    private <A> @Nullable XeroReply<A> sweep(Parameters parameters, Predicate<T> wanted, Fold<A, T> fold) {
        A folded = fold.begin().get();
        Set<String> ids = new HashSet<>();
        Digest digest = new Digest();
        Keeping keeping = new Keeping(name(parameters));
        for (int page = 1; page <= calls.paging().mostPages(); page++) {
            Answer answer = calls.get(endpoint, page(parameters, page));
            digest.add(answer);
            int before = ids.size();
            int[] got = {0};
            Fields beside = each(answer, record -> {
                got[0]++;
                if (ids.add(id.apply(record)) && wanted.test(record)) {
                    fold.add().accept(folded, record);
                }
            });
            if (got[0] > 0 && ids.size() == before) {
                throw XeroException.Malformed.unreadable(endpoint, "page " + page + " repeats an earlier one");
            }
            keeping.add(answer);
            Fields pagination = beside.child("pagination");
            if (isLast(pagination, page, got[0])) {
                Integer counted = pagination.whole("itemCount");
                if (counted != null && ids.size() < counted) {
                    return null;
                }
                return new XeroReply<>(folded, keeping.whole(), digest.hex(), endpoint);
            }
        }
        throw XeroException.Malformed.unreadable(
                endpoint, "it goes on after " + calls.paging().mostPages() + " pages");
    }

    private Parameters page(Parameters parameters, int page) {
        return sized(parameters.with("page", page));
    }

    private String name(Parameters parameters) {
        return endpoint + sized(parameters).text();
    }

    private Parameters sized(Parameters parameters) {
        return parameters.with("pageSize", sized ? calls.paging().size() : null);
    }

    private boolean isLast(Fields pagination, int page, int got) {
        Integer pageCount = pagination.whole("pageCount");
        int full = sized ? Math.min(calls.paging().size(), XEROS_PAGE) : XEROS_PAGE;
        return got == 0 || (pageCount == null ? got < full : page >= pageCount);
    }

    /** Gives the records of an answer one by one, and answers what stands beside them. */
    private Fields each(Answer answer, Consumer<T> reader) {
        WireJson.Listed listed = WireJson.each(
                endpoint,
                answer.body(),
                endpoint,
                element -> reader.accept(parser.apply(new Fields(element, endpoint))));
        Fields beside = new Fields(listed.beside(), endpoint);
        if (!listed.hasList()) {
            throw beside.wrong(endpoint, "is missing");
        }
        return beside;
    }

    /** The answers of one reading, kept as they come; the list itself once all are. */
    private final class Keeping {
        private final String name;
        private final List<Instant> sent = new ArrayList<>();
        private boolean all = true;

        Keeping(String name) {
            this.name = name;
        }

        void add(Answer answer) {
            all = all
                    && sent.size() < KeptList.MOST_PAGES
                    && calls.cache().keep(KeptList.part(name, sent.size()), answer);
            sent.add(answer.at());
        }

        /** Answers when the first came. */
        Instant whole() {
            if (all) {
                calls.cache().keep(name, new KeptList(name, sent.size(), sent).text());
            }
            return sent.getFirst();
        }
    }

    /** Null when nothing that is kept may be told. */
    private <A> @Nullable XeroReply<A> kept(
            Parameters parameters, @Nullable Parameters changes, Predicate<T> wanted, Fold<A, T> fold) {
        String name = name(parameters);
        KeptList kept =
                calls.cache().find(name).map(text -> KeptList.read(name, text)).orElse(null);
        if (kept == null || !kept.isYoung(calls.now())) {
            return null;
        }
        if (!ReplyAge.isYoung(kept.upTo(), calls.now(), ReplyAge.of(endpoint))) {
            kept = changes == null || !kept.takesChanges() ? null : brought(kept, changes);
        }
        return kept == null ? null : told(kept, wanted, fold);
    }

    /** With what changed since; null when that is more than a page, or cannot be kept. */
    private @Nullable KeptList brought(KeptList kept, Parameters changes) {
        Answer answer = calls.get(endpoint, page(changes, 1).since(kept.upTo().minus(OVERLAP)));
        if (answer.body().length > 0) {
            int[] got = {0};
            Fields beside = each(answer, _ -> got[0]++);
            if (!isLast(beside.child("pagination"), 1, got[0])) {
                return null;
            }
        }
        KeptList more = kept.with(answer);
        boolean isKept =
                calls.cache().keep(KeptList.part(kept.name(), kept.sent().size()), answer)
                        && calls.cache().keep(kept.name(), more.text());
        return isKept ? more : null;
    }

    /** Null when an answer has gone. */
    private <A> @Nullable XeroReply<A> told(KeptList kept, Predicate<T> wanted, Fold<A, T> fold) {
        Map<String, T> changed = changed(kept);
        if (changed == null) {
            return null;
        }
        A folded = fold.begin().get();
        Set<String> ids = new HashSet<>();
        Digest digest = new Digest();
        for (int number = 0; number < kept.pages(); number++) {
            Answer answer = kept.answer(calls.cache(), number).orElse(null);
            if (answer == null) {
                return null;
            }
            digest.add(answer);
            each(answer, record -> {
                String of = id.apply(record);
                if (ids.add(of) && !changed.containsKey(of) && wanted.test(record)) {
                    fold.add().accept(folded, record);
                }
            });
        }
        changed.values().stream().filter(wanted).forEach(record -> fold.add().accept(folded, record));
        for (int number = kept.pages(); number < kept.sent().size(); number++) {
            Answer answer = kept.answer(calls.cache(), number).orElse(null);
            if (answer == null) {
                return null;
            }
            digest.add(answer);
        }
        return new XeroReply<>(folded, kept.upTo(), digest.hex(), endpoint);
    }

    /** The records that changed, by their ids, as they are now. */
    private @Nullable Map<String, T> changed(KeptList kept) {
        Map<String, T> changed = new LinkedHashMap<>();
        for (int number = kept.pages(); number < kept.sent().size(); number++) {
            Answer answer = kept.answer(calls.cache(), number).orElse(null);
            if (answer == null) {
                return null;
            }
            if (answer.body().length > 0) {
                each(answer, record -> changed.put(id.apply(record), record));
            }
        }
        return changed;
    }
}
