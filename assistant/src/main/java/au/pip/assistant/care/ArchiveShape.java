package au.pip.assistant.care;

import au.pip.assistant.store.Field;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Which nouns and fields an archive holds. One of an older Pip may hold fewer: its rows are read as if they had been
 * kept without what came later.
 */
final class ArchiveShape {
    private final Map<Noun, List<String>> fields;

    private ArchiveShape(Map<Noun, List<String>> fields) {
        this.fields = fields;
    }

    /** Null when it holds what is not known here, or lacks what a row cannot be without. */
    static @Nullable ArchiveShape of(JsonNode nouns) {
        Map<Noun, List<String>> fields = new EnumMap<>(Noun.class);
        for (Noun noun : Noun.values()) {
            if (nouns.has(noun.word())) {
                List<String> names = nouns.path(noun.word())
                        .valueStream()
                        .map(name -> name.asString(""))
                        .toList();
                if (!fits(noun, names)) {
                    return null;
                }
                fields.put(noun, names);
            }
        }
        return fields.isEmpty() || fields.size() != nouns.size() ? null : new ArchiveShape(fields);
    }

    private static boolean fits(Noun noun, List<String> names) {
        List<String> known = names(noun);
        return known.containsAll(names)
                && names.stream().distinct().count() == names.size()
                && noun.fields().stream().allMatch(field -> field.optional() || names.contains(field.name()));
    }

    boolean holds(Noun noun) {
        return fields.containsKey(noun);
    }

    boolean isOlder() {
        return !Arrays.stream(Noun.values()).allMatch(noun -> names(noun).equals(fields.get(noun)));
    }

    /**
     * The row of today.
     *
     * @param written the values in the order of the archive's fields
     * @throws IllegalArgumentException when they are not those of such a row
     */
    @SuppressWarnings("NullAway") // The class file of a record does not tell that its constructor takes absent values.
    Row row(Noun noun, List<@Nullable Object> written) {
        List<String> names = fields.getOrDefault(noun, List.of());
        if (written.size() != names.size()) {
            throw new IllegalArgumentException(
                    "A row of %s has %d values, not %d.".formatted(noun.word(), names.size(), written.size()));
        }
        List<@Nullable Object> values = new ArrayList<>(noun.fields().size());
        for (Field field : noun.fields()) {
            int place = names.indexOf(field.name());
            values.add(place < 0 ? null : written.get(place));
        }
        return new Row(noun, values);
    }

    private static List<String> names(Noun noun) {
        return noun.fields().stream().map(Field::name).toList();
    }
}
