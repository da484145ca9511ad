package au.pip.evaluation.grounding;

import au.pip.ledger.Basis;
import au.pip.ledger.Period;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What an answer says with one figure.
 *
 * @param whom null when it speaks of all, or of the business
 * @param when null when no day or period is named
 * @param basis null when none is named
 * @param number as stated, with its sign
 * @param unit the value of the last digit stated, when it is hedged; null when it is stated as exact
 * @param form how it is written
 * @param id the fact that it was taken from
 */
record Said(
        Kind kind,
        @Nullable String whom,
        @Nullable Period when,
        @Nullable Basis basis,
        BigDecimal number,
        String currency,
        @Nullable BigDecimal unit,
        Form form,
        String id) {
    static Said of(Item item, Form form) {
        return new Said(
                item.kind(), item.whom(), item.when(), null, item.number(), item.currency(), null, form, item.id());
    }

    Said kind(Kind other) {
        return new Said(other, whom, when, basis, number, currency, unit, form, id);
    }

    Said whom(@Nullable String other) {
        return new Said(kind, other, when, basis, number, currency, unit, form, id);
    }

    Said when(@Nullable Period other) {
        return new Said(kind, whom, other, basis, number, currency, unit, form, id);
    }

    Said basis(@Nullable Basis other) {
        return new Said(kind, whom, when, other, number, currency, unit, form, id);
    }

    Said number(BigDecimal other) {
        return new Said(kind, whom, when, basis, other, currency, unit, form, id);
    }

    Said currency(String other) {
        return new Said(kind, whom, when, basis, number, other, unit, form, id);
    }

    Said form(Form other, @Nullable BigDecimal lastDigit) {
        return new Said(kind, whom, when, basis, number, currency, lastDigit, other, id);
    }

    Said from(Item item) {
        return new Said(kind, whom, when, basis, item.number(), item.currency(), unit, form, item.id());
    }
}
