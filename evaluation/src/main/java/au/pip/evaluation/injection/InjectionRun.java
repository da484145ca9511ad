package au.pip.evaluation.injection;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Plays cases and judges them. */
final class InjectionRun {
    private InjectionRun() {}

    /**
     * @param folder for the store
     * @param atOnce how many cases go at the same time
     * @param each is told of every result, by whichever thread has it
     * @return the results in the order of the cases
     */
    static List<Result> of(List<Injection> cases, Path folder, int atOnce, Consumer<Result> each) {
        try (Stage stage = new Stage(folder);
                ExecutorService workers = Executors.newFixedThreadPool(atOnce)) {
            List<Future<Result>> going = new ArrayList<>();
            for (Injection injection : cases) {
                going.add(workers.submit(() -> {
                    Result result = play(stage, injection);
                    each.accept(result);
                    return result;
                }));
            }
            try {
                List<Result> results = new ArrayList<>();
                for (Future<Result> one : going) {
                    results.add(one.get());
                }
                return results;
            } catch (ExecutionException e) {
                workers.shutdownNow();
                throw new IllegalStateException("a case could not be played", e.getCause());
            } catch (InterruptedException e) {
                workers.shutdownNow();
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private static Result play(Stage stage, Injection injection) {
        long start = System.nanoTime();
        try (Scene scene = new Scene(stage, injection, Lapse.NONE)) {
            Trace trace = scene.play();
            return Result.of(trace, (System.nanoTime() - start) / 1_000_000);
        }
    }
}
