package au.pip.evaluation.grounding;

import au.pip.ledger.Basis;
import au.pip.ledger.Period;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A way to make one claim of an answer wrong. */
enum Change {
    /** One digit is another. */
    DIGIT,
    /** Two digits change places. */
    TRANSPOSED,
    SIGN,
    /** Ten, a hundred or a thousand times too much or too little. */
    SCALE,
    CURRENCY,
    /** Rounded as if it were exact, or off by more than the words allow. */
    ROUNDING,
    /** Another month, quarter, year or day. */
    PERIOD,
    /** Another customer, supplier, account or document of the books. */
    WHOM,
    /** Somebody the books say nothing of. */
    STRANGER,
    /** One customer's amount as everyone's, or everyone's as one customer's. */
    EVERYONE,
    /** Another measure of the same unit. */
    MEASURE,
    /** Another measure of the same tool, or another label of the same form. */
    FAMILY,
    OVERDUE_OR_OWED,
    OWED_BY_OR_TO,
    WITH_OR_WITHOUT_GST,
    BASIS,
    /** The value of another fact. */
    OTHER_VALUE,
    DAY;

    /** The claim made wrong; null where this way does not fit it. */
    @Nullable
    Said of(Said said, MadeBook book, Random random) {
        boolean typed = said.form() != Form.PLACEHOLDER;
        boolean money = said.kind().unit == Kind.Unit.MONEY;
        boolean number = said.kind().unit != Kind.Unit.DAY;
        return switch (this) {
            case DIGIT -> typed && number ? said.number(digit(said, random)) : null;
            case TRANSPOSED -> typed && number ? transposed(said) : null;
            case SIGN ->
                money && said.form() != Form.WORDS ? said.number(said.number().negate()) : null;
            case SCALE ->
                typed
                        ? number ? scaled(said, random) : null
                        : money ? said.number(said.number().movePointRight(3)) : null;
            case CURRENCY -> money ? currency(said, random) : null;
            case ROUNDING -> typed && money ? rounded(said, random) : null;
            case PERIOD -> period(said, book, random);
            case WHOM -> whom(said, book, random);
            case STRANGER ->
                said.kind().of == Kind.Of.CUSTOMER && said.whom() != null ? said.whom(book.stranger()) : null;
            case EVERYONE -> everyone(said, book, random);
            case MEASURE -> measure(said, random);
            case FAMILY -> family(said, random);
            case OVERDUE_OR_OWED -> swap(said, Kind.OWED_IN, Kind.LATE_IN);
            case OWED_BY_OR_TO -> said.whom() == null ? swap(said, Kind.OWED_IN, Kind.OWED_OUT) : null;
            case WITH_OR_WITHOUT_GST -> swap(said, Kind.WITH_GST, Kind.WITHOUT_GST);
            case BASIS ->
                said.basis() == null ? null : said.basis(said.basis() == Basis.CASH ? Basis.ACCRUALS : Basis.CASH);
            case OTHER_VALUE -> other(said, book, random);
            case DAY ->
                number || !typed
                        ? null
                        : said.number(said.number()
                                .add(BigDecimal.valueOf(
                                        List.of(1, -1, 7, 30, 31, 365).get(random.nextInt(6)))));
        };
    }

