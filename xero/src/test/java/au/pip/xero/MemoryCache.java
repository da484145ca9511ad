package au.pip.xero;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps replies in memory, as a store does: to the millisecond. */
final class MemoryCache implements ReplyCache {
    final Map<String, Answer> kept = new ConcurrentHashMap<>();
    int mostBytes = Integer.MAX_VALUE;

    @Override
    public Optional<Answer> find(String name) {
        return Optional.ofNullable(kept.get(name));
    }

    @Override
    public boolean keep(String name, Answer answer) {
        if (answer.body().length > mostBytes) {
            return false;
        }
        kept.put(
                name,
                new Answer(
                        answer.body(),
                        java.time.Instant.ofEpochMilli(answer.at().toEpochMilli())));
        return true;
    }

    @Override
    public void forget() {
        kept.clear();
    }
}
