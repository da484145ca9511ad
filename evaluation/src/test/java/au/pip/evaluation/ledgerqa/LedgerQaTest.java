package au.pip.evaluation.ledgerqa;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.evaluation.Demo;
import au.pip.evaluation.run.JsonLines;
import au.pip.llm.AuthConfig;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.ProviderConfig;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.model.OfflineModel;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark itself: its questions, and what the two models without a key make of them. */
class LedgerQaTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    /** As many as it takes to ask something of each template. */
    private static final int SAMPLE = 400;
    /** The fewest of the sample that the offline model may get right. */
    private static final int OFFLINE_RIGHT = 95;
    /** The most that it may get wrong without a warning. */
    private static final int OFFLINE_UNFLAGGED = 3;

    @TempDir
    private Path folder;

    private static List<BooksSpec> books(LocalDate today, long... seeds) {
        return LongStream.of(seeds)
                .boxed()
                .flatMap(seed -> Stream.of(Company.values()).map(company -> new BooksSpec(seed, company, today)))
                .toList();
    }

    private List<Result> answers(LlmProvider model, int limit, List<BooksSpec> specs) throws Exception {
        LedgerRun run = new LedgerRun(model, folder);
        List<Question> questions = QuestionSet.limited(run.questions(specs, Family.all()), limit);
        assertThat(questions).hasSizeGreaterThanOrEqualTo(Math.min(limit, 300));
        try (JsonLines<Result> file = JsonLines.open(folder.resolve("results.jsonl"), Result.class)) {
            List<Result> results = run.answer(questions, file, _ -> {});
            assertThat(results).as("no question stays open").hasSameSizeAs(questions);
            return results;
        }
    }

    @Test
    void asksAtLeastThreeHundredQuestionsOfEveryFamilyAndBusiness() throws Exception {
        List<Question> questions = new LedgerRun(new PerfectModel(), folder).questions(books(DAY, 1), Family.all());

        assertThat(questions).hasSizeGreaterThan(300);
        assertThat(questions).extracting(Question::id).doesNotHaveDuplicates();
        assertThat(questions.stream().map(Question::family).collect(Collectors.toSet()))
                .containsExactlyInAnyOrderElementsOf(Family.NAMES);
        assertThat(questions.stream().map(each -> each.books().company()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Company.values());
        assertThat(questions).allSatisfy(each -> assertThat(each.text()).doesNotContainPattern("\\{\\w+}"));
        assertThat(QuestionSet.limited(questions, 2 * Family.NAMES.size()).stream()
                        .collect(Collectors.groupingBy(Question::family, Collectors.counting()))
                        .values())
                .as("a sample takes as many of each family")
                .allMatch(count -> count == 2);
        assertThat(templates(QuestionSet.limited(questions, SAMPLE)))
                .as("a sample leaves no template out")
                .isEqualTo(templates(questions));
    }

    private static Set<String> templates(List<Question> questions) {
        return questions.stream()
                .map(each -> each.family() + "/" + each.template().name())
                .collect(Collectors.toSet());
    }

    @Test
    void aModelThatUnderstandsEverythingIsRightToTheCent() throws Exception {
        assertAllRight(answers(new PerfectModel(), SAMPLE, books(DAY, 1)));
    }

    @Test
    @Tag("slow")
    void aModelThatUnderstandsEverythingIsRightToTheCentInManyBooks() throws Exception {
        assertAllRight(answers(new PerfectModel(), Integer.MAX_VALUE, books(DAY, 1, 2, 3)));
        assertAllRight(answers(new PerfectModel(), Integer.MAX_VALUE, books(LocalDate.of(2026, 7, 1), 4)));
        assertAllRight(answers(new PerfectModel(), Integer.MAX_VALUE, books(LocalDate.of(2028, 2, 29), 5)));
    }

    private static void assertAllRight(List<Result> results) {
        assertThat(results.stream()
                        .filter(each -> each.score() != Score.RIGHT)
                        .map(each -> each.id() + ": " + each.why() + ": " + each.answer()))
                .isEmpty();
    }

    @Test
    void theOfflineModelIsNoWorseThanItWas() throws Exception {
        LlmProvider offline = new LlmProviders(List.of(OfflineModel.entry()))
                .create(ProviderConfig.of(OfflineModel.NAME, AuthConfig.none()).withDefaultModel(OfflineModel.FAST));

        Tally tally = Tally.of("all", answers(offline, 180, books(DAY, 1)));

        assertThat(tally.share(Score.RIGHT).hits()).isGreaterThanOrEqualTo(OFFLINE_RIGHT);
        assertThat(tally.share(Score.WRONG_UNFLAGGED).hits()).isLessThanOrEqualTo(OFFLINE_UNFLAGGED);
    }

    /** A scorer that found everything right would hold nothing. */
    @Test
    void aModelThatAnswersSomethingElseIsNeverRight() throws Exception {
        LedgerRun run = new LedgerRun(new PerfectModel(), folder);
        List<Question> questions = run.questions(List.of(new BooksSpec(1, Company.CAFE, DAY)), Family.all());
        Question budget = questions.stream()
                .filter(each -> each.family().equals("plan"))
                .findFirst()
                .orElseThrow();
        PerfectModel other = new PerfectModel();
        try (Demo demo = Demo.unlimited(new BooksSpec(1, Company.CAFE, DAY), folder, other)) {
            for (Question asked : questions.subList(0, 60)) {
                other.perform(budget.template().steps(), budget.template().say(), budget.values());
                Verdict verdict = Scorer.judge(asked, demo.ask(demo.newConversation(), asked.text()));
                assertThat(verdict.score()).as(asked.id()).isNotEqualTo(Score.RIGHT);
            }
        }
    }
}
