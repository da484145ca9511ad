package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SearchTest {
    private static final String FIRST = "GET /api/search?q=gst%20quarter&limit=20";
    private static final String FOUND = "{'conversationId':'c1','title':'How much GST?','entryId':'e1','kind':'answer',"
            + "'before':'…this ','hit':'GST','after':' quarter \\u001B[31mso far…','at':'2026-11-23T12:00:00Z'}";

    private final PretendServer server = new PretendServer();
    private final Terminalless terminal = new Terminalless();

    @AfterEach
    void close() {
        server.close();
    }

    private int search(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "search";
        all[1] = "--server";
        all[2] = server.url();
        System.arraycopy(arguments, 0, all, 3, arguments.length);
        return terminal.run(all);
    }

    @Test
    void showsTitleDateAndALineAroundTheHit() {
        server.on(FIRST, PretendServer.json(200, "{'items':[" + FOUND + "],'next':null}"));
        assertThat(search("gst", "quarter")).isZero();
        assertThat(terminal.out())
                .isEqualTo("How much GST? · 23 Nov 2026 · answered\n"
                        + "  …this GST quarter [31mso far…\n"
                        + "  ./pip chat --server " + server.url() + " --conversation c1\n");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void printsOneJsonObjectForPrograms() {
        server.on(FIRST, PretendServer.json(200, "{'items':[" + FOUND + "],'next':null}"));
        assertThat(search("--json", "gst quarter")).isZero();
        assertThat(terminal.out().lines()).hasSize(1);
        JsonNode answer = Json.MAPPER.readTree(terminal.out());
        assertThat(answer.get("more").asBoolean()).isFalse();
        assertThat(answer.get("found").get(0).get("conversationId").asString()).isEqualTo("c1");
        assertThat(answer.get("found").get(0).get("at").asString()).isEqualTo("2026-11-23T12:00:00Z");
    }

    @Test
    void goesOnPastPagesThatAreEmpty() {
        server.on(FIRST, PretendServer.json(200, "{'items':[],'next':'a/b'}"))
                .on(
                        "GET /api/search?q=gst%20quarter&limit=20&cursor=a%2Fb",
                        PretendServer.json(200, "{'items':[" + FOUND + "],'next':null}"));
        assertThat(search("gst quarter")).isZero();
        assertThat(terminal.out()).contains("How much GST?");
    }

    @Test
    void saysWhenThereIsMoreAndWhenThereIsNothing() {
        server.on(
                "GET /api/search?q=gst&limit=1",
                PretendServer.json(200, "{'items':[" + FOUND + "],'next':'more'}"),
                PretendServer.json(200, "{'items':[],'next':null}"));
        assertThat(search("--limit", "1", "gst")).isZero();
        assertThat(terminal.err()).isEqualTo("There are more: add a word, or --limit 100.\n");
        assertThat(search("--limit", "1", "gst")).isZero();
        assertThat(terminal.err()).endsWith("Nothing that was said has these words.\n");
    }

    @Test
    void givesTheServersReason() {
        server.on(
                "GET /api/search?q=%3F&limit=20",
                PretendServer.json(400, "{'code':'invalid','message':'There is no word to look for.'}"));
        assertThat(search("?")).isEqualTo(1);
        assertThat(terminal.err()).isEqualTo("pip: There is no word to look for.\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "x", "-1"})
    void refusesALimitThatIsNone(String limit) {
        assertThat(search("--limit=" + limit, "gst")).isEqualTo(2);
        assertThat(terminal.err()).isEqualTo("pip: --limit takes a number from 1 to 100; it is '" + limit + "'.\n");
    }

    @Test
    void tellsTheDayWhereThePersonIs() {
        TimeZone usual = TimeZone.getDefault();
        server.on(FIRST, PretendServer.json(200, "{'items':[" + FOUND + "],'next':null}"));
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Auckland"));
            assertThat(search("gst quarter")).isZero();
        } finally {
            TimeZone.setDefault(usual);
        }
        assertThat(terminal.out()).contains(" · 24 Nov 2026 · ");
    }

    @Test
    void offersOnlyWhatThisVerbHasWhenNoServerAnswers() {
        String gone = server.url();
        server.close();
        assertThat(terminal.run("search", "--server", gone, "gst")).isEqualTo(3);
        assertThat(terminal.err()).contains("Start one with ./pip serve.").doesNotContain("--demo");
    }

    @Test
    void asksForWords() {
        assertThat(search()).isEqualTo(2);
        assertThat(terminal.err())
                .isEqualTo("pip: there are no words to look for. Say some: ./pip search \"gst quarter\"\n");
    }
}
