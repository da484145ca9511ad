package au.pip.evaluation.ledgerqa;

import au.pip.api.FactView;
import au.pip.api.FigureView;
import au.pip.api.RunView;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges an answer by code alone. */
final class Scorer {
    /** As many ids as Pip keeps of a figure's records. */
    private static final int MOST_IDS = 50;

    private final Question question;
    private final RunView run;
    private final boolean flagged;

    private Scorer(Question question, RunView run) {
        this.question = question;
        this.run = run;
        this.flagged = run.figures().stream().anyMatch(figure -> figure.status().equals("unverified"));
    }

    static Verdict judge(Question question, RunView run) {
        Scorer scorer = new Scorer(question, run);
        if (!run.state().equals("completed")) {
            return new Verdict(Score.REFUSED, "the run is " + run.state() + ": " + run.error());
        }
        return switch (question.template().kind()) {
            case ASK -> scorer.asking();
            case UNKNOWN -> scorer.admitting();
            case AMOUNT, COUNT, PERCENT, DAY -> scorer.figures();
        };
    }

    private Verdict wrong(String why) {
        boolean warned = flagged || Manner.warns(run.answer());
        return new Verdict(warned ? Score.WRONG_FLAGGED : Score.WRONG_UNFLAGGED, why);
    }

    private static Verdict right() {
        return new Verdict(Score.RIGHT, "");
    }

    private Verdict asking() {
        if (Manner.asks(run.answer())) {
            return right();
        }
        return Manner.warns(run.answer()) && run.figures().isEmpty()
                ? new Verdict(Score.REFUSED, "it did not ask what was meant")
                : wrong("it did not ask what was meant");
    }

    private Verdict admitting() {
        if (Manner.admits(run.answer()) && !flagged) {
            return right();
        }
        return (Manner.asks(run.answer()) || Manner.warns(run.answer()))
                        && run.figures().isEmpty()
                ? new Verdict(Score.REFUSED, "it answered nothing, but did not say that the books do not tell")
                : wrong("it did not say that the books do not tell");
    }

    private Verdict figures() {
        Numerals numerals = new Numerals(run.answer());
        String plain = Names.plain(run.answer());
        for (Gold gold : question.gold()) {
            if (!numerals.hold(gold)) {
                return missing("no " + words(gold));
            }
            if (!gold.name().isEmpty() && !plain.contains(Names.plain(gold.name()))) {
                return missing("it does not name " + gold.name());
            }
            if (!gold.ids().isEmpty() && !rests(gold)) {
                return wrong("other records behind " + words(gold));
            }
        }
        return flagged ? new Verdict(Score.WRONG_FLAGGED, "another figure of it is marked") : right();
    }

    private Verdict missing(String why) {
        boolean none = run.figures().isEmpty();
        return none && (Manner.warns(run.answer()) || Manner.asks(run.answer()))
                ? new Verdict(Score.REFUSED, why)
                : wrong(why);
    }

    /** Whether a figure of that value has just these records behind it; of many, the part of them that Pip keeps. */
    private boolean rests(Gold gold) {
        return run.figures().stream()
                .filter(figure ->
                        figure.status().equals("verified") || figure.status().equals("derived"))
                .filter(figure ->
                        new Numerals(figure.text()).hold(gold) || new Numerals(figure.text() + " less").hold(gold))
                .anyMatch(figure -> matches(figure, gold.ids()));
    }

    private static boolean matches(FigureView figure, Set<String> gold) {
        List<FactView> facts = figure.facts();
        Set<String> ids = facts.stream()
                .limit(figure.formula() == null ? 1 : facts.size())
                .flatMap(fact -> fact.source().recordIds().stream())
                .collect(Collectors.toCollection(HashSet::new));
        if (gold.size() <= MOST_IDS) {
            return ids.equals(gold);
        }
        return gold.containsAll(ids)
                && ids.size() == MOST_IDS
                && facts.getFirst().source().records() == gold.size();
    }

    private static String words(Gold gold) {
        String value = switch (gold.kind()) {
            case AMOUNT -> {
                long cents = Math.abs(Long.parseLong(gold.value()));
                yield "%s %s%d.%02d"
                        .formatted(gold.currency(), gold.value().startsWith("-") ? "-" : "", cents / 100, cents % 100);
            }
            case PERCENT -> "%s tenths of a percent".formatted(gold.value());
            case COUNT, DAY, ASK, UNKNOWN -> gold.value();
        };
        return gold.name().isEmpty() ? value : value + " for " + gold.name();
    }

    /** The right figures, in words. */
    static String gold(Question question) {
        return switch (question.template().kind()) {
            case ASK -> "asks back";
            case UNKNOWN -> "says that the books do not tell";
            case AMOUNT, COUNT, PERCENT, DAY ->
                question.gold().stream().map(Scorer::words).collect(Collectors.joining("; "));
        };
    }
}
