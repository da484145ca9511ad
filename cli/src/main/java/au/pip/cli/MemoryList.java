package au.pip.cli;

import au.pip.api.MemoryView;
import java.util.List;
import java.util.stream.IntStream;

/** What is kept in mind, for a person or for a program, and the one that a person means. */
record MemoryList(MemoryView view) {
    private static final int SHORTEST_ID = 4;

    void print(boolean json, Surroundings surroundings) {
        if (json) {
            surroundings.out().print(Json.MAPPER.writeValueAsString(view) + "\n");
        } else {
            LineWrap lines = new LineWrap(surroundings.out(), surroundings.width());
            view.items().forEach(each -> print(each, lines));
            surroundings.progress(
                    view.items().isEmpty()
                            ? "Nothing is kept in mind. Add something: ./pip memory add \"…\""
                            : "Style: " + Printable.of(view.style()) + ".");
        }
        surroundings.out().flush();
    }

    private void print(MemoryView.Item each, LineWrap lines) {
        lines.write(shortId(each) + "  " + Printable.of(each.sentence()));
        if (!each.everywhere()) {
            lines.write(each.here() ? " · this organisation only" : " · another organisation only");
        }
        if (!each.kept()) {
            lines.write(" · suggested; keep it with ./pip memory keep " + shortId(each));
        }
        lines.endLine();
    }

    /** The end of an id: ids that were made close together begin alike. */
    private String shortId(MemoryView.Item item) {
        String id = item.id();
        int length = IntStream.rangeClosed(Math.min(SHORTEST_ID, id.length()), id.length())
                .filter(letters -> ending(id.substring(id.length() - letters)).size() == 1)
                .findFirst()
                .orElse(id.length());
        return Printable.of(id.substring(id.length() - length));
    }

    /**
     * The only one whose id is or ends with this.
     *
     * @throws CliException of bad usage when it is none or several
     */
    MemoryView.Item of(String id) {
        List<MemoryView.Item> found = ending(id);
        if (found.size() != 1) {
            throw new CliException(
                    CliException.BAD_USAGE,
                    (found.isEmpty() ? "nothing that is kept in mind has the id '" : "several ids end with '")
                            + Printable.of(id) + "'. ./pip memory lists them.");
        }
        return found.getFirst();
    }

    private List<MemoryView.Item> ending(String letters) {
        return letters.isEmpty()
                ? List.of()
                : view.items().stream()
                        .filter(each -> each.id().endsWith(letters))
                        .toList();
    }
}
