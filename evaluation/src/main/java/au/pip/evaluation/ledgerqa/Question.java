package au.pip.evaluation.ledgerqa;

import au.pip.sandbox.books.BooksSpec;
import java.util.List;
import java.util.Map;

/**
 * One question, with what is asked before it and a right answer.
 *
 * @param id the same on every machine
 * @param before earlier questions of the conversation
 * @param values what {@code {name}} stands for in the plan
 * @param gold empty when a right answer holds no figure
 */
record Question(
        String id,
        Template template,
        BooksSpec books,
        Map<String, String> values,
        List<String> before,
        String text,
        List<Gold> gold) {

    String family() {
        return template.family();
    }

    static String fill(String text, Map<String, String> values) {
        String filled = text;
        for (Map.Entry<String, String> value : values.entrySet()) {
            filled = filled.replace("{" + value.getKey() + "}", value.getValue());
        }
        return filled;
    }
}
