package au.pip.assistant.tools;

import au.pip.assistant.books.FactTable;
import au.pip.ledger.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a calculation picks of the facts that it is given, read from its {@code with}. */
record Picked(Predicate<Fact> condition) {
    private static final int MOST = 50;
    private static final Pattern BOUND = Pattern.compile(
            "(?i)(above|over|more than|>|below|under|less than|<)\\s*\\$?\\s*(-?\\d[\\d,]*(?:\\.\\d+)?)\\s*%?");
    private static final List<String> ABOVE = List.of("above", "over", "more than", ">");

    /** By what facts are put together. */
    enum By {
        SUBJECT,
        PERIOD;

        List<List<Fact>> groups(List<Fact> facts) {
            Map<Object, List<Fact>> groups = new LinkedHashMap<>();
            facts.stream()
                    .distinct()
                    .forEach(fact -> groups.computeIfAbsent(
                                    this == SUBJECT ? fact.subject() : fact.period(), _ -> new ArrayList<>())
                            .add(fact));
            return List.copyOf(groups.values());
        }
    }

    /** {@code above 500}, {@code below 500}, or part of a subject's name. */
    static Picked condition(String with) {
        Matcher bound = BOUND.matcher(with.strip());
        if (bound.matches()) {
            BigDecimal limit = new BigDecimal(bound.group(2).replace(",", ""));
            boolean above = ABOVE.contains(bound.group(1).toLowerCase(Locale.ROOT));
            return new Picked(fact -> above
                    ? Figures.number(fact).compareTo(limit) > 0
                    : Figures.number(fact).compareTo(limit) < 0);
        }
        String part = FactTable.cell(with).toLowerCase(Locale.ROOT);
        return new Picked(fact -> fact.subject().toLowerCase(Locale.ROOT).contains(part));
    }

    static int howMany(String with) {
        if (!with.strip().matches("\\d{1,2}") || Integer.parseInt(with.strip()) == 0) {
            throw new BadArgument("For top, 'with' is how many, from 1 to " + MOST + ".");
        }
        return Math.min(MOST, Integer.parseInt(with.strip()));
    }

    static By by(String with) {
        return switch (with.strip().toLowerCase(Locale.ROOT)) {
            case "subject" -> By.SUBJECT;
            case "period" -> By.PERIOD;
            default -> throw new BadArgument("For group, 'with' is subject or period.");
        };
    }

    boolean fits(Fact fact) {
        return condition.test(fact);
    }
}
