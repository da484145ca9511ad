package au.pip.evaluation;

import au.pip.assistant.AccountId;
import au.pip.assistant.books.Books;
import au.pip.assistant.conversation.Conversations;
import au.pip.assistant.conversation.RunFollower;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.store.jdbc.JdbcStores;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import au.pip.xero.XeroSettings.Pace;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Sends messages through the whole of Pip but HTTP, over a SQLite file, and counts what each takes. */
final class LongHistory implements AutoCloseable {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Path COUNTERS = Path.of("/proc/self/io");

    private final PretendBooks pretend = new PretendBooks();
    private final KeptXero xero = new KeptXero(pretend);
    private final PlainModel model = new PlainModel();
    private final FaultyStores stores;
    private final XeroHttp http;
    private final Conversations conversations;

    /** @param counting whether to count what the store answers, which takes processor time itself */
    LongHistory(Path file, boolean counting) {
        stores = new FaultyStores(JdbcStores.openSqlite(file));
        stores.counting = counting;
        http = new XeroHttp(XeroSettings.defaults()
                .withBase(xero.address())
                .withPace(new Pace(5, 1_000_000, MINUTE, MINUTE, MINUTE)));
        String tenant = pretend.books.organisation().tenantId().toString();
        Books books = new Books(new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, tenant), Clock.systemUTC());
        conversations = new Conversations(stores, _ -> model, _ -> books, Clock.systemUTC());
    }

    static boolean canCount() {
        return Files.isReadable(COUNTERS);
    }

    String begin() {
        return conversations.create(AccountId.LOCAL).id();
    }

    /** Sends so many messages, and answers what each took. */
    List<MessageCost> send(String conversation, int messages) {
        List<MessageCost> costs = new ArrayList<>();
        for (int message = 0; message < messages; message++) {
            MessageCost before = now();
            String text = "Who owes me money, and how much is it in all? (%s)".formatted(message % 10);
            String run = conversations.send(
                    AccountId.LOCAL, conversation, UUID.randomUUID().toString(), text);
            await(run);
            costs.add(now().since(before));
        }
        return costs;
    }

    /** The messages from one to another place, the first being 1, of each of several new conversations. */
    List<MessageCost> around(int conversations, int from, int to) {
        List<MessageCost> costs = new ArrayList<>();
        for (int each = 0; each < conversations; each++) {
            String conversation = begin();
            send(conversation, from - 1);
            costs.addAll(send(conversation, to - from + 1));
        }
        return costs;
    }

    private void await(String run) {
        RunFollower follower = conversations.follow(AccountId.LOCAL, run, 0);
        try {
            while (!follower.ended()) {
                follower.next(Duration.ofSeconds(1));
            }
            // The run ends a little after its last event.
            conversations.drain(MINUTE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        String state = conversations.view(AccountId.LOCAL, run).state();
        if (!state.equals("completed")) {
            throw new IllegalStateException("the run is " + state);
        }
    }

    private MessageCost now() {
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new MessageCost(written(), stores.told.sum(), model.sent.sum(), process.getProcessCpuTime());
    }

    private static long written() {
        try (var lines = Files.lines(COUNTERS)) {
            return lines.filter(line -> line.startsWith("wchar: "))
                    .mapToLong(line -> Long.parseLong(line.substring("wchar: ".length())))
                    .sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
        xero.close();
        pretend.close();
        stores.close();
    }
}
