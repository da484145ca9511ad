package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.answer;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.begun;
import static au.pip.assistant.store.Samples.completed;
import static au.pip.assistant.store.Samples.conversations;
import static au.pip.assistant.store.Samples.entries;
import static au.pip.assistant.store.Samples.question;
import static au.pip.assistant.store.Samples.stored;
import static au.pip.assistant.store.Samples.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import au.pip.assistant.AccountId;
import au.pip.assistant.Conversation;
import au.pip.assistant.Memory;
import au.pip.assistant.Run;
import au.pip.assistant.store.EventLog.LoggedEvent;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Another account's rows are as if they were not there: each method of each port is called by strangers with the ids
 * of rows that are the owner's. A method added to a port is tried without a change here.
 */
interface AccountContract extends OpenedStores {
    @TestFactory
    default Stream<DynamicTest> anotherAccountsRowsAreAsIfTheyWereNotThere() {
        return LIKENESSES.entrySet().stream()
                .flatMap(likeness -> ports().flatMap(port -> methods(port)
                        .map(method -> dynamicTest(
                                port.getSimpleName() + "." + method.getName() + ", " + likeness.getKey(),
                                () -> findsAndChangesNothing(port, method, likeness.getValue())))));
    }

    /** How a stranger's account id may resemble the owner's. */
    Map<String, UnaryOperator<String>> LIKENESSES = Map.of(
            "another name", owner -> "bob, not " + owner,
            "the name and a space", owner -> owner + " ",
            "the name and a NUL", owner -> owner + "\0",
            "the name without its end", owner -> owner.substring(0, owner.length() - 1),
            "the name in capitals", owner -> owner.toUpperCase(Locale.ROOT),
            "a pattern of the name", owner -> "%" + owner.substring(1));

    private void findsAndChangesNothing(Class<?> port, Method method, UnaryOperator<String> likeness) throws Exception {
        AccountId owner = new AccountId("ann-" + Samples.id());
        AccountId stranger = new AccountId(likeness.apply(owner.value()));
        Conversation conversation = stored(stores(), owner);
        Run done = completed(stores(), owner, conversation, 10, run -> List.of(usage(run, "m", "1")));
        stores().events().append(owner, done.id(), List.of(new LoggedEvent(1, "text", "{}")));
        Run going = begun(stores(), owner, conversation, 20);
        stores().events().append(owner, going.id(), List.of(new LoggedEvent(1, "text", "{}")));
        stores().memory().put(owner, new Memory("Cash basis.", at(1)));
        List<Object> before = everythingOf(owner, conversation, done, going);

        for (Run run : List.of(done, going)) {
            Object[] arguments = Arrays.stream(method.getParameters())
                    .map(parameter -> argument(parameter, stranger, conversation, run))
                    .toArray();
            Object found = call(port, method, arguments);
            assertThat(isNothing(found)).as("found by a stranger: %s", found).isTrue();
        }

        assertThat(everythingOf(owner, conversation, done, going)).isEqualTo(before);
    }

    private List<Object> everythingOf(AccountId owner, Conversation conversation, Run... runs) {
        List<Object> all = new ArrayList<>();
        all.addAll(conversations(stores(), owner));
        all.addAll(entries(stores(), owner, conversation.id()));
        all.addAll(stores().usage().between(owner, Instant.MIN, Instant.MAX));
        all.add(stores().memory().find(owner));
        for (Run run : runs) {
            all.add(stores().runs().find(owner, run.id()));
            all.add(stores().runs().answer(owner, run.id()));
            all.addAll(stores().events().after(owner, run.id(), 0, 100));
        }
        all.addAll(stores().runs().unfinished().stream()
                .filter(each -> each.account().equals(owner))
                .toList());
        return all;
    }

    private Object argument(Parameter parameter, AccountId stranger, Conversation conversation, Run run) {
        String named =
                parameter.getName() + " " + parameter.getParameterizedType().getTypeName();
        return switch (named.replaceAll("[a-z]+\\.", "")) {
            case "account AccountId" -> stranger;
            case "conversationId String" -> conversation.id();
            case "runId String" -> run.id();
            case "conversation Conversation" -> new Conversation(conversation.id(), "taken over", at(90), at(90));
            case "run Run" -> Run.begin(run.id(), conversation.id(), at(90), Samples.NODE);
            case "question Entry" -> question(run, "taken over");
            case "answer Entry" -> answer(run, "taken over");
            case "state Run$State" -> Run.State.FAILED;
            case "usage List<UsageRecord>" -> List.of(usage(run, "m", "99"));
            case "events List<EventLog$LoggedEvent>" -> List.of(new LoggedEvent(2, "text", "taken over"));
            case "memory Memory" -> new Memory("taken over", at(90));
            case "title String" -> "taken over";
            case "cursor String" -> null;
            case "from Instant" -> Instant.MIN;
            case "until Instant" -> Instant.MAX;
            case "sequence long" -> 0L;
            case "limit int" -> 100;
            default -> throw new IllegalStateException("say here what a stranger gives for: " + named);
        };
    }

    private Object call(Class<?> port, Method method, Object[] arguments) throws Exception {
        Method accessor = Arrays.stream(Stores.class.getMethods())
                .filter(each -> each.getReturnType().equals(port))
                .findFirst()
                .orElseThrow();
        method.setAccessible(true);
        try {
            return method.invoke(accessor.invoke(stores()), arguments);
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException) {
                return null;
            }
            throw refused;
        }
    }

    private static boolean isNothing(Object found) {
        return switch (found) {
            case null -> true;
            case Optional<?> optional -> optional.isEmpty();
            case Collection<?> collection -> collection.isEmpty();
            case Page<?> page -> page.items().isEmpty() && page.next() == null;
            case Boolean answer -> !answer;
            case Long number -> number == 0;
            case RunStore.Begin begin -> begin instanceof RunStore.Begin.NoConversation;
            default -> false;
        };
    }

    private static Stream<Class<?>> ports() {
        return Arrays.stream(Stores.class.getMethods())
                .<Class<?>>map(Method::getReturnType)
                .filter(type -> type.isInterface() && type.getPackage().equals(Stores.class.getPackage()));
    }

    private static Stream<Method> methods(Class<?> port) {
        return Arrays.stream(port.getDeclaredMethods())
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(AccountId.class));
    }
}
