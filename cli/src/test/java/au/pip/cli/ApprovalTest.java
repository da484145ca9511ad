package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Drafts that wait: how they are shown, and who is asked. */
class ApprovalTest {
    private static final String APPROVE = "POST /api/approvals/p1/approve";
    private static final String DECLINE = "POST /api/approvals/p1/decline";
    private static final String PROPOSED = "id: 1\nevent: text\ndata: {\"text\":\"Here it is.\"}\n\n"
            + "id: 2\nevent: approval\ndata: {\"approvalId\":\"p1\"}\n\n"
            + "id: 3\nevent: finished\ndata: {\"state\":\"waiting\"}\n\n";
    private static final String SAID =
            "id: 1\nevent: text\ndata: {\"text\":\"It is made.\"}\n\nid: 2\nevent: finished\ndata: {\"state\":\"completed\"}\n\n";

    private final PretendServer server = PretendServer.ofOneRun()
            .on("GET /api/runs/r1/events", PretendServer.events(PROPOSED))
            .on("GET /api/runs/r2/events", PretendServer.events(SAID))
            .on("GET /api/approvals/p1", PretendServer.json(200, view("waiting")))
            .on(
                    "GET /api/approvals?limit=100",
                    PretendServer.json(200, "{'items':[" + view("waiting") + "],'next':null}"))
            .on(APPROVE, PretendServer.json(200, decision("made", "'https://go.xero.com/app/x'", "'r2'")))
            .on(DECLINE, PretendServer.json(200, decision("declined", "null", "'r2'")));
    private final Terminalless terminal = new Terminalless();

    @AfterEach
    void close() {
        server.close();
    }

    private static String view(String state) {
        Instant now = Instant.now();
        return ("{'id':'p1','conversationId':'c1','runId':'r1','kind':'invoice','title':'Draft invoice to Acme',"
                        + "'organisation':'Café Müller','state':'%s','fields':[{'name':'Customer','value':'Acme\\u001B[31m'},"
                        + "{'name':'Due','value':'7 Dec 2026'}],'lines':[{'description':'Consulting\\nTotal: $1','quantity':'1',"
                        + "'unitAmount':'500','account':'200 Sales','taxName':'GST on Income (10%%)','amount':'$500.00',"
                        + "'tax':'$50.00'}],'totals':{'net':'$500.00','tax':'$50.00','total':'$550.00','currency':'AUD'},"
                        + "'undo':'Xero has no undo.','createdAt':'%s','expiresAt':'%s'}")
                .formatted(state, now, now.plusSeconds(200));
    }

    private static String decision(String outcome, String link, String runId) {
        return "{'outcome':'%s','message':'What came of it.','reasons':[],'link':%s,'runId':%s}"
                .formatted(outcome, link, runId);
    }

    private int run(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--server";
        all[arguments.length + 1] = server.url();
        return terminal.run(all);
    }

    @Test
    void showsTheDraftAndMakesItWhenThePersonSaysYes() {
        terminal.person("y\n");
        assertThat(run("ask", "Draft it")).isZero();
        assertThat(terminal.out())
                .contains("""
                Draft invoice to Acme
                  Organisation: Café Müller
                  Customer: Acme[31m
                  Due: 7 Dec 2026
                  Line 1: Consulting / Total: $1
                    1 × 500, account 200 Sales
                    $500.00 + $50.00 tax, GST on Income (10%)
                  Before tax: $500.00
                  Tax: $50.00
                  Total: $550.00 (AUD)
                  Xero has no undo.
                  Waits for you; expires in 3 min\
                """, "Approve? [y/N] ", "What came of it.\nhttps://go.xero.com/app/x\n", "It is made.");
        assertThat(terminal.out()).doesNotContain("\u001B");
        assertThat(server.routes()).containsOnlyOnce(APPROVE).doesNotContain(DECLINE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "n\n", "no\n", "yess\n", "approve\n"})
    void declinesWhateverIsNotYes(String typed) {
        terminal.person(typed);
        assertThat(run("ask", "Draft it")).isZero();
        assertThat(server.routes()).containsOnlyOnce(DECLINE).doesNotContain(APPROVE);
    }

