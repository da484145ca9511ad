package au.pip.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page that all benchmarks share: each has a part between two marks, and leaves the others' as they are. */
public final class BenchmarksPage {
    private static final String BEGINNING = """
            # Benchmarks

            Each part is written by the command that it names; do not edit.
            """;

    private BenchmarksPage() {}

    /** @param text Markdown with headings from the first level on; they go one level down */
    public static void write(Path file, String part, String text) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        String page = Files.exists(file) ? Files.readString(file) : BEGINNING;
        Files.writeString(file, with(page, part, text));
    }

    static String with(String page, String part, String text) {
        String begin = "<!-- %s -->\n".formatted(part);
        String end = "<!-- /%s -->\n".formatted(part);
        String lowered = begin + "\n" + text.replaceAll("(?m)^#", "##").strip() + "\n\n" + end;
        int from = page.indexOf(begin);
        int until = page.indexOf(end);
        return from < 0 || until < from
                ? page.stripTrailing() + "\n\n" + lowered
                : page.substring(0, from) + lowered + page.substring(until + end.length());
    }
}
