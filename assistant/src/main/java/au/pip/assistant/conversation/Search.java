package au.pip.assistant.conversation;

import au.pip.api.FoundView;
import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.FoundEntry;
import au.pip.assistant.conversation.ConversationException.Invalid;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.Stores;
import au.pip.assistant.store.spi.SearchWords;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks through what was said in all conversations of an account. */
final class Search {
    private static final int LONGEST = 200;

    private final Stores stores;

    Search(Stores stores) {
        this.stores = stores;
    }

    Page<FoundView> find(AccountId account, String query, @Nullable String cursor, int limit) {
        if (query.length() > LONGEST) {
            throw new Invalid("The search has %,d characters; at most %,d fit. Look for fewer words."
                    .formatted(query.length(), LONGEST));
        }
        Set<String> words = SearchWords.of(query);
        if (words.isEmpty()) {
            throw new Invalid("There is no word to look for. Type one, such as \"rent\".");
        }
        Page<FoundEntry> page = stores.entries().search(account, query, cursor, limit);
        Map<String, String> titles = new HashMap<>();
        List<FoundView> found = new ArrayList<>();
        for (FoundEntry each : page.items()) {
            String title = titles.computeIfAbsent(each.conversationId(), id -> title(account, id));
            found.add(view(each, title, words));
        }
        return new Page<>(found, page.next());
    }

    private String title(AccountId account, String conversationId) {
        return stores.conversations()
                .find(account, conversationId)
                .map(Conversation::title)
                .orElse("");
    }

    private static FoundView view(FoundEntry found, String title, Set<String> words) {
        Entry entry = found.entry();
        Excerpt excerpt = Excerpt.of(entry.text(), words);
        return new FoundView(
                found.conversationId(),
                title,
                entry.id(),
                entry.kind().name().toLowerCase(Locale.ROOT),
                excerpt.before(),
                excerpt.hit(),
                excerpt.after(),
                entry.at());
    }
}
