package au.pip.evaluation.grounding;

import au.pip.ledger.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Chooses facts for an answer, and how they are written in it. */
final class Choice {
    private final MadeBook book;
    private final Random random;

    Choice(MadeBook book, Random random) {
        this.book = book;
        this.random = random;
    }

    Item one(Predicate<Item> which) {
        List<Item> all = book.all(which);
        return all.get(random.nextInt(all.size()));
    }

    Kind kind() {
        List<Kind> kinds = java.util.Arrays.stream(Kind.values())
                .filter(kind -> kind.of != Kind.Of.LENGTH)
                .toList();
        return kinds.get(random.nextInt(kinds.size()));
    }

    Item any(Kind kind) {
        return one(item -> item.kind() == kind);
    }

    /** The fact of that kind, of all or of somebody, as of today. */
    Item now(Kind kind, @org.jspecify.annotations.Nullable String whom) {
        return one(item -> item.kind() == kind
                && java.util.Objects.equals(item.whom(), whom)
                && item.when().equals(Period.day(book.today)));
    }

    List<String> customers(int most) {
        List<String> names = new ArrayList<>(book.customers);
        Collections.shuffle(names, random);
        return names.subList(0, most);
    }

    /** Says it in a form that fits, with its period. */
    Said said(Item item) {
        return said(item, form(item));
    }

    Said said(Item item, Form form) {
        Said said = switch (form) {
            case ABOUT ->
                Said.of(item, form)
                        .number(item.number().setScale(0, java.math.RoundingMode.HALF_UP))
                        .form(form, BigDecimal.ONE);
            case THOUSANDS ->
                Said.of(item, form)
                        .number(item.number().setScale(-2, java.math.RoundingMode.HALF_UP))
                        .form(form, BigDecimal.valueOf(100));
            default -> Said.of(item, form);
        };
        boolean now = item.when().equals(Period.day(book.today));
        if (now && random.nextBoolean() || item.kind().of == Kind.Of.DOCUMENT) {
            said = said.when(item.kind().of == Kind.Of.DOCUMENT ? item.when() : null);
        }
        if (item.kind().of == Kind.Of.LAW) {
            int last = 2026 + random.nextInt(2);
            boolean later = item.when().contains(LocalDate.of(last, 6, 30));
            int to = later ? last : 2025;
            Period year = new Period(LocalDate.of(to - 1, 7, 1), LocalDate.of(to, 6, 30));
            said = said.when(item.when().contains(book.today) && random.nextBoolean() ? null : year);
        }
        return item.basis() != null && item.kind().spans() && random.nextBoolean() ? said.basis(item.basis()) : said;
    }

    /** The same, with its year where it is of the law: after another sentence it would be of that one's. */
    Said dated(Item item) {
        Said said = said(item);
        int to = book.today.getMonthValue() >= 7 ? book.today.getYear() + 1 : book.today.getYear();
        return item.kind().of == Kind.Of.LAW && said.when() == null
                ? said.when(new Period(LocalDate.of(to - 1, 7, 1), LocalDate.of(to, 6, 30)))
                : said;
    }

    /** Without a period or basis of its own: what stands around it says that. */
    Said bare(Item item) {
        Said said = said(item).basis(null);
        return item.kind().of == Kind.Of.LAW ? said : said.when(item.when());
    }

    /** A length of time, which no braces can hold. */
    Said length(Item item) {
        return Said.of(item, random.nextBoolean() ? Form.USUAL : Form.WORDS);
    }

    private Form form(Item item) {
        if (random.nextInt(3) == 0) {
            return Form.PLACEHOLDER;
        }
        boolean negative = item.number().signum() < 0;
        List<Form> forms = new ArrayList<>(
                switch (item.kind().unit) {
                    case MONEY ->
                        List.of(
                                Form.USUAL,
                                Form.USUAL,
                                Form.PLAIN,
                                Form.CODE_FIRST,
                                Form.CODE_LAST,
                                Form.DOLLARS,
                                Form.LETTERED,
                                Form.ABOUT,
                                Form.THOUSANDS);
                    case COUNT -> List.of(Form.USUAL, Form.PLAIN);
                    case PERCENT -> List.of(Form.USUAL, Form.PLAIN, Form.CODE_FIRST);
                    case DAY ->
                        List.of(Form.USUAL, Form.PLAIN, Form.CODE_FIRST, Form.CODE_LAST, Form.DOLLARS, Form.LETTERED);
                });
        if (negative) {
            forms = new ArrayList<>(List.of(Form.USUAL, Form.BRACKETS));
            if (item.kind() == Kind.PROFIT) {
                forms.add(Form.LOSS);
            }
        } else if (Spelling.whole(item.number()) != null && random.nextBoolean()) {
            return Form.WORDS;
        }
        return forms.get(random.nextInt(forms.size()));
    }
}
