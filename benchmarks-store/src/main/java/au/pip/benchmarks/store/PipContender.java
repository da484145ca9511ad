package au.pip.benchmarks.store;

import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.store.Page;
import au.pip.assistant.store.RunStore;
import au.pip.assistant.store.Stores;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Our stores, through their ports. */
final class PipContender implements StoreContender {
    private static final AccountId ACCOUNT = AccountId.LOCAL;

    /** The beginning of a conversation, which has no cursor. */
    private static final String FIRST = "";

    private final Stores stores;

    PipContender(Stores stores) {
        this.stores = stores;
    }

    @Override
    public void create(String conversationId) {
        stores.conversations()
                .create(ACCOUNT, new Conversation(conversationId, "Books of July", Instant.EPOCH, Instant.EPOCH));
    }

    @Override
    public void keep(Turn turn) {
        RunStore.Begin begin = stores.runs().begin(ACCOUNT, turn.run(), turn.question());
        if (!(begin instanceof RunStore.Begin.Begun)) {
            throw new IllegalStateException("not begun: " + begin);
        }
        if (!stores.runs().finish(ACCOUNT, turn.run().id(), Run.State.COMPLETED, turn.answer(), List.of())) {
            throw new IllegalStateException("not finished");
        }
    }

    @Override
    public List<Object> places(String conversationId) {
        List<Object> places = new ArrayList<>(List.of(FIRST));
        String next = page(conversationId, FIRST).next();
        while (next != null) {
            Page<Entry> page = page(conversationId, next);
            if (page.items().size() == PAGE) {
                places.add(next);
            }
            next = page.next();
        }
        return places;
    }

    @Override
    public int read(String conversationId, Object place) {
        return page(conversationId, (String) place).items().size();
    }

    private Page<Entry> page(String conversationId, String cursor) {
        return stores.entries().page(ACCOUNT, conversationId, cursor.equals(FIRST) ? null : cursor, PAGE);
    }

    @Override
    public void close() {
        stores.close();
    }
}