    @Test
    void declinesAndLeavesTheChatWhereThePersonQuits() {
        terminal.person("");
        Iterator<String> typed = List.of("Draft it", "Draft another").iterator();
        Lines lines = new Lines() {
            @Override
            public String next() {
                return typed.next();
            }

            @Override
            public String answer(String question) {
                return "/quit";
            }
        };
        try (Target target = new Target(new PipClient(server.uri()), null, "")) {
            assertThat(new Chat(target, terminal.surroundings(), null).run(lines))
                    .isZero();
        }
        assertThat(typed).as("no line is read after it").hasNext();
        assertThat(server.routes()).containsOnlyOnce(DECLINE).doesNotContain(APPROVE, "GET /api/runs/r2/events");
        assertThat(terminal.out()).contains("What came of it.");
    }

    @Test
    void takesNothingForAnAnswerThatWasTypedBeforeTheQuestion() {
        terminal.person("y\ny\n", "n\n");
        assertThat(run("ask", "Draft it")).isZero();
        assertThat(server.routes()).containsOnlyOnce(DECLINE).doesNotContain(APPROVE);
    }

    @Test
    void decidesNothingWhenTheInputEnds() {
        terminal.person("");
        assertThat(run("ask", "Draft it")).isZero();
        assertThat(server.routes()).doesNotContain(DECLINE, APPROVE);
        assertThat(terminal.err()).contains("Not decided.", "./pip approve --server " + server.url() + " p1");
    }

    @Test
    void approvesNothingWhereNoPersonTypes() {
        terminal.typed("y\ny\n");
        assertThat(run("ask", "Draft it")).isZero();
        assertThat(terminal.out()).contains("Total: $550.00 (AUD)");
        assertThat(terminal.err()).contains("no person types here", "./pip approve --server " + server.url() + " p1");
        assertThat(server.routes()).doesNotContain(DECLINE, APPROVE);

        assertThat(run("chat")).isZero();
        assertThat(server.routes()).doesNotContain(DECLINE, APPROVE);
    }

    @Test
    void asksNobodyForPrograms() {
        server.on(
                "GET /api/runs/r1",
                PretendServer.json(
                        200,
                        "{'runId':'r1','conversationId':'c1','state':'waiting','answer':'Here it is.','figures':[],'tools':[],"
                                + "'usage':{'freshInput':0,'cacheRead':0,'cacheWrite':0,'output':0},'costUsd':'0','provider':'offline',"
                                + "'model':'offline','error':null,'approvalId':'p1'}"));
        terminal.person("y\n");
        assertThat(run("ask", "--json", "Draft it")).isZero();
        JsonNode answer = Json.MAPPER.readTree(terminal.out());
        assertThat(answer.path("state").asString()).isEqualTo("waiting");
        assertThat(answer.path("approvalId").asString()).isEqualTo("p1");
        assertThat(server.routes()).doesNotContain(APPROVE, DECLINE);
    }

    @Test
    void listsApprovesAndDeclines() {
        assertThat(run("approvals")).isZero();
        assertThat(terminal.out()).contains("Draft invoice to Acme", "./pip approve p1");
        assertThat(run("approve", "p1")).isZero();
        assertThat(run("decline", "p1")).isZero();
        assertThat(server.routes()).containsOnlyOnce(APPROVE).containsOnlyOnce(DECLINE);

        server.on(APPROVE, PretendServer.json(200, decision("refused", "null", "null")));
        assertThat(run("approve", "p1")).isEqualTo(1);
        assertThat(run("approve", "p2")).isEqualTo(1);
        assertThat(terminal.err()).contains("There is nothing here.");
        assertThat(run("approve")).isEqualTo(2);
    }

    @Test
    void listsForProgramsAndSaysWhenNothingWaits() {
        assertThat(run("approvals", "--json")).isZero();
        assertThat(Json.MAPPER.readTree(terminal.out()).path("approvals")).hasSize(1);
        server.on("GET /api/approvals?limit=100", PretendServer.json(200, "{'items':[],'next':null}"));
        assertThat(run("approvals")).isZero();
        assertThat(terminal.err()).contains("Nothing waits for your approval.");
    }
}
