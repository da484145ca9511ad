package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.pip.api.EntryView;
import au.pip.api.SendMessage;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PipClientTest {
    private static final String SEND = "POST /api/conversations/c1/messages";

    private final PretendServer server = PretendServer.ofOneRun();
    private final PipClient client = new PipClient(URI.create(server.url() + "//"));

    @AfterEach
    void close() {
        client.close();
        server.close();
    }

    @Test
    void sendsAMessageAgainUnderItsIdWhenTheAnswerWasLost() {
        server.on(
                SEND,
                exchange -> exchange.close(),
                PretendServer.json(202, "{'runId':'r1','conversationId':'c1','messageId':'m1'}"));
        assertThat(client.send("c1", new SendMessage("m1", "Grüße, 100 %")).runId())
                .isEqualTo("r1");
        assertThat(server.asked)
                .hasSize(2)
                .extracting(PretendServer.Asked::body)
                .containsOnly("{\"id\":\"m1\",\"text\":\"Grüße, 100 %\",\"strict\":null,\"replaces\":null}");
    }

    @Test
    void saysThatAQuestionIsTooLongWhenTheServerHangsUpOnIt() {
        server.on(SEND, exchange -> exchange.close());
        assertThatThrownBy(() -> client.send("c1", new SendMessage("m1", "x".repeat(10_000_000))))
                .isInstanceOf(CliException.class)
                .hasMessageContaining("10000000 characters")
                .hasMessageContaining("too long");
    }

    @Test
    void givesTheServersOwnWordsForAProblem() {
        server.on(SEND, PretendServer.json(409, "{'code':'run_in_progress','message':'Pip is still answering.'}"));
        assertThatThrownBy(() -> client.send("c1", new SendMessage("m1", "hi")))
                .isInstanceOfSatisfying(
                        RefusedException.class, e -> assertThat(e.status()).isEqualTo(409))
                .hasMessage("Pip is still answering.");
    }

    @Test
    void saysThatSomethingElseAnswers() {
        server.on("GET /api/status", PretendServer.whole(200, "text/html", "<html>Hello</html>"));
        assertThatThrownBy(client::status)
                .isInstanceOfSatisfying(
                        CliException.class, e -> assertThat(e.exitCode()).isEqualTo(3))
                .hasMessageContaining("does not speak as a Pip server does");
        server.on("GET /api/status", PretendServer.whole(502, "text/html", "<html>Bad gateway</html>"));
        assertThatThrownBy(client::status).hasMessageContaining("HTTP 502");
    }

    @Test
    void readsEveryPageOfAConversation() {
        server.on("GET /api/conversations/a%20b%2F../entries?limit=100", PretendServer.json(200, page("q", "'n+1'")))
                .on(
                        "GET /api/conversations/a%20b%2F../entries?limit=100&cursor=n%2B1",
                        PretendServer.json(200, page("r", "null")));
        assertThat(client.entries("a b/..")).extracting(EntryView::id).containsExactly("q", "r");
    }

    private static String page(String id, String next) {
        return "{'items':[{'id':'" + id + "','kind':'question','runId':'r1','text':'hi','state':null,'error':null,"
                + "'pieces':[],'tools':[],'at':'2026-11-23T00:00:00Z'}],'next':" + next + "}";
    }
}
