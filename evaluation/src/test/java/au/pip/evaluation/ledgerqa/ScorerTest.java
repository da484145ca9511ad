package au.pip.evaluation.ledgerqa;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.api.FactView;
import au.pip.api.FigureView;
import au.pip.api.RunView;
import au.pip.api.SourceView;
import au.pip.api.UsageView;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorerTest {
    private static final Set<String> IDS = Set.of("a", "b");

    private static Question question(Kind kind, Gold... gold) {
        Template template = new Template(
                "aggregate", "t", Set.of(), "", List.of(), List.of(), List.of("?"), List.of(), "", kind, "");
        BooksSpec books = new BooksSpec(1, Company.SOLE_TRADER, LocalDate.of(2026, 11, 23));
        return new Question("id", template, books, Map.of(), List.of(), "?", List.of(gold));
    }

    private static Question owed(Set<String> ids) {
        return question(Kind.AMOUNT, new Gold(Kind.AMOUNT, "123450", "AUD", "Acme 5000", ids));
    }

    private static RunView answer(String text, FigureView... figures) {
        return run("completed", text, figures);
    }

    private static RunView run(String state, String text, FigureView... figures) {
        return new RunView(
                "r",
                "c",
                state,
                text,
                List.of(figures),
                List.of(),
                new UsageView(0, 0, 0, 0),
                "0",
                "p",
                "m",
                null,
                null,
                null);
    }

    private static FigureView figure(String text, String status, List<String> ids, int records) {
        SourceView source = new SourceView("Saltbush", "Invoices", ids, records, null, Instant.EPOCH, "");
        FactView fact = new FactView("F1", "owed to you", "Acme 5000", "today", null, text, null, source);
        return new FigureView(text, "1234.50", "AUD", status, null, List.of(fact));
    }

    private static FigureView verified(String text) {
        return figure(text, "verified", List.of("a", "b"), 2);
    }

    private static Score judged(Question question, RunView run) {
        return Scorer.judge(question, run).score();
    }

    @Test
    void rightIsTheFigureTheNameAndTheRecords() {
        String text = "Acme 5000 owes you $1,234.50.";

        assertThat(judged(owed(IDS), answer(text, verified("$1,234.50")))).isEqualTo(Score.RIGHT);
        assertThat(judged(owed(Set.of()), answer(text, figure("$1,234.50", "verified", List.of(), 0))))
                .isEqualTo(Score.RIGHT);
        assertThat(judged(owed(IDS), answer("They owe you $1,234.50.", verified("$1,234.50"))))
                .isEqualTo(Score.WRONG_UNFLAGGED);
        assertThat(judged(owed(IDS), answer(text, figure("$1,234.50", "verified", List.of("a"), 1))))
                .isEqualTo(Score.WRONG_UNFLAGGED);
        assertThat(judged(owed(IDS), answer(text, figure("$1,234.50", "verified", List.of("a", "b", "c"), 3))))
                .isEqualTo(Score.WRONG_UNFLAGGED);
    }

    @Test
    void ofManyRecordsTheFirstFiftyAndTheirNumberCount() {
        List<String> all = IntStream.range(0, 60).mapToObj(Integer::toString).toList();
        Question question = owed(Set.copyOf(all));
        String text = "Acme 5000 owes you $1,234.50.";

        assertThat(judged(question, answer(text, figure("$1,234.50", "verified", all.subList(0, 50), 60))))
                .isEqualTo(Score.RIGHT);
        assertThat(judged(question, answer(text, figure("$1,234.50", "verified", all.subList(0, 50), 59))))
                .isEqualTo(Score.WRONG_UNFLAGGED);
    }

    @Test
    void wrongIsFlaggedOnlyWherePipMarkedIt() {
        assertThat(judged(owed(IDS), answer("Acme 5000 owes you $9.00.", verified("$9.00"))))
                .isEqualTo(Score.WRONG_UNFLAGGED);
        assertThat(judged(owed(IDS), answer("Acme 5000 owes you $9.00.", figure("$9.00", "unverified", List.of(), 0))))
                .isEqualTo(Score.WRONG_FLAGGED);
        assertThat(judged(
                        owed(IDS),
                        answer(
                                "Acme 5000 owes you $1,234.50, or $9.00.",
                                verified("$1,234.50"),
                                figure("$9.00", "unverified", List.of(), 0))))
                .isEqualTo(Score.WRONG_FLAGGED);
    }

    @Test
    void wrongIsFlaggedWhereTheAnswerSaysSoItself() {
        assertThat(judged(
                        owed(IDS), answer("I can't narrow that down, so this is all of it: $9.00.", verified("$9.00"))))
                .isEqualTo(Score.WRONG_FLAGGED);
    }

    @Test
    void anAmountThatStandsInWordsOnlyHasNoRecords() {
        assertThat(judged(owed(IDS), answer("Acme 5000 owes you $1,234.50."))).isEqualTo(Score.WRONG_UNFLAGGED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "AMOUNT;I don't know.;REFUSED",
                "AMOUNT;Which customer do you mean?;REFUSED",
                "AMOUNT;That's not a comparison I can make.;REFUSED",
                "AMOUNT;All fine!;WRONG_UNFLAGGED",
                "ASK;Do you mean income or profit?;RIGHT",
                "ASK;I don't know.;REFUSED",
                "ASK;It was a good month.;WRONG_UNFLAGGED",
                "UNKNOWN;I don't know that.;RIGHT",
                "UNKNOWN;Which year do you mean?;REFUSED",
                "UNKNOWN;That part of your question is beyond me.;REFUSED",
                "UNKNOWN;It will be a good year.;WRONG_UNFLAGGED"
            })
    void tellsAskingAndAdmittingFromAnswering(Kind kind, String text, Score score) {
        Question question = kind == Kind.AMOUNT ? owed(IDS) : question(kind);

        assertThat(judged(question, answer(text))).isEqualTo(score);
    }

    @Test
    void aFigureWhereTheBooksTellNothingIsWrong() {
        assertThat(judged(question(Kind.UNKNOWN), answer("It will be $5.00.", verified("$5.00"))))
                .isEqualTo(Score.WRONG_UNFLAGGED);
        assertThat(judged(question(Kind.ASK), answer("It is $5.00.", verified("$5.00"))))
                .isEqualTo(Score.WRONG_UNFLAGGED);
        assertThat(judged(
                        question(Kind.UNKNOWN),
                        answer("I don't know, maybe $5.00.", figure("$5.00", "unverified", List.of(), 0))))
                .isEqualTo(Score.WRONG_FLAGGED);
    }

    @Test
    void aRunThatDidNotCompleteIsNoAnswer() {
        assertThat(judged(owed(IDS), run("limited", "Acme 5000 owes you $1,234.50.", verified("$1,234.50"))))
                .isEqualTo(Score.REFUSED);
    }
}
