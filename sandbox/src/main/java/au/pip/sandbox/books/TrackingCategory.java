package au.pip.sandbox.books;

import java.util.List;
import java.util.UUID;

/** A way in which lines are told apart. */
public record TrackingCategory(UUID id, String name, List<Option> options) {
    public record Option(UUID id, String name, boolean archived) {}

    public TrackingCategory {
        options = List.copyOf(options);
    }
}
