package au.pip.benchmarks.run;

import au.pip.benchmarks.contender.Entrant;
import au.pip.benchmarks.contender.Library;
import au.pip.benchmarks.measure.Metric;
import au.pip.benchmarks.measure.Workload;
import au.pip.benchmarks.wire.Protocol;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The run in words and tables. */
record Report(
        List<Round> rounds,
        Map<Entrant, Outcome> endurance,
        Options options,
        Machine machine,
        String revision,
        LocalDate day) {
    /** What was found when a missed aim was looked into; it is kept from run to run. */
    private static final String REASONS = """
            - **Processor time and first text.** One core does everything that a contender does. The JVM's compiler is \
            still at work on it after the warm-up, and a library has more to compile than the floor's one loop. Each \
            delivery of the JDK's HTTP client is a task of a virtual thread of its own: about 0.2 ms of processor time \
            a request on this machine. The floor reads on the client's own threads; that is why it needs more of them.
            - **First call, cold.** It is the start of the JVM and of the JDK's HTTP client: the floor itself takes as \
            long, so no library that uses that client can take a third of what another takes.
            """;

    /** What a person at the terminal wants to see. */
    String tables() {
        return Arrays.stream(Protocol.values())
                        .map(protocol -> new ProtocolTables(protocol, rounds, options.neededRounds()).render())
                        .collect(Collectors.joining("\n"))
                + "\n### What Pip aims at\n\n"
                + new AimTable(rounds, options.neededRounds(), endurance).render();
    }

    /** The page for the documentation. */
    String document() throws IOException {
        return """
                # The model layer against its peers

                Written by `./pip bench llm` on %s; do not edit. %s

                %s
                ## Results

                Each figure is the median over the rounds; a ratio is the median of each round's own ratio to the floor \
                (a hand-written loop over `java.net.http` and Jackson trees that does nothing else), with the least and \
                the largest behind it. Pip runs with usage and cost on.

                %s
                ### Why some are missed

                %s
                ## What each figure means

                %s
                ## Contenders

                %s
                ## Rounds

                %s
                ## How it is done

                %s""".formatted(
                day, shortRun(), machineLines(), tables(), REASONS, meanings(), contenders(), roundTable(), method());
    }

    private String shortRun() {
        return options.quick() ? "**A quick run: it shows that all works, and its figures mean little.**" : "";
    }

    private String machineLines() {
        return """
                - Commit: %s
                - Machine: %s, %d cores, %d GB, %s
                - JDK: %s, for every JVM `%s`
                - Cores: %s
                """.formatted(
                        revision,
                        machine.processor(),
                        machine.cores(),
                        machine.memoryGigabytes(),
                        machine.system(),
                        machine.jdk(),
                        String.join(" ", PinnedJvm.FLAGS),
                        PinnedJvm.pins()
                                ? "server on core %d, contenders on core %d"
                                        .formatted(PinnedJvm.SERVER_CORE, PinnedJvm.CLIENT_CORE)
                                : "not pinned");
    }

    private static String meanings() {
        return Arrays.stream(Metric.values())
                .map(metric -> "- **%s**: %s.\n".formatted(metric.title(), metric.meaning()))
                .collect(Collectors.joining());
    }

    private String contenders() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Library", "Version", "Jars", "MB"));
        for (Library library : Library.values()) {
            ClassPath classPath = ClassPath.of(library, options.build());
            rows.add(List.of(
                    library.title() + " (`" + library.artifact() + "`)",
                    classPath.version(),
                    Integer.toString(classPath.jars().size()),
                    Markdown.number(classPath.megabytes(), 1)));
        }
        return Markdown.table(rows);
    }

    private String roundTable() {
        List<List<String>> rows = new ArrayList<>();
        List<String> heading = new ArrayList<>(List.of("Round", "Load average before it"));
        for (Protocol protocol : Protocol.values()) {
            heading.add(protocol.title());
        }
        rows.add(heading);
        for (Round round : rounds) {
            List<String> row =
                    new ArrayList<>(List.of(Integer.toString(round.number()), Markdown.number(round.load(), 2)));
            for (Protocol protocol : Protocol.values()) {
                Standings standings = new Standings(protocol, rounds);
                String cpu = Markdown.number(standings.floorCpu(round), 2);
                row.add(standings.rejected().contains(round) ? cpu + ", rejected" : cpu);
            }
            rows.add(row);
        }
        return Markdown.table(rows) + """

                The floor's own processor time a request, in ms. A round is rejected for a protocol when that differs by \
                more than a fifth from its median, unless the other libraries' differ alike: then the whole round was \
                slow or fast, which cancels out in its ratios (Pip's own figure has no say in it). Below %d accepted \
                rounds no median is told. The load is the run's own from the second round on.
                """.formatted(options.neededRounds());
    }

    private String method() {
        Workload workload = options.quick() ? Workload.QUICK : Workload.FULL;
        return """
                `./pip bench llm` builds everything and runs it all; it needs no key and sends nothing off the machine. \
                A pretend server in its own JVM writes prepared bytes with `TCP_NODELAY`, one event a write. In each \
                round every contender runs once, in random order, in a fresh JVM with the class path that its own users \
                get. It streams by its documented way with its default HTTP client: a cold call, %d warm-up calls, \
                %d measured calls of 200 pieces, %d of 2,000 pieces, %d paced ones, 200 and 1,000 streams held open, and \
                %d cancelled ones. Every reply, text, tool call and token counts, is compared with the script, \
                also when the writes are cut at random bytes; a wrong one voids the contender. Pip then holds 5,000 \
                streams open, and plays %,d of which a third end well, a third are cancelled and a third are cut.
                """.formatted(
                        workload.warmUpCalls(),
                        workload.calls(),
                        workload.longCalls(),
                        workload.pacedCalls(),
                        workload.cancels(),
                        workload.leakStreams());
    }
}
