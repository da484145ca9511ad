package au.pip.evaluation.ledgerqa;

import au.pip.api.RunView;
import au.pip.assistant.Conversation;
import au.pip.evaluation.Demo;
import au.pip.evaluation.Truth;
import au.pip.evaluation.run.EvaluationException;
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
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Asks questions over all the books and judges the answers. */
final class LedgerRun {
    /** So many runs in a row that the model's provider let fail end the evaluation. */
    private static final int MOST_TROUBLES = 3;

    private final LlmProvider model;
    private final Path folder;
    private final int atOnce;
    private final AtomicInteger troubles = new AtomicInteger();

    /** @param folder for exports and the store */
    LedgerRun(LlmProvider model, Path folder) {
        this(model, folder, 1);
    }

    /** @param atOnce how many questions are asked at the same time; a {@link PerfectModel} takes one */
    LedgerRun(LlmProvider model, Path folder, int atOnce) {
        this.model = model;
        this.folder = folder;
        this.atOnce = model instanceof PerfectModel ? 1 : atOnce;
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
     * @param each is told of every result, by whichever thread has it
     * @return the results of all questions that were answered, in the order of the questions
     * @throws EvaluationException when the model's provider fails again and again; what was answered is in the file
     */
    List<Result> answer(List<Question> questions, JsonLines<Result> file, Consumer<Result> each) {
        Map<String, Result> results = new ConcurrentHashMap<>();
        Set<String> wanted = questions.stream().map(Question::id).collect(Collectors.toSet());
        file.earlier().stream()
                .filter(result -> wanted.contains(result.id()))
                .forEach(result -> results.put(result.id(), result));
        Map<BooksSpec, List<Question>> open = questions.stream()
                .filter(question -> !results.containsKey(question.id()))
                .collect(Collectors.groupingBy(Question::books, LinkedHashMap::new, Collectors.toList()));
        open.forEach((spec, theirs) -> {
            try (Demo demo = Demo.unlimited(spec, folder, model)) {
                all(theirs, question -> {
                    Result result = answer(demo, question);
                    if (result != null) {
                        file.add(result);
                        results.put(result.id(), result);
                        each.accept(result);
                    }
                });
            }
        });
        return questions.stream()
                .map(question -> results.get(question.id()))
                .filter(Objects::nonNull)
                .toList();
    }

    private void all(List<Question> questions, Consumer<Question> work) {
        try (ExecutorService workers = Executors.newFixedThreadPool(atOnce)) {
            List<Future<?>> going = new ArrayList<>();
            questions.forEach(question -> going.add(workers.submit(() -> work.accept(question))));
            try {
                for (Future<?> each : going) {
                    each.get();
                }
            } catch (ExecutionException e) {
                workers.shutdownNow();
                throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
            } catch (InterruptedException e) {
                workers.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** Null when the model's provider failed: that is no answer of the model. */
    private @Nullable Result answer(Demo demo, Question question) {
        Conversation conversation = demo.newConversation();
        for (int index = 0; index < question.before().size(); index++) {
            perform(question.template().before().get(index).steps(), "", question);
            RunView _ = demo.ask(conversation, question.before().get(index));
        }
        perform(question.template().steps(), question.template().say(), question);
        long start = System.nanoTime();
        RunView run = demo.ask(conversation, question.text());
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (isTrouble(run)) {
            if (troubles.incrementAndGet() >= MOST_TROUBLES) {
                throw new EvaluationException(
                        run.error()
                                + " That was the third failure in a row, so nothing more is asked; what was answered is kept, and the same command goes on from there.");
            }
            return null;
        }
        troubles.set(0);
        return Result.of(question, run, Scorer.judge(question, run), millis);
    }

    /** A model that declines or says nothing has answered in its way. */
    private static boolean isTrouble(RunView run) {
        String error = String.valueOf(run.error());
        return run.state().equals("failed")
                && !error.startsWith("The model declined")
                && !error.startsWith("The model gave no answer");
    }

    private void perform(List<Step> steps, String say, Question question) {
        if (model instanceof PerfectModel perfect) {
            perfect.perform(steps, say, question.values());
        }
    }
}
