package au.pip.assistant.store;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Lists that come in pages, read to their ends. */
public final class Pages {
    private Pages() {}

    /** @param list gives the page of a cursor; of null the first */
    public static <T> List<T> all(Function<String, Page<T>> list) {
        List<T> all = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String cursor = null;
        do {
            Page<T> page = list.apply(cursor);
            all.addAll(page.items());
            cursor = page.next();
            if (cursor != null && !cursors.add(cursor)) {
                throw new AssertionError("The list gave one cursor twice, so it has no end: " + cursor);
            }
        } while (cursor != null);
        return all;
    }
}
