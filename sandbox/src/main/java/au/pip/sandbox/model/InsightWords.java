package au.pip.sandbox.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words for what {@link InsightAsked} looks up. */
final class InsightWords {
    private static final Pattern VERDICT = Pattern.compile("Verdict: ([^.]*)\\.");

    private InsightWords() {}

    static Optional<String> answer(Reply.Call call, Turn.Result result) {
        List<Row> rows = result.rows();
        return switch (call.tool()) {
            case "safe_to_spend" -> Optional.of(safe(result, rows));
            case "cash_forecast" -> Optional.of(ahead(result, rows));
            case "biggest_customers" -> ranked(result, rows, "Your biggest customer", "You invoiced");
            case "biggest_costs" -> ranked(result, rows, "Your biggest cost", "All of them come to");
            case "odd_bills" -> Optional.of(twice(result, rows));
            case "late_payers" -> Optional.of(late(rows));
            case "due_soon" -> Optional.of(due(rows));
            case "compare_profit" -> Optional.of(compared(rows));
            case "own_plan" -> Optional.of(plan(result, rows));
            case "how_to" -> Optional.of(note(result));
            default -> Optional.empty();
        };
    }

    private static String safe(Turn.Result result, List<Row> rows) {
        Row safe = OfflineWords.find(rows, "safe to spend");
        Matcher verdict = VERDICT.matcher(result.line("Note"));
        StringBuilder text = new StringBuilder();
        if (verdict.find()) {
            String word = verdict.group(1);
            text.append(Character.toUpperCase(word.charAt(0)))
                    .append(word.substring(1))
                    .append(": as of ")
                    .append(safe.period())
                    .append(" ")
                    .append(safe.braced())
                    .append(" AUD is safe to spend, and ")
                    .append(OfflineWords.find(rows, "safe to spend after it").braced())
                    .append(" is left of that afterwards.");
        } else if (safe.isNegative() || safe.isZero()) {
            text.append("Nothing is safe to spend as of %s: what is spoken for and the buffer leave %s AUD."
                    .formatted(safe.period(), safe.braced()));
        } else {
            text.append("As of %s, %s AUD is safe to spend.".formatted(safe.period(), safe.braced()));
        }
        text.append("\n\nHow it is worked out:\n");
        rows.stream().filter(row -> !row.id().equals(safe.id())).forEach(row -> text.append(step(row, safe.period())));
        return text + "\n\n"
                + VERDICT.matcher(result.line("Note")).replaceAll("").strip();
    }

    private static String ahead(Turn.Result result, List<Row> rows) {
        Row expected = OfflineWords.find(rows, "expected in the bank");
        StringBuilder text =
                new StringBuilder("Now you have %s AUD in the bank by the books; %s is expected to be there on %s."
                        .formatted(rows.getFirst().braced(), expected.braced(), end(expected.period())));
        rows.stream()
                .filter(row -> row.plainMeasure().startsWith("expected once"))
                .forEach(row -> text.append("\n\nOnce the GST, PAYG and super that the books hold are paid, it is ")
                        .append(row.braced())
                        .append("."));
        text.append("\n\nHow it is worked out:\n");
        rows.forEach(row -> text.append(step(row, expected.period())));
        return text + "\n\n" + result.line("Note");
    }

    /** A step of the working, with its days where they are others than the answer's. */
    private static String step(Row row, String period) {
        String days = row.period().equals(period) ? "" : ", " + row.period();
        return "\n- %s%s: %s".formatted(row.measure(), days, row.braced());
    }

    /** The last day of a span; a month that is named whole stays. */
    private static String end(String period) {
        int last = period.indexOf("– ");
        return last < 0 ? "the last day of " + period : period.substring(last + 2);
    }

    /** The largest first, each row followed by its share. */
    private static Optional<String> ranked(Turn.Result result, List<Row> rows, String lead, String all) {
        if (rows.size() < 2) {
            return Optional.empty();
        }
        Map<String, String> shares = new LinkedHashMap<>();
        rows.stream()
                .filter(row -> row.measure().startsWith("share of "))
                .forEach(row -> shares.put(row.subject(), " (" + row.braced() + ")"));
        Row total = rows.getFirst();
        Row first = rows.get(1);
        String gst = total.measure().contains("without GST")
                ? " without GST"
                : total.measure().contains("with GST") ? " with GST" : "";
        StringBuilder text = new StringBuilder(lead)
                .append(" is ")
                .append(first.subject())
                .append(": ")
                .append(first.braced())
                .append(" AUD")
                .append(gst)
                .append(total.basis().isEmpty() ? "" : ", on " + total.basis())
                .append(shares.getOrDefault(first.subject(), ""))
                .append(".\n");
        rows.stream()
                .skip(1)
                .filter(row -> row.measure().equals(total.measure()))
                .forEach(row -> text.append("\n- ")
                        .append(row.subject())
                        .append(": ")
                        .append(row.braced())
                        .append(shares.getOrDefault(row.subject(), "")));
        return Optional.of(text + "\n\n" + all + " " + total.braced() + " AUD" + gst + " in all, " + total.period()
                + ".\n\n" + result.line("Note"));
    }

