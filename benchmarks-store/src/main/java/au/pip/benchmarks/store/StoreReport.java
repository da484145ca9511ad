package au.pip.benchmarks.store;

import au.pip.benchmarks.run.Figure;
import au.pip.benchmarks.run.Machine;
import au.pip.benchmarks.run.Markdown;
import au.pip.benchmarks.store.Measure.Doing;
import au.pip.benchmarks.store.StoreUnderTest.Who;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The run in words and tables. */
record StoreReport(List<StoreFigures> databases, StoreOptions options) {
    /** Milliseconds that a virtual thread may be kept from running while 64 write. */
    private static final double MOST_FROZEN = 20;

    private static final int CROWD = 64;

    /** What was found when a missed aim was looked into; it is kept from run to run. */
    private static final String REASONS = """
            On PostgreSQL with many threads the server and its client share the processors of this machine, so whatever a \
            client computes counts in full, and nothing of it hides behind the disk. Of 1,523 samples of the flight \
            recorder in Pip's own process (appends and pages, 64 threads) two fifths were in the driver, a fifth in Jdbi, \
            which finds its settings anew for each statement, binds by name and maps, and an eighth in reading columns and \
            mending texts; the rest is spread thin.
            """;

    /** What a person at the terminal wants to see. */
    String tables() {
        return databases.stream().map(StoreReport::table).collect(Collectors.joining("\n")) + "\n" + frozenTable();
    }

    private static String table(StoreFigures figures) {
        List<List<String>> rows = new ArrayList<>();
        double aim = figures.database().aim();
        rows.add(List.of(figures.database().title(), "Threads", "Bare driver", "Pip", "Pip's time", "Aim", "Met"));
        for (Measure measure : Measure.all()) {
            Figure ratio = figures.ratio(measure);
            rows.add(List.of(
                    measure.doing().title(),
                    Integer.toString(measure.threads()),
                    Markdown.number(figures.perSecond(measure, Who.BARE_DRIVER).median(), 0),
                    Markdown.number(figures.perSecond(measure, Who.PIP).median(), 0),
                    Markdown.ratio(ratio),
                    aim == 0 ? "–" : "≤ " + aim,
                    aim == 0 ? "–" : verdict(ratio.median(), aim)));
        }
        return Markdown.table(rows);
    }

    private String frozenTable() {
        Measure crowd = new Measure(Doing.APPEND, CROWD);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("While 64 write, a virtual thread waits at most, ms", "Bare driver", "Pip", "Aim", "Met"));
        for (StoreFigures figures : databases) {
            Figure ours = figures.frozen(crowd, Who.PIP);
            rows.add(List.of(
                    figures.database().title(),
                    milliseconds(figures.frozen(crowd, Who.BARE_DRIVER)),
                    milliseconds(ours),
                    "≤ " + Math.round(MOST_FROZEN),
                    verdict(ours.most(), MOST_FROZEN)));
        }
        return Markdown.table(rows);
    }

    private static String milliseconds(Figure figure) {
        return String.format(Locale.ROOT, "%.1f (%.1f–%.1f)", figure.median(), figure.least(), figure.most());
    }

    private static String verdict(double value, double most) {
        return value <= most ? "yes" : "no, by %d %%".formatted(Math.round((value / most - 1) * 100));
    }

    /** The part of the page. */
    String document(Machine machine, LocalDate day) {
        return """
                # The stores against the bare driver

                Written by `./pip bench store` on %s. Each figure is the median of %d rounds; Pip's time is the median of \
                each round's own ratio to the bare driver's, with the least and the largest behind it.

                - Machine: %s, %d cores, %d GB, %s
                - JDK: %s

                %s
                ## Why some are missed

                %s
                ## How it is done

                The bare driver is hand-written JDBC that sends the statements our stores send, in the same transactions, \
                into the same tables made by the same migrations, with each statement prepared once a connection and with \
                as many connections: one writer behind a fair lock and four readers on SQLite, sixteen on PostgreSQL. Every \
                transaction is forced to disk on both sides (`synchronous=FULL`; `fsync` and `synchronous_commit` on). It \
                has no mapping library, mends no text and explains no failure. An append is an entry in a transaction of \
                its own, a question or its answer of about 2 KB, search index included; each thread writes to a \
                conversation of its own. A page is 100 entries from anywhere in a conversation of 1,000. All threads are \
                virtual. In each round both play once, in random order, over an empty database of their own, for %.1f s \
                of warm-up and %.1f s of measuring a figure; %d such rounds come before, and count for nothing, while the \
                compiler is at work.

                On DynamoDB the bare driver is AWS's own client over the same connections, sending the requests our \
                stores send with items of the same sizes. The server is a stand-in on this machine, so these figures say \
                what Pip adds to a call, and nothing about AWS.

                Pip does all writes of a SQLite file on one thread and commits together those that wait at the same time: \
                that is why it can be faster there than a driver that waits for the disk once for each.

                A virtual thread that wants to run each millisecond ticks beside them; how long it was kept waiting at \
                worst is the last table; none of the rounds may pass the aim. Pip's server gives virtual threads five carriers \
                more than there are processors, for those inside SQLite; this program runs with the JDK's own number.
                """.formatted(
                        day,
                        options.rounds(),
                        machine.processor(),
                        machine.cores(),
                        machine.memoryGigabytes(),
                        machine.system(),
                        machine.jdk(),
                        tables(),
                        REASONS,
                        options.warmUp().toMillis() / 1000.0,
                        options.time().toMillis() / 1000.0,
                        options.rehearsals());
    }
}
