package au.pip.sandbox.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The words for open documents: the earliest due first, and of these only the ones of the days that were asked for. */
final class DueList {
    private static final String ONLY_LARGEST =
            "\n\nThat is of the largest only: Xero's own list has every one of them, and a smaller one may be due as well.";

    private static final Pattern HOW_MANY = Pattern.compile("(?i)\\bhow many\\b|\\bcount\\b|\\bnumber of\\b");

    private static final Pattern LARGEST = Pattern.compile("(?i)\\b(?:biggest|largest|highest)\\b");

    private DueList() {}

    /** @param date the row with the day; null when none is told */
    private record Open(Row due, @Nullable Row date) {
        LocalDate day() {
            return date == null ? LocalDate.MAX : DueBy.day(date);
        }

        String line() {
            return "- " + due.subject() + ": " + due.braced() + " still due"
                    + (date == null ? "" : ", due " + date.braced());
        }
    }

    static String of(Turn part, Reply.Call call, Turn.Result result) {
        List<Open> all = read(result.rows());
        if (OfflineWords.isEmpty(result) || all.isEmpty()) {
            return OfflineWords.list(result);
        }
        Optional<DueBy> days = DocumentsAsked.isNarrower(part, call) || !DocumentsAsked.isByDueDate(part.question())
                ? Optional.empty()
                : DueBy.in(part.question(), part.today());
        String what = OfflineWords.what(result).replace("The largest of: ", "");
        String list = days.isPresent()
                ? ofDays(all, days.get(), what)
                : LARGEST.matcher(part.question()).find()
                        ? what + ", the largest " + (currencies(all) > 1 ? "of each currency " : "") + "first:\n"
                                + lines(bySize(all), _ -> true)
                        : result.line("What") + ", the earliest due first:\n" + lines(all, _ -> true);
        return count(part, result) + list + (result.line("What").startsWith("The largest of: ") ? ONLY_LARGEST : "");
    }

    /** How many they are, where that is asked: the tool counts all of them, the list may hold the largest only. */
    private static String count(Turn part, Turn.Result result) {
        return HOW_MANY.matcher(part.question()).find()
                ? result.rows().stream()
                        .filter(row -> row.subject().startsWith("all ")
                                && !row.measure().startsWith("total "))
                        .findFirst()
                        .map(row -> "%s %s.\n\n".formatted(row.braced(), row.measure()))
                        .orElse("")
                : "";
    }

    private static String ofDays(List<Open> all, DueBy days, String what) {
        List<Open> dated = all.stream().filter(each -> each.date() != null).toList();
        List<Open> due = dated.stream().filter(each -> days.holds(each.day())).toList();
        if (due.isEmpty()) {
            String later = first(
                    dated.stream().filter(each -> each.day().isAfter(days.to())).toList());
            return "Nothing is due " + days.words() + " of these: " + what + "."
                    + (later.isEmpty() ? "" : "\n\nDue after that:\n" + later);
        }
        if (!days.isNextOnly()) {
            return "Due " + days.words() + " (" + what + "):\n" + lines(due, _ -> true);
        }
        String overdue = lines(dated, each -> each.day().isBefore(days.from()));
        return "Due next (" + what + "):\n" + first(due)
                + (overdue.isEmpty() ? "" : "\n\nOverdue already:\n" + overdue);
    }

    /** Those of the first day. */
    private static String first(List<Open> sorted) {
        return lines(sorted, each -> each.day().equals(sorted.getFirst().day()));
    }

    private static String lines(List<Open> documents, Predicate<Open> which) {
        return documents.stream().filter(which).map(open -> "\n" + open.line()).collect(Collectors.joining());
    }

    private static List<Open> bySize(List<Open> documents) {
        return documents.stream()
                .sorted(Comparator.comparing((Open each) -> currency(each))
                        .thenComparing(each -> each.due().amount(), Comparator.reverseOrder()))
                .toList();
    }

    private static long currencies(List<Open> documents) {
        return documents.stream().map(DueList::currency).distinct().count();
    }

    private static String currency(Open document) {
        return document.due().value().replaceAll("[0-9.,\\s-]", "");
    }

    /** The earliest due first. The rows of one document stand together, the amount before the day. */
    private static List<Open> read(List<Row> rows) {
        List<Open> documents = new ArrayList<>();
        for (Row row : rows) {
            if (row.measure().equals("still due")) {
                documents.add(new Open(row, null));
            } else if (row.measure().equals("due date") && !documents.isEmpty()) {
                documents.set(documents.size() - 1, new Open(documents.getLast().due(), row));
            }
        }
        documents.sort(Comparator.comparing(Open::day));
        return documents;
    }
}
