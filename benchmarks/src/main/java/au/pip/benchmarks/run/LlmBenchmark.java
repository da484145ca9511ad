package au.pip.benchmarks.run;

import au.pip.benchmarks.contender.Entrant;
import au.pip.benchmarks.wire.Protocol;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** {@code ./pip bench llm}: progress goes to standard error, the tables to standard output, the report to its file. */
public final class LlmBenchmark {
    private static final Duration ENDURANCE = Duration.ofSeconds(45);
    private static final double NANOS_A_SECOND = 1e9;

    private final Options options;
    private final Random order = new Random();
    private final long began = System.nanoTime();

    public LlmBenchmark(Options options) {
        this.options = options;
    }

    public void run() throws IOException, InterruptedException {
        if (!PinnedJvm.pins()) {
            say("no second core or no taskset here: server and contenders share what there is");
        }
        String revision = Revision.of(options.home());
        try (ServerProcess server = ServerProcess.start(options.build())) {
            WorkerProcess worker = new WorkerProcess(options, server);
            List<Round> rounds = playRounds(worker);
            Map<Entrant, Outcome> endurance = endure(worker);
            Report report = new Report(
                    rounds, endurance, options, Machine.present(), revision, LocalDate.now(ZoneId.systemDefault()));
            System.out.println(report.tables());
            BenchmarksPage.write(options.report(), "llm", report.document());
            say("written to " + options.report());
        }
    }

    private List<Round> playRounds(WorkerProcess worker) throws IOException, InterruptedException {
        List<Round> rounds = new ArrayList<>();
        long longest = 0;
        for (int number = 1; number <= options.rounds() || isWorthMore(rounds); number++) {
            long start = System.nanoTime();
            Duration limit = Duration.ofMinutes(options.minutes()).minus(enduranceTime());
            if (number > 1 && start + longest - began > limit.toNanos()) {
                say("another round would not fit into %d minutes".formatted(options.minutes()));
                break;
            }
            rounds.add(play(worker, number));
            longest = Math.max(longest, System.nanoTime() - start);
        }
        return rounds;
    }

    /** When too many were rejected, up to as many again as were asked for. */
    private boolean isWorthMore(List<Round> rounds) {
        return options.rounds() >= options.neededRounds()
                && rounds.size() < 2 * options.rounds()
                && Arrays.stream(Protocol.values())
                        .anyMatch(protocol ->
                                new Standings(protocol, rounds).accepted().size() < options.neededRounds());
    }

    private Duration enduranceTime() {
        return ENDURANCE.multipliedBy(enduring().size());
    }

    /** On one wire is enough: sockets, threads and heap are the same code's for all. A quick run does without. */
    private List<Entrant> enduring() {
        return options.quick() ? List.of() : List.of(Entrant.PIP_ANTHROPIC);
    }

    private Round play(WorkerProcess worker, int number) throws IOException, InterruptedException {
        Round round = new Round(number, Machine.load());
        say("round %d of %d, load %.2f".formatted(number, options.rounds(), round.load()));
        List<Entrant> entrants = new ArrayList<>(Arrays.asList(Entrant.values()));
        Collections.shuffle(entrants, order);
        for (Entrant entrant : entrants) {
            long start = System.nanoTime();
            Outcome outcome = worker.measure(entrant, entrant.name().toLowerCase(Locale.ROOT) + "-" + number);
            round.add(entrant, outcome);
            tell(entrant, outcome, start);
        }
        return round;
    }

    private Map<Entrant, Outcome> endure(WorkerProcess worker) throws IOException, InterruptedException {
        Map<Entrant, Outcome> outcomes = new EnumMap<>(Entrant.class);
        for (Entrant entrant : enduring()) {
            say("endurance");
            long start = System.nanoTime();
            Outcome outcome = worker.endure(entrant, entrant.name().toLowerCase(Locale.ROOT) + "-endurance");
            outcomes.put(entrant, outcome);
            tell(entrant, outcome, start);
        }
        return outcomes;
    }

    private static void tell(Entrant entrant, Outcome outcome, long start) {
        String wrong = outcome.wrong();
        say("  %-22s %-26s %5.1f s%s"
                .formatted(
                        entrant.library().title(),
                        entrant.protocol().title(),
                        (System.nanoTime() - start) / NANOS_A_SECOND,
                        wrong == null ? "" : "  WRONG: " + wrong));
    }

    private static void say(String line) {
        System.err.println(line);
    }
}
