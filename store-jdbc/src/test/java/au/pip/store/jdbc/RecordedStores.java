package au.pip.store.jdbc;

import au.pip.assistant.store.Stores;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;

/** Notes which methods of the ports are called, and the SQL that they come to. */
final class RecordedStores {
    final Set<String> statements = new LinkedHashSet<>();
    final Set<String> called = new TreeSet<>();

    Stores over(Database database) {
        Stores stores = new JdbcStores(new Listening(database));
        return recorded(Stores.class, stores);
    }

    /** Every method of every port. */
    static Set<String> everyMethod() {
        Set<String> all = new TreeSet<>();
        Arrays.stream(Stores.class.getMethods())
                .map(Method::getReturnType)
                .filter(Class::isInterface)
                .flatMap(port -> Stream.of(port.getMethods()))
                .forEach(method -> all.add(method.toGenericString()));
        return all;
    }

    private <T> T recorded(Class<T> type, Object target) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, given) -> {
            if (type != Stores.class) {
                called.add(method.toGenericString());
            }
            try {
                Object answer = method.invoke(target, given);
                Class<?> answered = method.getReturnType();
                return type == Stores.class && answered.isInterface() ? recorded(answered, answer) : answer;
            } catch (InvocationTargetException failure) {
                throw failure.getCause();
            }
        }));
    }

    private final class Listening implements Database {
        private final Database database;

        Listening(Database database) {
            this.database = database;
        }

        @Override
        public Dialect dialect() {
            return database.dialect();
        }

        @Override
        public <T> T read(HandleCallback<T, RuntimeException> work) {
            return database.read(handle -> work.withHandle(listenedTo(handle)));
        }

        @Override
        public <T> T readMoment(HandleCallback<T, RuntimeException> work) {
            return database.readMoment(handle -> work.withHandle(listenedTo(handle)));
        }

        @Override
        public <T> T write(HandleCallback<T, RuntimeException> work) {
            return database.write(handle -> work.withHandle(listenedTo(handle)));
        }

        private Handle listenedTo(Handle handle) {
            handle.getConfig(SqlStatements.class).setSqlLogger(new SqlLogger() {
                @Override
                public void logBeforeExecution(StatementContext context) {
                    statements.add(context.getRenderedSql().strip());
                }
            });
            return handle;
        }

        @Override
        public void close() {
            database.close();
        }
    }
}
