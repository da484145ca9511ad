package au.pip.assistant.store;

import static au.pip.assistant.store.Samples.answer;
import static au.pip.assistant.store.Samples.at;
import static au.pip.assistant.store.Samples.question;
import static au.pip.assistant.store.Samples.usage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import au.pip.assistant.AccountId;
import au.pip.assistant.Approval;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.Connection;
import au.pip.assistant.Conversation;
import au.pip.assistant.Job;
import au.pip.assistant.Memory;
import au.pip.assistant.Run;
import au.pip.assistant.Summary;
import au.pip.assistant.store.BudgetStore.Hold;
import au.pip.assistant.store.BudgetStore.Unit;
import au.pip.assistant.store.CodeStore.Code;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.ReplyStore.Reply;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Another account's rows are as if they were not there: each method of each port is called by strangers with the ids
 * of rows that are the owner's. They get what they got before these rows were stored, and no row of the owner changes.
 * A method added to a port is tried without a change here.
 */
interface AccountContract extends OpenedStores {
    /** How a stranger's account id may resemble the owner's. */
    Map<String, UnaryOperator<String>> LIKENESSES = Map.of(
            "another name", owner -> "bob, not " + owner,
            "the name and a space", owner -> owner + " ",
            "the name and a NUL", owner -> owner + "\0",
            "the name without its end", owner -> owner.substring(0, owner.length() - 1),
            "the name in capitals", owner -> owner.toUpperCase(Locale.ROOT),
            "a pattern of the name", owner -> "%" + owner.substring(1));

    @TestFactory
    default Stream<DynamicTest> anotherAccountsRowsAreAsIfTheyWereNotThere() {
        return LIKENESSES.entrySet().stream().flatMap(likeness -> {
            Belongings owned = Belongings.of(new AccountId("ann-" + Samples.id()));
            AccountId nobody = new AccountId("nobody like " + owned.account().value());
            AccountId stranger =
                    new AccountId(likeness.getValue().apply(owned.account().value()));
            List<Method> methods = methods().toList();
            List<List<Object>> before = methods.stream()
                    .map(method -> called(method, nobody, owned))
                    .toList();
            owned.store(stores());
            return methods.stream()
                    .map(method -> dynamicTest(name(method) + ", " + likeness.getKey(), () -> {
                        List<Row> rows = Contents.of(stores(), owned.account());
                        assertThat(called(method, stranger, owned)).isEqualTo(before.get(methods.indexOf(method)));
                        assertThat(Contents.of(stores(), owned.account())).isEqualTo(rows);
                    }));
        });
    }

    private List<Object> called(Method method, AccountId account, Belongings owned) {
        return Stream.of(owned.done(), owned.going())
                .map(run -> Arrays.stream(method.getParameters())
                        .map(parameter -> argument(parameter, account, owned, run))
                        .toArray())
                .map(arguments -> call(method, arguments))
                .toList();
    }

    private static Object argument(Parameter parameter, AccountId account, Belongings owned, Run run) {
        Approval approval = owned.approval();
        String named =
                parameter.getName() + " " + parameter.getParameterizedType().getTypeName();
        return switch (named.replaceAll("[a-z]+\\.", "")) {
            case "account AccountId" -> account;
            case "conversationId String" -> owned.conversation().id();
            case "organisationId String" -> owned.connection().organisationId();
            case "version long" -> 0L;
            case "text String" -> "taken over";
            case "reply ReplyStore$Reply" -> new Reply(at(90), new byte[] {9});
            case "runId String" -> run.id();
            case "connectionId String" -> owned.connection().id();
            case "approvalId String" -> approval.id();
            case "reservationId String" -> Belongings.RESERVATION;
            case "jobId String" -> owned.job().id();
            case "kind String" -> Belongings.KIND;
            case "signInId String" -> owned.connection().signInId();
            case "owner String" -> owned.connection().id();
            case "hash String" -> approval.hash();
            case "budget String" -> Belongings.BUDGET;
            case "holder String" -> Belongings.HOLDER;
            case "name String", "prefix String" -> Belongings.LEASE;
            case "query String" -> "ridgeway";
            case "cursor String" -> null;
            case "title String", "sealed String" -> "taken over";
            case "conversation Conversation" ->
                new Conversation(owned.conversation().id(), "taken over", at(90), at(90));
            case "summary Summary" ->
                new Summary("taken over", owned.nextQuestion().id());
            case "run Run" -> Run.begin(run.id(), owned.conversation().id(), at(90), Samples.NODE);
            case "question Entry" -> question(run, "taken over");
            case "answer Entry" -> answer(run, "taken over");
            case "state Run$State" -> Run.State.FAILED;
            case "usage List<UsageRecord>" -> List.of(usage(run, "m", "99"));
            case "events List<EventLog$LoggedEvent>" -> List.of(new LoggedEvent(2, "text", "taken over"));
            case "seen Memory" -> null;
            case "memory Memory" -> new Memory("taken over", at(90));
            case "connection Connection" ->
                new Connection(
                        owned.connection().id(),
                        "o",
                        "taken over",
                        Connection.State.RECONNECT,
                        Set.of(),
                        owned.connection().signInId(),
                        null,
                        at(90),
                        at(90),
                        at(90));
            case "approval Approval" ->
                new Approval(
                        approval.id(),
                        approval.conversationId(),
                        approval.runId(),
                        "taken over",
                        approval.hash(),
                        Approval.State.WAITING,
                        at(90),
                        at(900));
            case "code CodeStore$Code" -> new Code(Belongings.KIND, owned.code().hash(), "taken over", at(900));
            case "holds List<BudgetStore$Hold>" ->
                List.of(new Hold(owned.account(), Belongings.BUDGET, Unit.NANO_DOLLAR, 1, 1000));
            case "entry AuditEntry" -> new AuditEntry(owned.audit().id(), at(90), "taken", "over", "by", "{}");
            case "job Job" -> new Job(owned.job().id(), owned.job().kind(), "taken over", at(90_000), 0);
            case "from Instant" -> at(-1_000_000);
            case "until Instant" -> at(1_000_000);
            case "at Instant", "now Instant", "due Instant" -> at(58);
            case "sequence long" -> 0L;
            case "expected long", "nanoDollars long", "tokens long" -> 1L;
            case "limit int" -> 100;
            default -> throw new IllegalStateException("say here what a stranger gives for: " + named);
        };
    }

    /** What it answers; of what is refused, that it is. */
    private Object call(Method method, Object[] arguments) {
        try {
            Method accessor = Arrays.stream(Stores.class.getMethods())
                    .filter(each -> each.getReturnType().equals(method.getDeclaringClass()))
                    .findFirst()
                    .orElseThrow();
            method.setAccessible(true);
            Object answer = method.invoke(accessor.invoke(stores()), arguments);
            return answer == null ? "nothing" : answer;
        } catch (InvocationTargetException refused) {
            if (refused.getCause() instanceof IllegalArgumentException) {
                return "refused";
            }
            throw new AssertionError(name(method), refused.getCause());
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** Those that may give the stranger rows of its own come last. */
    private static Stream<Method> methods() {
        return Arrays.stream(Stores.class.getMethods())
                .<Class<?>>map(Method::getReturnType)
                .filter(type -> type.isInterface() && type.getPackage().equals(Stores.class.getPackage()))
                .flatMap(port -> Arrays.stream(port.getDeclaredMethods()))
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(AccountId.class))
                .sorted(Comparator.comparing(AccountContract::adds).thenComparing(AccountContract::name));
    }

    private static boolean adds(Method method) {
        return method.getReturnType() == void.class || Set.of("add", "take").contains(method.getName());
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
