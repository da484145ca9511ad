package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.api.FigureView;
import au.pip.api.RunEvent;
import java.util.List;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class AskTest {
    private static final String SEND = "POST /api/conversations/c1/messages";
    private static final String EVENTS = "GET /api/runs/r1/events";

    private final PretendServer server =
            PretendServer.ofOneRun().on(EVENTS, PretendServer.events(Recorded.text("who-owes-me.sse")));
    private final Terminalless terminal = new Terminalless();

    private final TimeZone usual = TimeZone.getDefault();

    /** A moment is told in this machine's zone. */
    @BeforeEach
    void liveInSydney() {
        TimeZone.setDefault(TimeZone.getTimeZone("Australia/Sydney"));
    }

    @AfterEach
    void close() {
        TimeZone.setDefault(usual);
        server.close();
    }

    private int ask(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "ask";
        all[1] = "--server";
        all[2] = server.url();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return terminal.run(all);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 80})
    void isReadableAtTheWidthOfTheScreen(int width) {
        terminal.with("COLUMNS", Integer.toString(width));
        assertThat(ask("Who owes me money?")).isZero();
        assertThat(terminal.out()).isEqualTo(Recorded.text("who-owes-me-" + width + ".txt"));
        assertThat(terminal.out().lines()).allMatch(line -> LineWrap.widthOf(line) <= width);
    }

    @Test
    void givesAPipeTheAnswerAsItIsAndEachSourceOnOneLine() {
        assertThat(ask("Who", "owes", "me", "money?")).isZero();
        assertThat(server.asked.get(1).body()).contains("\"text\":\"Who owes me money?\"");
        assertThat(terminal.out())
                .startsWith(
                        "You are owed $12,345.50 by 8 customers. The largest is:\n- Nguyễn O'Brien | Partners, $5,000.00,")
                .contains("I guessed $99 (unverified).\n\nSources\n")
                .containsOnlyOnce(
                        "  $5,000.00 · verified · F3 · owed to you · Nguyễn O'Brien | Partners · 23 Nov 2026 · accruals"
                                + " · Café Müller & Söhne · 1 record\n")
                .doesNotContain("\u001B", "Reading");
        assertThat(terminal.err())
                .isEqualTo(
                        "Reading open invoices…\nGo on: ./pip chat --server " + server.url() + " --conversation c1\n");
    }

    @Test
    void coloursForATerminalThatMayHaveIt() {
        String green = "\u001B[32m$1\u001B[0m";
        assertThat(onATerminal(new Terminalless().with("TERM", "xterm"))).contains(green);
        assertThat(onATerminal(new Terminalless().with("TERM", "xterm").with("NO_COLOR", "1")))
                .doesNotContain("\u001B");
        assertThat(onATerminal(new Terminalless().with("TERM", "dumb"))).doesNotContain("\u001B");
    }

    private static String onATerminal(Terminalless terminal) {
        AnswerPrinter printer = new AnswerPrinter(terminal.with("COLUMNS", "40").surroundings(true));
        printer.accept(new RunEvent.Figure(new FigureView("$1", "1", "AUD", "verified", null, List.of())));
        printer.accept(new RunEvent.Finished("completed", null));
        return terminal.out();
    }

    @Test
    void printsOneJsonObjectForPrograms() {
        server.on("GET /api/runs/r1", PretendServer.whole(200, "application/json", Recorded.text("who-owes-me.json")));
        assertThat(ask("--json", "Who owes me money?")).isZero();
        assertThat(terminal.out().lines()).hasSize(1);
        JsonNode answer = Json.MAPPER.readTree(terminal.out());
        assertThat(answer.propertyNames())
                .containsExactlyInAnyOrder(
                        "answer",
                        "figures",
                        "tools",
                        "usage",
                        "costUsd",
                        "provider",
                        "model",
                        "conversationId",
                        "runId",
                        "state",
                        "error",
                        "approvalId",
                        "budget");
        assertThat(answer.get("approvalId").isNull()).isTrue();
        assertThat(answer.get("state").asString()).isEqualTo("completed");
        assertThat(answer.get("error").isNull()).isTrue();
        JsonNode fact = answer.get("figures").get(0).get("facts").get(0);
        assertThat(fact.get("measure").asString()).isEqualTo("owed to you");
        assertThat(fact.get("source").get("fetchedAt").asString()).isEqualTo("2026-11-23T01:02:03Z");
        assertThat(answer.get("figures").get(3).get("formula").asString()).isEqualTo("F3 ÷ F1");
        assertThat(terminal.err()).isEqualTo("Reading open invoices…\n");
    }

    @Test
    void tellsFromWhenToWhenXeroSaidItWhenRepliesDiffer() {
        String event = Recorded.text("who-owes-me.sse").replaceFirst("2026-11-23T01:02:03Z", "2026-11-22T23:41:00Z");
        server.on(EVENTS, PretendServer.events(event));

        assertThat(ask("Who owes me money?")).isZero();

        assertThat(terminal.out())
                .endsWith("\n  as Xero had it between 23 Nov 2026, 10:41 am AEDT and 23 Nov 2026, 12:02 pm AEDT\n");
    }

    @Test
    void doesNotSayThatXeroSaidWhatPipsOwnDataSay() {
        server.on(
                EVENTS,
                PretendServer.events(
                        Recorded.text("who-owes-me.sse").replace("Café Müller & Söhne", "Pip's tax data")));

        assertThat(ask("What is the GST rate?")).isZero();

        assertThat(terminal.out()).contains("Pip's tax data").doesNotContain("as Xero had it");
    }

    @Test
    void tellsBelowTheAnswerWhatIsLeftOfABudget() {
        String budget = ",\"budget\":{\"of\":\"account\",\"note\":\"80% of your budget is used.\"}}\n\n";
        server.on(
                EVENTS,
                PretendServer.events("id: 1\nevent: text\ndata: {\"text\":\"Hello.\"}\n\n"
                        + "id: 2\nevent: usage\ndata: {\"usage\":null,\"costUsd\":\"0.1\"" + budget
                        + finished("completed", "null")));
        assertThat(ask("hi")).isZero();
        assertThat(terminal.out()).isEqualTo("Hello.\n");
        assertThat(terminal.err()).startsWith("80% of your budget is used.\nGo on: ");
    }

    @Test
    void failsWithTheReasonWhenTheRunDid() {
        server.on(
                EVENTS,
                PretendServer.events("id: 1\nevent: text\ndata: {\"text\":\"You are\"}\n\n"
                        + finished("failed", "\"The key was refused. Check it.\"")));
        assertThat(ask("hi")).isEqualTo(1);
        assertThat(terminal.out()).isEqualTo("You are\n");
        assertThat(terminal.err()).endsWith("pip: The key was refused. Check it.\n");
    }

    @Test
    void failsWhenNothingCouldBeLookedUpThoughTheModelSaysSo() {
        String told = "id: 3\nevent: text\ndata: {\"text\":\"I couldn't.\"}\n\n" + finished("completed", "null");
        server.on(EVENTS, PretendServer.events(looked(1, true) + looked(2, true) + told));

        assertThat(ask("hi")).isEqualTo(1);
        assertThat(terminal.out()).isEqualTo("I couldn't.\n");
        assertThat(terminal.err()).endsWith("pip: nothing could be looked up for this answer; it says why.\n");

        server.on(EVENTS, PretendServer.events(looked(1, true) + looked(2, false) + told));
        assertThat(ask("hi")).isZero();
    }

    @Test
    void saysWhyARunEndedEarlyWhenTheServerDoesNot() {
        server.on(EVENTS, PretendServer.events(finished("limited", "null")));
        assertThat(ask("hi")).isEqualTo(1);
        assertThat(terminal.err()).endsWith("pip: the answer ran out of rounds or time. Ask a narrower question.\n");
    }

    @Test
    void readsTheQuestionFromStandardInput() {
        terminal.typed("Who owes\nme money? Müller\n");
        assertThat(ask("-")).isZero();
        assertThat(server.asked.get(1).body()).contains("Who owes\\nme money? Müller\"");
    }

    @Test
    void goesOnWithAConversation() {
        assertThat(ask("--conversation", "c1", "hi")).isZero();
        assertThat(server.routes()).containsExactly(SEND, EVENTS, "GET /api/runs/r1");
        assertThat(terminal.err()).doesNotContain("Go on");
    }

    @Test
    void saysThatThereIsNoSuchConversation() {
        assertThat(ask("--conversation", "c9", "hi")).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo("pip: there is no conversation 'c9' here. Leave out --conversation to begin a new one.\n");
    }

    @Test
    void givesTheServersReasonForNotTakingAMessage() {
        server.on(
                SEND,
                PretendServer.json(409, "{'code':'run_in_progress','message':'Pip is still answering.\\nWait.'}"));
        assertThat(ask("hi")).isEqualTo(1);
        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo("pip: Pip is still answering. Wait.\n");
    }

    @Test
    void saysHowToSeeTheAnswerLaterWhenTheServerIsGone() {
        server.on(EVENTS, exchange -> {
            PretendServer.cutEvents("id: 1\nevent: text\ndata: {\"text\":\"You are\"}\n\n")
                    .give(exchange);
            server.close();
        });
        assertThat(ask("hi")).isEqualTo(3);
        assertThat(terminal.out()).isEqualTo("You are\n");
        assertThat(terminal.err().lines())
                .containsExactly(
                        "The connection was lost; trying again…",
                        "pip: the server at " + server.url()
                                + " is gone in the middle of the answer. Once it runs again, " + "./pip chat --server "
                                + server.url() + " --conversation c1 shows how far the answer came.");
    }

    private static String looked(int id, boolean failed) {
        return "id: " + id + "\nevent: tool-finished\ndata: {\"tool\":{\"callId\":\"t" + id
                + "\",\"name\":\"receivables\",\"arguments\":\"{}\",\"failed\":" + failed
                + ",\"summary\":\"so\",\"millis\":1}}\n\n";
    }

    private static String finished(String state, String error) {
        return "id: 4\nevent: finished\ndata: {\"state\":\"" + state + "\",\"error\":" + error + "}\n\n";
    }
}
