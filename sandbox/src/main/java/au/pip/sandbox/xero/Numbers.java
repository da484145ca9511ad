package au.pip.sandbox.xero;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The numbers of a collection's documents: the next one for what Xero numbers, no second time for what it does not. */
final class Numbers {
    private final List<Map<String, Object>> records;

    Numbers(List<Map<String, Object>> records) {
        this.records = records;
    }

    /**
     * A new document's number: what it names, or the next.
     *
     * @param prefix of those that Xero gives; "" where the supplier does, whose numbers may be alike
     */
    String of(Element element, String field, String prefix) {
        String named = element.text(field);
        if (prefix.isEmpty()) {
            return named;
        }
        if (!named.isEmpty()) {
            if (records.stream().anyMatch(each -> named.equals(each.get(field)))) {
                element.wrong(field + " must be unique");
            }
            return named;
        }
        int highest = records.stream()
                .map(each -> String.valueOf(each.get(field)))
                .filter(number -> number.matches(prefix + "\\d{1,8}"))
                .mapToInt(number -> Integer.parseInt(number.substring(prefix.length())))
                .max()
                .orElse(0);
        return String.format(Locale.ROOT, "%s%04d", prefix, highest + 1);
    }
}
