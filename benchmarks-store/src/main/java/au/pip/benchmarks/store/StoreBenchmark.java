package au.pip.benchmarks.store;

import au.pip.benchmarks.run.BenchmarksPage;
import au.pip.benchmarks.run.Machine;
import au.pip.benchmarks.store.Measure.Doing;
import au.pip.benchmarks.store.StoreUnderTest.Who;
import au.pip.store.dynamodb.DynamoServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code ./pip bench store}: progress goes to standard error, the tables to standard output, the report to its file. */
public final class StoreBenchmark {
    private static final int TURNS_TO_READ = 500;
    private static final int MOST_THREADS = 64;

    private final StoreOptions options;
    private final Random order = new Random();

    public StoreBenchmark(StoreOptions options) {
        this.options = options;
    }

    public void run() throws IOException, SQLException, InterruptedException {
        Path folder = Files.createTempDirectory(options.home(), ".bench-store-");
        try (PostgresqlServer server = PostgresqlServer.start()) {
            List<StoreFigures> figures = new ArrayList<>();
            for (StoreUnderTest database : databases(folder, server)) {
                figures.add(play(database));
            }
            StoreReport report = new StoreReport(figures, options);
            System.out.println(report.tables());
            if (options.quick()) {
                say("a quick run: nothing is written");
            } else {
                BenchmarksPage.write(
                        options.report(),
                        "store",
                        report.document(Machine.present(), LocalDate.now(ZoneId.systemDefault())));
                say("written to " + options.report());
            }
        } finally {
            delete(folder);
        }
    }

    private static List<StoreUnderTest> databases(Path folder, PostgresqlServer server) {
        List<StoreUnderTest> databases =
                new ArrayList<>(List.of(new StoreUnderTest.Sqlite(folder), new StoreUnderTest.Postgresql(server)));
        DynamoServer.endpoint()
                .ifPresentOrElse(
                        endpoint -> databases.add(new StoreUnderTest.Dynamodb(endpoint)),
                        () -> say("DynamoDB is left out: its stand-in is not here (it takes npm to install it)"));
        return databases;
    }

    private StoreFigures play(StoreUnderTest database) throws SQLException, InterruptedException {
        for (int rehearsal = 1; rehearsal <= options.rehearsals(); rehearsal++) {
            say("%s, rehearsal %d of %d".formatted(database.title(), rehearsal, options.rehearsals()));
            play(database, rehearsal, new StoreFigures(database));
        }
        StoreFigures figures = new StoreFigures(database);
        for (int round = 1; round <= options.rounds(); round++) {
            say("%s, round %d of %d, load %.2f".formatted(database.title(), round, options.rounds(), Machine.load()));
            play(database, options.rehearsals() + round, figures);
        }
        return figures;
    }

    private void play(StoreUnderTest database, int place, StoreFigures figures)
            throws SQLException, InterruptedException {
        List<Who> contenders = new ArrayList<>(Arrays.asList(Who.values()));
        Collections.shuffle(contenders, order);
        for (Who who : contenders) {
            try (StoreContender contender = database.open(who, place)) {
                measure(contender, who, figures);
            }
        }
    }

    private void measure(StoreContender contender, Who who, StoreFigures figures) throws InterruptedException {
        List<String> conversations =
                IntStream.range(0, MOST_THREADS).mapToObj(_ -> Turn.id()).toList();
        conversations.forEach(contender::create);
        String longest = conversations.getFirst();
        for (int turn = 0; turn < TURNS_TO_READ; turn++) {
            contender.keep(Turn.of(longest, turn));
        }
        List<Object> places = contender.places(longest);
        AtomicInteger number = new AtomicInteger(TURNS_TO_READ);
        for (Measure measure : Measure.all()) {
            Throughput throughput = measure.doing() == Doing.APPEND
                    ? throughput(
                            measure,
                            thread -> contender.keep(Turn.of(conversations.get(thread), number.getAndIncrement())))
                    : throughput(measure, _ -> readSomewhere(contender, longest, places));
            int each = measure.doing() == Doing.APPEND ? 2 : 1;
            figures.add(measure, who, throughput.perSecond() * each, throughput.frozen());
        }
    }

    private Throughput throughput(Measure measure, java.util.function.IntConsumer work) throws InterruptedException {
        Throughput.of(measure.threads(), options.warmUp(), work);
        return Throughput.of(measure.threads(), options.time(), work);
    }

    private static void readSomewhere(StoreContender contender, String conversationId, List<Object> places) {
        Object place = places.get(ThreadLocalRandom.current().nextInt(places.size()));
        int found = contender.read(conversationId, place);
        if (found != StoreContender.PAGE) {
            throw new IllegalStateException("a page of " + found + " entries");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
