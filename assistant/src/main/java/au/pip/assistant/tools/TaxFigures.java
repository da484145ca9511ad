package au.pip.assistant.tools;

import au.pip.assistant.books.Books;
import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import au.pip.ledger.Money;
import au.pip.ledger.Period;
import au.pip.ledger.Value;
import au.pip.ledger.tax.DueDates;
import au.pip.ledger.tax.FinancialYear;
import au.pip.ledger.tax.TaxData;
import au.pip.ledger.tax.TaxFigure;
import au.pip.ledger.tax.TaxItem;
import au.pip.ledger.tax.TaxValue;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks figures of tax up by words and a day. */
final class TaxFigures {
    private static final int MOST_ITEMS = 6;
    private static final int STEM = 5;
    private static final Pattern WORD_END = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> EMPTY =
            Set.of("the", "for", "and", "what", "whats", "this", "year", "how", "much", "are", "that", "tax");

    /** By the beginnings of both. */
    private static final Map<String, String> SYNONYMS = Map.of("thres", "turno", "brack", "rate");

    private final TaxData data = TaxData.standard();
    private final Map<LocalDate, TaxFigure> checked = new TreeMap<>();
    private final LocalDate day;
    private final Workings workings;
    private final Table table;

    private TaxFigures(FactBook facts, Table table, LocalDate day) {
        this.day = day;
        this.table = table;
        this.workings = new Workings(facts, Period.day(day), null);
    }

    static BooksTool over(Books books, FactBook facts) {
        return TaxTool.of(
                new Schema()
                        .text("about", "such as: super rate; instant asset write-off; company tax rate")
                        .text("day", "YYYY-MM-DD, default today")
                        .require("about")
                        .tool("tax_figure", "Australian tax rates and limits, and whether they are law yet."),
                "Looking up a tax figure",
                books,
                arguments -> {
                    LocalDate day = Objects.requireNonNullElse(arguments.date("day"), books.today());
                    String year = FinancialYear.of(day).label();
                    Table table = new Table(
                            "Tax figures for " + year, books.organisation().name());
                    return new TaxFigures(facts, table, day).look(arguments.required("about"));
                });
    }

    private Table look(String about) {
        List<TaxItem> items = matching(about);
        if (items.isEmpty()) {
            throw new BadArgument(
                    "I don't know that: Pip's tax data tells nothing under those words. It tells of GST, "
                            + "activity statements, PAYG instalments, super, income tax, company tax, small business and write-offs.");
        }
        for (TaxItem item : items) {
            data.find(item, day).ifPresentOrElse(this::tell, () -> unknown(item));
        }
        checked.forEach((at, figure) -> table.add(workings.known("figures last checked", figure, new Value.Day(at))));
        return table;
    }

    private void unknown(TaxItem item) {
        table.note("I don't know the %s for %s: Pip's tax data has none, so check it with the ATO."
                .formatted(item.words(), FinancialYear.of(day).label()));
    }

    private void tell(TaxFigure figure) {
        checked.putIfAbsent(figure.checked(), figure);
        switch (figure.value()) {
            case TaxValue.Single _ -> table.add(workings.known(figure));
            case TaxValue.Brackets(List<TaxValue.Bracket> brackets) -> {
                for (TaxValue.Bracket bracket : brackets) {
                    table.add(workings.known(
                            "resident income tax above " + dollars(bracket.over()),
                            figure,
                            new Value.Percent(bracket.percent())));
                }
            }
            case TaxValue.QuarterDays _ ->
                day(
                        figure,
                        new DueDates(data).nextOfQuarters(figure.item(), day).day());
            case TaxValue.YearDay _ ->
                day(figure, new DueDates(data).nextOfYears(figure.item(), day).day());
            case TaxValue.Days(List<LocalDate> days) ->
                days.stream().filter(each -> !each.isBefore(day)).findFirst().ifPresent(each -> day(figure, each));
        }
        if (!figure.isLaw()) {
            table.note("The %s is %s only, and was not law when it was checked."
                    .formatted(figure.item().words(), figure.status().words()));
        }
        table.rule(figure.note());
    }

    private Fact day(TaxFigure figure, LocalDate next) {
        return table.add(workings.known("next, " + figure.item().words(), figure, new Value.Day(next)));
    }

    private static String dollars(Money money) {
        return money.display().replace(".00", "");
    }

    /** Those that share most words with the question, at most so many. */
    private List<TaxItem> matching(String about) {
        List<String> words = words(about).toList();
        long most = Arrays.stream(TaxItem.values())
                .mapToLong(item -> shared(item, words))
                .max()
                .orElse(0);
        return most == 0
                ? List.of()
                : Arrays.stream(TaxItem.values())
                        .filter(item -> shared(item, words) == most)
                        .limit(MOST_ITEMS)
                        .toList();
    }

    private static long shared(TaxItem item, List<String> words) {
        List<String> own = words(item.words()).toList();
        return words.stream().filter(own::contains).count();
    }

    /** Without the end, so that "rates" is "rate". */
    private static Stream<String> words(String text) {
        String plain = text.toLowerCase(Locale.ROOT).replace("’", "").replace("'", "");
        return WORD_END.splitAsStream(plain.replaceAll("write[ -]?off", "writeoff"))
                .filter(word -> word.length() > 2 && !EMPTY.contains(word))
                .map(word -> word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .map(word -> word.substring(0, Math.min(word.length(), STEM)))
                .map(stem -> SYNONYMS.getOrDefault(stem, stem))
                .distinct();
    }
}
