package au.pip.cli;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which pretend books. Taken as text, so that a bad value is told in our words. */
final class BooksOptions {
    static final List<String> COMPANIES = List.of("sole-trader", "pty-ltd", "cafe", "exporter", "builder");

    @Option(names = "--seed", paramLabel = "N", description = "which pretend books: any whole number (1)")
    @Nullable
    String seed;

    @Option(
            names = "--company",
            paramLabel = "KIND",
            description = "sole-trader (the usual), pty-ltd, cafe, exporter or builder")
    @Nullable
    String company;

    @Option(names = "--today", paramLabel = "DATE", description = "the day the books are as of, YYYY-MM-DD (today)")
    @Nullable
    String today;

    boolean given() {
        return seed != null || company != null || today != null;
    }

    /** @throws CliException of bad usage */
    BooksChoice choice() {
        return new BooksChoice(wholeNumber(seed), knownCompany(company), day(today));
    }

    private static long wholeNumber(@Nullable String text) {
        try {
            return text == null ? 1 : Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw badUsage("--seed takes a whole number, such as 7; '" + text + "' is none.");
        }
    }

    private static String knownCompany(@Nullable String text) {
        if (text == null) {
            return COMPANIES.getFirst();
        }
        if (!COMPANIES.contains(text)) {
            String all = String.join(", ", COMPANIES.subList(0, COMPANIES.size() - 1)) + " or " + COMPANIES.getLast();
            throw badUsage("--company takes " + all + "; there is no '" + text + "'.");
        }
        return text;
    }

    private static @Nullable LocalDate day(@Nullable String text) {
        if (text == null) {
            return null;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(text.strip());
        } catch (DateTimeException e) {
            throw badUsage("--today takes a date as YYYY-MM-DD, such as 2026-11-23; '" + text + "' is none.");
        }
        if (day.getYear() < 2000 || day.getYear() > 2099) {
            throw badUsage("--today takes a date from 2000-01-01 to 2099-12-31; '" + text + "' is outside.");
        }
        return day;
    }

    private static CliException badUsage(String message) {
        return new CliException(CliException.BAD_USAGE, Printable.of(message));
    }
}
