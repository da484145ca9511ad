package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.Row;
import au.pip.assistant.store.spi.Limit;
import au.pip.assistant.store.spi.SearchWords;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Looks through the words of an account's entries from the latest backwards, so many at a time that a page reads four
 * megabytes at most. DynamoDB has no index of words: who searches for something rare reads all pages.
 */
final class EntrySearch {
    private static final int MOST_READINGS = 4;
    private static final int MOST_READ = 2_000;
    /** As many as an expression may well hold; the rest is compared here. */
    private static final int MOST_IN_FILTER = 20;

    private final StoredRows rows;

    EntrySearch(StoredRows rows) {
        this.rows = rows;
    }

    Page<Row> page(AccountId account, String query, @Nullable String cursor, Limit limit) {
        String list = "search of " + account.value() + " for " + query;
        Query all = Query.of(Lists.search(account)).latestFirst();
        String place = cursor == null ? null : TableCursor.place(list, cursor);
        Set<String> words = SearchWords.of(query);
        if (words.isEmpty()) {
            return new Page<>(List.of(), null);
        }
        Query filtered = all.where(filter(words));
        List<Map<String, AttributeValue>> found = new ArrayList<>();
        int readings = 0;
        do {
            Table.Part part = rows.table().part(place == null ? filtered : filtered.before(place), MOST_READ);
            part.items().stream().filter(item -> hasAll(item, words)).forEach(found::add);
            place = part.last();
            readings++;
        } while (place != null && found.size() <= limit.rows() && readings < MOST_READINGS);
        if (found.size() > limit.rows()) {
            found = found.subList(0, limit.rows());
            place = Key.of(found.getLast()).sort();
        }
        return new Page<>(rows.items().pointedTo(found), place == null ? null : TableCursor.at(list, place));
    }

    private static Condition filter(Set<String> words) {
        return Condition.all(words.stream()
                .limit(MOST_IN_FILTER)
                .map(word -> Condition.contains(Derived.WORDS, " " + word))
                .toArray(Condition[]::new));
    }

    private static boolean hasAll(Map<String, AttributeValue> item, Set<String> words) {
        String said = Values.text(item, Derived.WORDS);
        return words.stream().allMatch(word -> said.contains(" " + word));
    }
}
