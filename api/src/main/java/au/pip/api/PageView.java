package au.pip.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param next give it as {@code cursor} for the next page; null on the last */
public record PageView<T>(List<T> items, @Nullable String next) {
    public PageView {
        items = List.copyOf(items);
    }
}
