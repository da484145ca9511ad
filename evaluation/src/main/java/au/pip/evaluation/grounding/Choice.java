package au.pip.evaluation.grounding;

import au.pip.ledger.Period;
import java.math.BigDecimal;
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
        List<Kind> kinds = List.of(Kind.values());
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
        return item.basis() != null && item.kind().spans() && random.nextBoolean() ? said.basis(item.basis()) : said;
    }

    /** Without a period or basis of its own: what stands around it says that. */
    Said bare(Item item) {
        return said(item).when(item.when()).basis(null);
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
