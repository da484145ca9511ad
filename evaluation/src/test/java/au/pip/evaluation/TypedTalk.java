package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A person at a terminal, in {@code ./pip chat} with a server that runs, who opens each figure that they are shown. */
final class TypedTalk implements AutoCloseable {
    private final Program terminal;
    private final Client pip;
    private int turns;

    TypedTalk(Path folder, Client pip) {
        this.pip = pip;
        terminal = Program.inTerminal(folder, Map.of(), "chat", "--server", pip.address());
        terminal.awaitPrinted(0, "\n> ");
    }

    /** The whole answer to a line of theirs, as the server keeps it, once the terminal has shown it. */
    JsonNode ask(String question) throws Exception {
        int from = terminal.printed().length();
        terminal.type(question + "\r");
        turns++;
        String shown = terminal.awaitPrinted(from, "\n> ");
        JsonNode run = run();
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("completed");
        assertThat(tight(shown)).contains(tight(run.path("answer").asString()));
        Traced.all(run);
        open(run);
        return run;
    }

    /**
     * What waits for them after a request for a draft, as the server shows it, and what the terminal shows.
     *
     * @param decision what they type at the question, {@code y} or {@code n}
     * @param total as the preview and, when it was approved, the next answer tell it
     */
    JsonNode draft(String question, String decision, String total) throws Exception {
        int from = terminal.printed().length();
        terminal.type(question + "\r");
        turns++;
        String preview = terminal.awaitPrinted(from, "Approve? [y/N]");
        JsonNode run = run();
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("waiting");
        Traced.all(run);
        JsonNode approval = pip.send(
                        "GET", "/api/approvals/" + run.path("approvalId").asString(), "")
                .body();
        assertThat(preview).contains(approval.path("title").asString(), "Total: " + total);
        from = terminal.printed().length();
        terminal.type(decision + "\r");
        String shown = terminal.awaitPrinted(from, "\n> ");
        JsonNode after = run();
        assertThat(after.path("state").asString()).as(after.toString()).isEqualTo("completed");
        assertThat(tight(shown)).contains(tight(after.path("answer").asString()));
        Traced.all(after);
        open(after);
        return approval;
    }

    /** All that the terminal has shown. */
    String shown() {
        return terminal.printed();
    }

    /** How it ends when they leave. */
    int leave() {
        terminal.type("/quit\r");
        return terminal.awaitEnd().status();
    }

    JsonNode entries() throws Exception {
        String conversation = pip.send("GET", "/api/conversations", "")
                .body()
                .path("items")
                .get(0)
                .path("id")
                .asString();
        return pip.send("GET", "/api/conversations/" + conversation + "/entries?limit=100", "")
                .body()
                .path("items");
    }

    /** Of the latest entry. */
    private JsonNode run() throws Exception {
        JsonNode entries = entries();
        assertThat(entries.valueStream()
                        .filter(each -> each.path("kind").asString().equals("question"))
                        .count())
                .isEqualTo(turns);
        String run = entries.get(entries.size() - 1).path("runId").asString();
        pip.rest(run);
        return pip.send("GET", "/api/runs/" + run, "").body();
    }

    /** Each figure leads the person to a record's id, to a calculation, or to a page of Pip's own data. */
    private void open(JsonNode run) {
        Set<String> texts = new LinkedHashSet<>();
        run.path("figures").forEach(figure -> texts.add(figure.path("text").asString()));
        for (String text : texts) {
            int from = terminal.printed().length();
            terminal.type("/source " + text + "\r");
            assertThat(terminal.awaitPrinted(from, "\n> "))
                    .contains("\n" + text + ", ")
                    .containsPattern("    (?:Record: |Calculation: F|Read from: [^\\n]+)");
        }
    }

    /** Lines are broken where the terminal ends, and addresses parted so that none can be clicked. */
    private static String tight(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Override
    public void close() {
        terminal.close();
    }
}
