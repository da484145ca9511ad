package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The choices of a tool's {@code kind} argument and the scope that each needs: a choice that the connection does not
 * permit is not offered.
 *
 * @param scopes kind to scope, without {@code .read}
 */
record Kinds(Map<String, String> scopes) {
    /** @param kindsAndScopes one after the other */
    static Kinds of(String... kindsAndScopes) {
        Map<String, String> scopes = new LinkedHashMap<>();
        for (int i = 0; i < kindsAndScopes.length; i += 2) {
            scopes.put(kindsAndScopes[i], kindsAndScopes[i + 1]);
        }
        return new Kinds(scopes);
    }

    List<String> permitted(Books books) {
        return scopes.entrySet().stream()
                .filter(each -> books.permits(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Such as {@code overpayments (needs accounting.payments.read)}. */
    List<String> withheld(Books books) {
        return scopes.entrySet().stream()
                .filter(each -> !books.permits(each.getValue()))
                .map(each -> each.getKey() + " (needs " + books.steps().scope(each.getValue()) + ")")
                .toList();
    }
}
