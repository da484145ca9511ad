package au.pip.assistant.tools;

import java.time.LocalDate;
import java.util.List;

/**
 * What we say of one thing that people do in Xero: general, in our own words, without figures.
 *
 * @param words by which it is found, in lower case
 * @param written the day on which it was written; Xero may have changed since
 * @param text sentences for a person
 */
record HowToNote(String name, String title, List<String> words, LocalDate written, String text) {

    /** Of a file: lines {@code title:}, {@code words:} and {@code written:}, an empty line, and the sentences. */
    static HowToNote parse(String name, String file) {
        String[] parts = file.split("\\R\\R", 2);
        return new HowToNote(
                name,
                field(parts[0], "title"),
                List.of(field(parts[0], "words").split(" ")),
                LocalDate.parse(field(parts[0], "written")),
                parts[1].strip().replaceAll("\\R", " "));
    }

    private static String field(String head, String name) {
        return head.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2).strip())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a how-to note has no " + name));
    }
}
