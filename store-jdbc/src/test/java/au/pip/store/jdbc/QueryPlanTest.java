package au.pip.store.jdbc;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.answer;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.begun;
import static au.pip.assistant.store.Samples.stored;
import static au.pip.assistant.store.Samples.usage;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.Conversation;
import au.pip.assistant.Memory;
import au.pip.assistant.Run;
import au.pip.assistant.store.ConversationStore;
import au.pip.assistant.store.EntryStore;
import au.pip.assistant.store.EventLog;
import au.pip.assistant.store.MemoryStore;
import au.pip.assistant.store.RunStore;
import au.pip.assistant.store.Stores;
import au.pip.assistant.store.UsageStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QueryPlanTest {
    /** Steps that read few rows all the same. */
    private static final Set<String> SMALL = Set.of(
            "SCAN CONSTANT ROW",
            "SCALAR SUBQUERY 1",
            // Only runs that are going are in this index.
            "SCAN run USING INDEX run_unfinished",
            // One row an account.
            "SEARCH memory USING INDEX sqlite_autoindex_memory_1 (account_id=?)",
            // The first page: the index has the page's order, and the limit ends it.
            "SEARCH conversation USING INDEX conversation_latest (account_id=?)");

    @TempDir
    private Path folder;

    private final Set<String> statements = new LinkedHashSet<>();
    private final Set<String> called = new TreeSet<>();

    @Test
    void findsEveryRowByAnIndexAndInTheIndexsOrder() {
        Database database = SqliteOpening.open(folder.resolve("pip.db"), Duration.ofSeconds(1));
        try (Stores stores = new Recorded(new JdbcStores(new Listening(database)))) {
            callEverything(stores);

            assertThat(called).isEqualTo(everyMethod());
            assertThat(statements).hasSizeGreaterThan(20);
            for (String statement : statements) {
                List<String> plan = database.read(handle -> plan(handle, statement));
                assertThat(plan).as(statement).noneMatch(QueryPlanTest::readsTooMuch);
            }
        }
    }

    /** A scan, a sort, or a search that narrows no further than to an account, whose rows grow for ever. */
    private static boolean readsTooMuch(String step) {
        boolean narrow = step.startsWith("SEARCH") && !step.endsWith(" (account_id=?)");
        return !narrow && !SMALL.contains(step);
    }

    private static void callEverything(Stores stores) {
        Conversation conversation = stored(stores, ANN);
        stored(stores, ANN);
        stores.conversations().find(ANN, conversation.id());
        stores.conversations().rename(ANN, conversation.id(), "new");
        stores.conversations()
                .page(ANN, stores.conversations().page(ANN, null, 1).next(), 1);
        Run run = begun(stores, ANN, conversation, 1);
        stores.events().append(ANN, run.id(), List.of(new EventLog.LoggedEvent(1, "text", "{}")));
        stores.events().after(ANN, run.id(), 0, 10);
        stores.events().last(ANN, run.id());
        stores.runs().unfinished();
        stores.runs().finish(ANN, run.id(), Run.State.COMPLETED, answer(run, "done"), List.of(usage(run, "m", "1")));
        stores.runs().find(ANN, run.id());
        stores.runs().answer(ANN, run.id());
        stores.entries().page(ANN, conversation.id(), null, 1);
        stores.entries().latest(ANN, conversation.id(), 10);
        stores.usage().between(ANN, Instant.MIN, Instant.MAX);
        stores.usage().ofConversation(ANN, conversation.id());
        stores.memory().put(ANN, new Memory("Cash basis.", at(1)));
        stores.memory().find(ANN);
    }

    private static Set<String> everyMethod() {
        Set<String> all = new TreeSet<>();
        Arrays.stream(Stores.class.getMethods())
                .map(Method::getReturnType)
                .filter(Class::isInterface)
                .flatMap(port -> Stream.of(port.getDeclaredMethods()))
                .forEach(method -> all.add(method.toGenericString()));
        return all;
    }

    private static List<String> plan(Handle handle, String statement) {
        return handle.createQuery("EXPLAIN QUERY PLAN " + statement.replaceAll(":[A-Za-z0-9]+", "NULL"))
                .map(row -> row.getColumn("detail", String.class))
                .list();
    }

    /** Notes the SQL that goes through. */
    private final class Listening implements Database {
        private final Database database;

        Listening(Database database) {
            this.database = database;
        }

        @Override
        public <T> T read(HandleCallback<T, RuntimeException> work) {
            return database.read(handle -> work.withHandle(listenedTo(handle)));
        }

        @Override
        public <T> T write(HandleCallback<T, RuntimeException> work) {
            return database.write(handle -> work.withHandle(listenedTo(handle)));
        }

        private Handle listenedTo(Handle handle) {
            handle.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext context) {
                    statements.add(context.getRenderedSql());
                }
            });
            return handle;
        }

        @Override
        public void close() {
            database.close();
        }
    }

    /** Notes which methods of the ports are called. */
    private final class Recorded implements Stores {
        private final Stores stores;

        Recorded(Stores stores) {
            this.stores = stores;
        }

        private <T> T recorded(Class<T> port, T target) {
            return port.cast(Proxy.newProxyInstance(
                    port.getClassLoader(), new Class<?>[] {port}, (self, method, given) -> {
                        called.add(method.toGenericString());
                        try {
                            return method.invoke(target, given);
                        } catch (InvocationTargetException failure) {
                            throw failure.getCause();
                        }
                    }));
        }

        @Override
        public ConversationStore conversations() {
            return recorded(ConversationStore.class, stores.conversations());
        }

        @Override
        public EntryStore entries() {
            return recorded(EntryStore.class, stores.entries());
        }

        @Override
        public RunStore runs() {
            return recorded(RunStore.class, stores.runs());
        }

        @Override
        public EventLog events() {
            return recorded(EventLog.class, stores.events());
        }

        @Override
        public UsageStore usage() {
            return recorded(UsageStore.class, stores.usage());
        }

        @Override
        public MemoryStore memory() {
            return recorded(MemoryStore.class, stores.memory());
        }

        @Override
        public void close() {
            stores.close();
        }
    }
}
