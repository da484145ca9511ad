package au.pip.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** What a fact states: money, a count, a percentage, a ratio or a day. */
public sealed interface Value {
    record Amount(Money money) implements Value {}

    record Count(long count) implements Value {}

    /** @param percent 12.5 means 12.5 %, to at most one decimal place */
    record Percent(BigDecimal percent) implements Value {}

    /** @param times how many times one thing holds another, to two decimal places */
    record Ratio(BigDecimal times) implements Value {}

    record Day(LocalDate date) implements Value {}

    /** As an answer shows it: {@code $1,234.50}, {@code 7}, {@code 12.5%}, {@code 1.25}, {@code 23 Nov 2026}. */
    default String display() {
        return switch (this) {
            case Amount(Money money) -> money.display();
            case Count(long count) -> String.format(Locale.ROOT, "%,d", count);
            case Percent(BigDecimal percent) -> percent.toPlainString() + "%";
            case Ratio(BigDecimal times) -> times.toPlainString();
            case Day(LocalDate date) ->
                DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).format(date);
        };
    }

    /** As a program reads it: a plain decimal without symbols, or an ISO date. */
    default String plain() {
        return switch (this) {
            case Amount(Money money) -> money.toDecimal().toPlainString();
            case Count(long count) -> Long.toString(count);
            case Percent(BigDecimal percent) -> percent.toPlainString();
            case Ratio(BigDecimal times) -> times.toPlainString();
            case Day(LocalDate date) -> date.toString();
        };
    }
}
