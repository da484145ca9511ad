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
            - **Processor time.** Seven tenths of LangChain4j's is less than the floor itself takes, on all three wires. \
            Against the floor the JVM's compiler is likely a part: with 12,000 calls of warm-up (`warmUpCalls` of \
            `Workload.FULL` raised) the floor took 1.28 and 1.28 ms a request of Anthropic's in two rounds, Pip 1.38 and \
            1.08, which is 1.08 and 0.84 ×. Not explained on the two wires of OpenAI's, where that was not tried, and \
            LangChain4j takes no more than Pip.
            - **First text.** In the same two rounds Pip took 318 and 284 µs, the floor 223 and 246: 1.43 and 1.15 ×. Where \
            it lies, by medians of 600 calls with the usual warm-up: the request leaves after 54 µs (floor 20), as a \
            conversation is first checked and made sendable to any provider; some 65 µs more pass until the reply's head, \
            some 55 more until its text. Which threads work under the JDK's client is not it: a fixed pool took 592 µs, a \
            cached pool 579, none 546, virtual threads 592 (medians of five). Not explained when paced.
            - **Pieces of Chat Completions.** Not explained. Counted on a loaded machine, a piece costs Pip 3.2 to 3.8 µs of \
            processor time and the floor 3.1 to 3.6.
            - **First call, cold.** It is the start of the JVM and of the JDK's HTTP client: the floor itself takes 87, 79 \
            and 96 % of LangChain4j's, so with these flags no library that uses that client can take a third. A cache of \
            compiled classes (the JDK's AOT cache) was not tried.
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