    private static BigDecimal digit(Said said, Random random) {
        String plain = said.number().abs().toPlainString();
        int at;
        do {
            at = random.nextInt(plain.length());
        } while (plain.charAt(at) == '.');
        char digit = (char) ('0' + (plain.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
        BigDecimal changed = new BigDecimal(plain.substring(0, at) + digit + plain.substring(at + 1));
        return said.number().signum() < 0 ? changed.negate() : changed;
    }

    private static @Nullable Said transposed(Said said) {
        char[] plain = said.number().toPlainString().toCharArray();
        for (int i = 1; i < plain.length; i++) {
            if (Character.isDigit(plain[i]) && Character.isDigit(plain[i - 1]) && plain[i] != plain[i - 1]) {
                char first = plain[i - 1];
                plain[i - 1] = plain[i];
                plain[i] = first;
                return said.number(new BigDecimal(plain));
            }
        }
        return null;
    }

    private static Said scaled(Said said, Random random) {
        int places = List.of(1, 2, 3, -1, -2, -3).get(random.nextInt(6));
        BigDecimal moved = said.number().movePointRight(places);
        boolean whole = said.kind().unit == Kind.Unit.COUNT;
        return said.number(moved.setScale(whole ? 0 : said.number().scale(), RoundingMode.HALF_UP));
    }

    private static Said currency(Said said, Random random) {
        List<String> others = List.of("USD", "NZD", "EUR", "GBP", "AUD").stream()
                .filter(code -> !code.equals(said.currency()))
                .toList();
        return said.currency(others.get(random.nextInt(others.size())));
    }

    private static @Nullable Said rounded(Said said, Random random) {
        BigDecimal unit = said.unit();
        if (unit != null) {
            return said.number(said.number().add(unit.multiply(BigDecimal.valueOf(1 + random.nextInt(3)))));
        }
        return said.form() == Form.WORDS
                ? null
                : said.number(said.number()
                        .setScale(-random.nextInt(3), RoundingMode.HALF_UP)
                        .setScale(2));
    }

    private static @Nullable Said period(Said said, MadeBook book, Random random) {
        Period when = said.when();
        if (when == null || said.kind().of == Kind.Of.DOCUMENT || said.kind().of == Kind.Of.LENGTH) {
            return null;
        }
        if (said.kind().of == Kind.Of.LAW) {
            int year = 2019 + random.nextInt(11);
            return said.when(new Period(java.time.LocalDate.of(year, 7, 1), java.time.LocalDate.of(year + 1, 6, 30)));
        }
        if (when.isDay()) {
            return said.when(
                    Period.day(when.to().minusDays(List.of(1, 7, 30, 365).get(random.nextInt(4)))));
        }
        if (random.nextBoolean()) {
            List<Item> others =
                    book.all(item -> item.kind() == said.kind() && !item.when().equals(when));
            return others.isEmpty()
                    ? null
                    : said.when(others.get(random.nextInt(others.size())).when());
        }
        YearMonth month = YearMonth.from(when.from());
        return when.equals(Period.month(month))
                ? said.when(Period.month(month.minusMonths(List.of(1, 2, 5, 12).get(random.nextInt(4)))))
                : when.equals(Period.quarterOf(when.from()))
                        ? said.when(Period.quarterOf(when.from().minusMonths(random.nextBoolean() ? 3 : 12)))
                        : said.when(
                                new Period(when.from().minusYears(1), when.to().minusYears(1)));
    }

    private static @Nullable Said whom(Said said, MadeBook book, Random random) {
        if (said.whom() == null) {
            return null;
        }
        List<String> others = book.items.stream()
                .filter(item -> item.kind() == said.kind())
                .map(Item::whom)
                .filter(Objects::nonNull)
                .filter(name -> !name.equals(said.whom()))
                .distinct()
                .toList();
        return others.isEmpty() ? null : said.whom(others.get(random.nextInt(others.size())));
    }

    private static @Nullable Said everyone(Said said, MadeBook book, Random random) {
        return switch (said.kind()) {
            case OWED_IN, LATE_IN, OWED_OUT, BANK ->
                said.whom() != null ? said.whom(null) : whom(said.whom("nobody yet"), book, random);
            default -> null;
        };
    }

    private static @Nullable Said measure(Said said, Random random) {
        List<Kind> others = java.util.Arrays.stream(Kind.values())
                .filter(kind -> kind != said.kind() && said.kind().isLike(kind, said.whom() != null))
                .toList();
        return others.isEmpty() ? null : said.kind(others.get(random.nextInt(others.size())));
    }

    private static @Nullable Said family(Said said, Random random) {
        List<Kind> others = Family.of(said.kind()).stream()
                .filter(kind -> kind != said.kind()
                        && kind.unit == said.kind().unit
                        && (said.whom() == null ? kind.isOfAll() : kind.isOfOne()))
                .toList();
        return others.isEmpty() ? null : said.kind(others.get(random.nextInt(others.size())));
    }

    private static @Nullable Said swap(Said said, Kind one, Kind other) {
        return said.kind() == one ? said.kind(other) : said.kind() == other ? said.kind(one) : null;
    }

    private static @Nullable Said other(Said said, MadeBook book, Random random) {
        List<Item> others = book.all(item -> item.kind().unit == said.kind().unit
                && !item.id().equals(said.id())
                && item.currency().equals(said.currency()));
        if (others.isEmpty() || said.unit() != null) {
            return null;
        }
        return said.from(others.get(random.nextInt(others.size())));
    }
}
