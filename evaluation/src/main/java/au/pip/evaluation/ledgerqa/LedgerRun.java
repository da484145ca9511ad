package au.pip.evaluation.ledgerqa;

import au.pip.api.RunView;
import au.pip.assistant.Conversation;
import au.pip.evaluation.Demo;
import au.pip.evaluation.Truth;
import au.pip.evaluation.run.JsonLines;
import au.pip.llm.LlmProvider;
import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.export.BooksExport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Asks questions over all the books and judges the answers. */
final class LedgerRun {
    private final LlmProvider model;
    private final Path folder;

    /** @param folder for exports and the store */
    LedgerRun(LlmProvider model, Path folder) {
        this.model = model;
        this.folder = folder;
    }

    /** The questions over these books. */
    List<Question> questions(List<BooksSpec> specs, List<Family> families) throws IOException {
        List<Question> questions = new ArrayList<>();
        for (BooksSpec spec : specs) {
            Path export =
                    folder.resolve("export-%s-%d-%s".formatted(spec.company().word(), spec.seed(), spec.today()));
            try (Truth truth = new Truth(BooksExport.write(Books.generate(spec), export))) {
                questions.addAll(QuestionSet.of(spec, truth, families));
            } catch (BooksExport.UnusableFolder e) {
                throw new IOException("no folder for the export: " + e.getMessage(), e);
            }
        }
        return questions;
    }

    /**
     * Answers those that the file does not hold yet.
     *
     * @param each is told of every result
     * @return the results of all questions, in their order
     */
    List<Result> answer(List<Question> questions, JsonLines<Result> file, Consumer<Result> each) {
        Map<String, Result> results = new LinkedHashMap<>();
        Set<String> wanted = questions.stream().map(Question::id).collect(Collectors.toSet());
        file.earlier().stream()
                .filter(result -> wanted.contains(result.id()))
                .forEach(result -> results.put(result.id(), result));
        Map<BooksSpec, List<Question>> open = questions.stream()
                .filter(question -> !results.containsKey(question.id()))
                .collect(Collectors.groupingBy(Question::books, LinkedHashMap::new, Collectors.toList()));
        open.forEach((spec, theirs) -> {
            try (Demo demo = Demo.unlimited(spec, folder, model)) {
                for (Question question : theirs) {
                    Result result = answer(demo, question);
                    file.add(result);
                    results.put(result.id(), result);
                    each.accept(result);
                }
            }
        });
        return questions.stream()
                .map(question -> results.get(question.id()))
                .filter(result -> result != null)
                .toList();
    }

    private Result answer(Demo demo, Question question) {
        Conversation conversation = demo.newConversation();
        for (int index = 0; index < question.before().size(); index++) {
            perform(question.template().before().get(index).steps(), "", question);
            RunView _ = demo.ask(conversation, question.before().get(index));
        }
        perform(question.template().steps(), question.template().say(), question);
        long start = System.nanoTime();
        RunView run = demo.ask(conversation, question.text());
        long millis = (System.nanoTime() - start) / 1_000_000;
        return Result.of(question, run, Scorer.judge(question, run), millis);
    }

    private void perform(List<Step> steps, String say, Question question) {
        if (model instanceof PerfectModel perfect) {
            perfect.perform(steps, say, question.values());
        }
    }
}
