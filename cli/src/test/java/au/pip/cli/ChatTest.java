package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ChatTest {
    private static final String NEW = "POST /api/conversations";
    private static final String SEND = "POST /api/conversations/c1/messages";
    private static final String EVENTS = "GET /api/runs/r1/events";
    private static final String RUN = "GET /api/runs/r1";
    private static final String ENTRIES = "GET /api/conversations/c1/entries?limit=100";
    private static final String SHORT =
            "id: 1\nevent: text\ndata: {\"text\":\"Fine.\"}\n\nid: 2\nevent: finished\ndata: {\"state\":\"completed\"}\n\n";

    private final PretendServer server = PretendServer.ofOneRun().on(EVENTS, PretendServer.events(SHORT));
    private final Terminalless terminal = new Terminalless();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void keepsOneConversationUntilANewOneIsWanted() {
        terminal.typed("How am I?\n\n/help\nAnd now?\n/new\nHello\n/quit\nNever asked\n");
        assertThat(chat()).isZero();
        assertThat(server.routes())
                .filteredOn(route -> !route.equals(RUN))
                .containsExactly("GET /api/status", NEW, SEND, EVENTS, SEND, EVENTS, NEW, SEND, EVENTS);
        assertThat(terminal.out()).contains("> How am I?\n\nFine.\n", "Ctrl-C stops an answer.", "A new conversation.");
        assertThat(terminal.err())
                .contains("These are the books of Café Müller.", "In a browser: " + server.url() + "/");
    }

    @Test
    void asksTheLatestQuestionAgainAndInOtherWords() {
        server.on(
                ENTRIES,
                PretendServer.json(
                        200,
                        "{'items':[" + question("r0") + "," + question("r1") + "," + answer() + ","
                                + question("r2").replace("'question'", "'outcome'") + "],'next':null}"));
        terminal.typed("Who owes me?\n/again\n/edit   Whom do I owe?\n/edit\n");
        assertThat(chat()).isZero();
        assertThat(sent())
                .hasSize(3)
                .satisfiesExactly(
                        first -> assertThat(first).contains("\"text\":\"Who owes me?\"", "\"replaces\":null"),
                        again -> assertThat(again).contains("\"text\":\"Who owes me?\"", "\"replaces\":\"er1\""),
                        edited -> assertThat(edited).contains("\"text\":\"Whom do I owe?\"", "\"replaces\":\"er1\""));
        assertThat(terminal.err()).contains("Asking again: Who owes me?", "Asking again: Whom do I owe?");
        assertThat(terminal.out()).contains("> /again\n\nFine.\n", "Say it in other words: /edit ");
    }

    @Test
    void asksNothingAgainBeforeThereIsAQuestion() {
        server.on(ENTRIES, PretendServer.json(200, "{'items':[],'next':null}"));
        terminal.typed("/again\n/help\n");
        assertThat(chat()).isZero();
        assertThat(terminal.out()).contains("There is no question yet.", "/again ", "/edit TEXT");
        terminal.typed("/edit Who?\n");
        assertThat(chat("--conversation", "c1")).isEqualTo(1);
        assertThat(terminal.err()).contains("pip: there is no question yet.");
        assertThat(sent()).isEmpty();
    }

    @Test
    void tellsWhyAQuestionCannotBeAskedAgain() {
        server.on(ENTRIES, PretendServer.json(200, "{'items':[" + question("r1") + "," + answer() + "],'next':null}"));
        server.on(SEND, PretendServer.json(409, "{'code':'not_replaceable','message':'A draft waits. Decide first.'}"));
        terminal.typed("/again\n");
        assertThat(chat("--conversation", "c1")).isEqualTo(1);
        assertThat(terminal.err()).contains("pip: A draft waits. Decide first.");
    }

    private List<String> sent() {
        return server.asked.stream()
                .filter(asked -> asked.route().equals(SEND))
                .map(PretendServer.Asked::body)
                .toList();
    }

    @Test
    void goesOnAfterAQuestionThatFailedAndTellsInTheEnd() {
        server.on(
                SEND,
                PretendServer.json(409, "{'code':'run_in_progress','message':'Pip is still answering.'}"),
                PretendServer.json(202, "{'runId':'r1','conversationId':'c1','messageId':'m1'}"));
        terminal.typed("One\n/dance\nTwo");
        assertThat(chat()).isEqualTo(1);
        assertThat(terminal.err()).contains("pip: Pip is still answering.\n");
        assertThat(terminal.out()).contains("There is no /dance.", "> Two\n\nFine.\n");
    }

    @Test
    void showsHowFarAnEarlierConversationCame() {
        server.on(
                ENTRIES,
                PretendServer.json(
                        200, "{'items':[" + question("r0") + "," + question("r1") + "," + answer() + "],'next':null}"));
        assertThat(chat("--conversation", "c1")).isZero();
        assertThat(terminal.out())
                .containsOnlyOnce("> Who owes me?")
                .contains("You are owed $7.\n\nSources\n  $7 · user · you said it\n");
    }

    @Test
    void saysOfAnEarlierAnswersFigureThatNothingStandsBehindIt() {
        server.on(
                ENTRIES,
                PretendServer.json(
                        200,
                        "{'items':[" + question("r1") + "," + answer().replace("'user'", "'unverified'")
                                + "],'next':null}"));
        assertThat(chat("--conversation", "c1")).isZero();
        assertThat(terminal.out()).contains("You are owed $7 (unverified).\n");
    }

    @Test
    void saysThatEventsWereLostWhenTheServerKeepsMoreOfTheAnswer() {
        server.on(RUN, run("Fine. And $7 more."), run("Fine."));
        terminal.typed("One\nTwo\n");
        assertThat(chat()).isZero();
        assertThat(terminal.err())
                .containsOnlyOnce("pip: a part of this answer was lost on its way. ./pip chat --server " + server.url()
                        + " --conversation c1 shows all of it.\n");
    }

    @Test
    void saysWhoPaysWhenAVendorAnswers() {
        server.on(
                "GET /api/status",
                PretendServer.json(
                        200, "{'version':'1','provider':'anthropic','model':'m','organisation':'Café','missing':[]}"));
        assertThat(chat()).isZero();
        assertThat(terminal.err()).contains("Answers come from anthropic, model m, paid by your own key.");
    }

    private static PretendServer.Reply run(String answer) {
        return PretendServer.json(
                200,
                "{'id':'r1','conversationId':'c1','state':'completed','answer':'" + answer
                        + "','figures':[],'tools':[],'usage':{'freshInput':0,'cacheRead':0,'cacheWrite':0,'output':0},"
                        + "'costUsd':'0','provider':'p','model':'m','error':null}");
    }

    @Test
    void followsAnAnswerThatIsStillBeingGiven() {
        server.on(ENTRIES, PretendServer.json(200, "{'items':[" + question("r1") + "],'next':null}"));
        assertThat(chat("--conversation", "c1")).isZero();
        assertThat(terminal.out()).contains("> Who owes me?\n\nFine.\n");
    }

    @Test
    void saysThatThereIsNoSuchConversation() {
        assertThat(chat("--conversation", "c9")).isEqualTo(2);
        assertThat(terminal.err()).contains("pip: there is no conversation 'c9' here.");
    }

    private int chat(String... more) {
        String[] all = new String[more.length + 3];
        all[0] = "chat";
        all[1] = "--server";
        all[2] = server.url();
        System.arraycopy(more, 0, all, 3, more.length);
        return terminal.run(all);
    }

    private static String question(String run) {
        return "{'id':'e" + run + "','kind':'question','runId':'" + run
                + "','text':'Who owes me?','state':null,'error':null,'pieces':[],'tools':[],'at':'2026-11-23T00:00:00Z'}";
    }

    private static String answer() {
        return "{'id':'a','kind':'answer','runId':'r1','text':'You are owed $7.','state':'completed','error':null,"
                + "'pieces':[{'text':'You are owed ','figure':null},{'text':'$7','figure':{'text':'$7','value':'7',"
                + "'currency':'AUD','status':'user','formula':null,'facts':[]}},{'text':'.','figure':null}],"
                + "'tools':[],'at':'2026-11-23T00:00:01Z'}";
    }
}