    private static String twice(Turn.Result result, List<Row> rows) {
        Row count = OfflineWords.find(rows, "bills that may be entered twice");
        StringBuilder text = new StringBuilder(
                count.isZero()
                        ? "No bill looks entered twice (" + count.braced() + ")."
                        : "Bills that may be entered twice: " + count.braced() + ".\n");
        Row far = OfflineWords.find(rows, "bills far above the usual");
        StringBuilder above = new StringBuilder();
        for (int at = 0; at + 1 < rows.size(); at++) {
            Row row = rows.get(at);
            if (row.measure().startsWith("billed")) {
                (row.measure().contains("above") ? above : text)
                        .append("\n- ")
                        .append(row.subject())
                        .append(", ")
                        .append(row.measure())
                        .append(": ")
                        .append(row.braced())
                        .append(" on ")
                        .append(rows.get(at + 1).braced());
            }
        }
        return text + "\n\nFar above what the supplier usually bills: " + far.braced() + "."
                + (above.isEmpty() ? "" : "\n" + above) + "\n\n" + result.line("Note");
    }

    private static String late(List<Row> rows) {
        Map<String, String> habits = new LinkedHashMap<>();
        Map<String, String> now = new LinkedHashMap<>();
        for (int at = 0; at + 1 < rows.size(); at++) {
            Row row = rows.get(at);
            Row next = rows.get(at + 1);
            boolean named = !row.subject().startsWith("all ");
            if (row.measure().equals("average days late") && named) {
                habits.put(
                        row.subject(),
                        row.braced() + " days late on average, over " + next.braced() + " paid invoices");
            } else if (row.measure().equals("overdue")) {
                now.put(row.subject(), row.braced() + " overdue, the oldest by " + next.braced() + " days");
            }
        }
        String usual = habits.isEmpty()
                ? "Nobody paid late on average in the last twelve months."
                : "Who pays late, by the invoices paid in the last twelve months:\n" + lines(habits);
        return usual + (now.isEmpty() ? "\n\nNobody is late now." : "\n\nLate now:\n" + lines(now));
    }

    private static String due(List<Row> rows) {
        StringJoiner text = new StringJoiner("\n\n");
        for (String what : List.of("to pay", "to be paid")) {
            Row soon = OfflineWords.find(rows, what + ", due soon");
            Row overdue = OfflineWords.find(rows, what + ", overdue already");
            StringBuilder part = new StringBuilder("%s%s, %s: %s AUD. Overdue already: %s."
                    .formatted(
                            Character.toUpperCase(what.charAt(0)),
                            what.substring(1),
                            soon.period(),
                            soon.braced(),
                            overdue.braced()));
            for (int at = 0; at + 1 < rows.size(); at++) {
                if (rows.get(at).measure().equals(what)) {
                    part.append("\n- ")
                            .append(rows.get(at).subject())
                            .append(": ")
                            .append(rows.get(at).braced())
                            .append(", due ")
                            .append(rows.get(at + 1).braced());
                }
            }
            text.add(part);
        }
        return text.toString();
    }

    /** Each figure in a sentence of its own, which names its own period only. */
    private static String compared(List<Row> rows) {
        List<Row> profits = rows.stream()
                .filter(row -> row.plainMeasure().equals("net profit"))
                .toList();
        Row now = profits.getFirst();
        StringBuilder text = new StringBuilder(now.isNegative() ? "You made a loss: your" : "Your")
                .append(" net profit for %s is %s AUD, on %s.".formatted(now.period(), now.braced(), now.basis()));
        rows.stream()
                .filter(row -> row.plainMeasure().matches("(?:more|less) net profit than .*"))
                .forEach(row -> text.append("\n- ")
                        .append(row.plainMeasure())
                        .append(": ")
                        .append(row.braced()));
        rows.stream()
                .filter(row -> row.plainMeasure().startsWith("change in net profit"))
                .forEach(row -> text.append("\n- ")
                        .append(row.plainMeasure().replace(", than", " on"))
                        .append(": ")
                        .append(row.braced()));
        profits.stream()
                .skip(1)
                .forEach(row -> text.append("\n- for ")
                        .append(row.period())
                        .append(" it was ")
                        .append(row.braced()));
        return text + "\n\nA running period is compared with as many days.";
    }

    private static String plan(Turn.Result result, List<Row> rows) {
        Row real = rows.getFirst();
        StringBuilder text = new StringBuilder("Your %s for %s came to %s AUD, on %s."
                .formatted(real.plainMeasure(), real.period(), real.braced(), real.basis()));
        rows.stream()
                .skip(1)
                .forEach(row -> text.append("\n- ")
                        .append(row.plainMeasure())
                        .append(": ")
                        .append(row.braced()));
        String note = result.line("Note");
        return text + (note.isEmpty() ? "" : "\n\n" + note);
    }

    private static String note(Turn.Result result) {
        String words = result.line("Note");
        return words.isEmpty()
                ? result.content()
                : words
                        + result.rows().stream()
                                .filter(row -> row.measure().equals("note written"))
                                .findFirst()
                                .map(row -> "\n\n" + result.line("What") + ", written " + row.braced() + ".")
                                .orElse("");
    }

    private static String lines(Map<String, String> byName) {
        StringBuilder text = new StringBuilder();
        byName.forEach(
                (name, words) -> text.append("\n- ").append(name).append(": ").append(words));
        return text.toString();
    }
}
