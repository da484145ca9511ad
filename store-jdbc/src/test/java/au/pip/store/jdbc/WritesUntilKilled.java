package au.pip.store.jdbc;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.answer;
import static au.pip.assistant.store.Samples.question;
import static au.pip.assistant.store.Samples.run;
import static au.pip.assistant.store.Samples.stored;
import static au.pip.assistant.store.Samples.usage;

import au.pip.assistant.Conversation;
import au.pip.assistant.Entry;
import au.pip.assistant.Run;
import au.pip.assistant.store.EventLog.LoggedEvent;
import au.pip.assistant.store.Stores;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Writes turns in four conversations at once, and prints what was acknowledged: the row's noun, the conversation's id,
 * the run's, and the entry's where there is one.
 */
final class WritesUntilKilled {
    private WritesUntilKilled() {}

    public static void main(String[] arguments) throws InterruptedException {
        Stores stores = JdbcStores.openSqlite(Path.of(arguments[0]));
        List<Thread> writers = IntStream.range(0, 4)
                .mapToObj(writer -> Thread.ofPlatform().start(() -> write(stores)))
                .toList();
        for (Thread writer : writers) {
            writer.join();
        }
    }

    private static void write(Stores stores) {
        Conversation conversation = stored(stores, ANN);
        for (int second = 0; ; second++) {
            Run run = run(conversation, second);
            Entry question = question(run, "question " + "?".repeat(second * 37 % 9000));
            stores.runs().begin(ANN, run, question);
            say("question", run, question.id());
            stores.events()
                    .append(ANN, run.id(), List.of(new LoggedEvent(1, "a", "{}"), new LoggedEvent(2, "b", "{}")));
            say("events", run, "-");
            Entry answer = answer(run, "answer " + "!".repeat(second * 53 % 9000));
            stores.runs().finish(ANN, run.id(), Run.State.COMPLETED, answer, List.of(usage(run, "m", "0.01")));
            say("answer", run, answer.id());
        }
    }

    /** In one write to the pipe, so that a kill leaves no half line. */
    private static void say(String noun, Run run, String entryId) {
        byte[] line = (noun + " " + run.conversationId() + " " + run.id() + " " + entryId + "\n")
                .getBytes(StandardCharsets.UTF_8);
        System.out.write(line, 0, line.length);
        System.out.flush();
    }
}
