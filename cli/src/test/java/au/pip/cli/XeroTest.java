package au.pip.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class XeroTest {
    private static final String LIST = "GET /api/xero/organisations";
    private static final String TWO = "{'organisations':["
            + "{'id':'o1','name':'Bayside Bakery','state':'reconnect','current':false},"
            + "{'id':'o2','name':'Lantern\\u001B[31m Bay Studio','state':'connected','current':true}],"
            + "'canConnect':true,'note':null}";
    private static final String NONE =
            "{'organisations':[],'canConnect':true,'note':'No organisation is connected to Pip yet.'}";

    @TempDir
    private Path folder;

    private final PretendServer server = new PretendServer();
    private final Terminalless terminal = new Terminalless();

    @AfterEach
    void close() {
        server.close();
    }

    private int xero(String... arguments) {
        List<String> all = new ArrayList<>(List.of("xero", arguments[0], "--server", server.url()));
        all.addAll(List.of(arguments).subList(1, arguments.length));
        return terminal.run(all.toArray(String[]::new));
    }

    private void signIn(String... states) {
        server.on(
                        "POST /api/xero/sign-ins",
                        PretendServer.json(201, "{'id':'s1','url':'http://localhost:8484/xero/sign-in/ticket'}"))
                .on(
                        "GET /api/xero/sign-ins/s1",
                        List.of(states).stream()
                                .map(state -> PretendServer.json(200, state))
                                .toArray(PretendServer.Reply[]::new));
    }

    @Test
    void printsTheAddressWaitsAndNamesWhatIsConnected() {
        signIn(
                "{'state':'waiting','organisations':[],'message':null}",
                "{'state':'connected','organisations':['Lantern Bay Studio'],'message':null}");

        assertThat(xero("connect", "--no-browser")).isZero();

        assertThat(terminal.out()).isEqualTo("Connected: Lantern Bay Studio.\n");
        assertThat(terminal.err()).isEqualTo("""
                        Open this address in a browser on this machine:
                          http://localhost:8484/xero/sign-in/ticket
                        Waiting for you to finish at Xero (Ctrl-C to stop waiting)…
                        Your questions are about it now: ./pip ask "who owes me money?"
                        """);
    }

    @Test
    void asksToChooseWhenSeveralWereConnected() {
        signIn("{'state':'connected','organisations':['A','B'],'message':null}");

        assertThat(xero("connect", "--no-browser")).isZero();

        assertThat(terminal.out()).isEqualTo("Connected: A, B.\n");
        assertThat(terminal.err()).endsWith("Choose which one your questions are about: ./pip xero use NAME\n");
    }

    @Test
    void saysWhyNothingWasConnected() {
        signIn("{'state':'refused','organisations':[],'message':'You declined at Xero.'}");

        assertThat(xero("connect", "--no-browser")).isEqualTo(1);

        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).endsWith("pip: You declined at Xero.\n");
    }

    @Test
    void stopsWaitingWhenNothingComes() {
        signIn("{'state':'waiting','organisations':[],'message':null}");

        assertThat(xero("connect", "--no-browser", "--wait", "1")).isEqualTo(1);

        assertThat(terminal.err()).contains("nothing came back from Xero in time");
    }

    @Test
    void saysHowLongItStillWaits() {
        assertThat(XeroConnectCommand.stillWaiting(540)).isEqualTo("Still waiting; 9 minutes are left.");
        assertThat(XeroConnectCommand.stillWaiting(119)).isEqualTo("Still waiting; 1 minute is left.");
        assertThat(XeroConnectCommand.stillWaiting(30)).isEqualTo("Still waiting; less than a minute is left.");
    }

    @Test
    void opensTheBrowserThatThePersonNamed() throws IOException, InterruptedException {
        Path seen = folder.resolve("seen");
        Path browser = Files.writeString(
                folder.resolve("browser"),
                "#!/bin/sh\necho \"$1\" > " + seen + ".part && mv " + seen + ".part " + seen + "\n");
        Files.setPosixFilePermissions(browser, PosixFilePermissions.fromString("rwx------"));
        terminal.environment.put("BROWSER", browser.toString());
        signIn("{'state':'connected','organisations':['A'],'message':null}");

        assertThat(xero("connect")).isZero();

        for (int wait = 0; wait < 200 && !Files.exists(seen); wait++) {
            Thread.sleep(25);
        }
        assertThat(seen).hasContent("http://localhost:8484/xero/sign-in/ticket");
        assertThat(terminal.err()).startsWith("Your browser opens Xero. If it does not,");
    }

    @Test
    void goesOnWhenTheBrowserIsNotThere() {
        terminal.environment.put("BROWSER", folder.resolve("none").toString());
        signIn("{'state':'connected','organisations':['A'],'message':null}");

        assertThat(xero("connect")).isZero();

        assertThat(terminal.err()).startsWith("Open this address in a browser on this machine:");
    }

    @Test
    void listsTheOrganisationsReadablyWithoutColour() {
        server.on(LIST, PretendServer.json(200, TWO));

        assertThat(xero("organisations")).isZero();

        assertThat(terminal.out())
                .isEqualTo("  Bayside Bakery · Xero needs you to sign in again: ./pip xero connect\n"
                        + "* Lantern[31m Bay Studio · your questions are about it\n");
        assertThat(terminal.err()).isEmpty();
    }

    @Test
    void doesNotSendThePersonToXeroWhenOnlyTheSettingsChanged() {
        server.on(LIST, PretendServer.json(200, TWO.replace("reconnect", "elsewhere")));

        assertThat(xero("organisations")).isZero();

        assertThat(terminal.out())
                .startsWith("  Bayside Bakery · connected in another way than Pip's settings say now\n")
                .doesNotContain("sign in");
    }

    @Test
    void tellsWhatIsLeftOfTheDaysCallsAndWhenTheyAreBack() {
        Instant midnight = Instant.parse("2026-11-28T00:00:00Z");
        server.on(
                LIST,
                PretendServer.json(
                        200,
                        TWO.replace(
                                "'current':true",
                                "'current':true,'calls':{'left':612,'allowed':1000,'resetsAt':'" + midnight + "'}")));

        assertThat(xero("organisations")).isZero();

        String time = DateTimeFormatter.ofPattern("h:mm a z", Locale.forLanguageTag("en-AU"))
                .format(midnight.atZone(ZoneId.systemDefault()));
        assertThat(terminal.out())
                .endsWith(" · your questions are about it · 612 of 1,000 Xero calls left today, resets at " + time
                        + "\n");
    }

    @Test
    void printsOneJsonObjectForPrograms() {
        server.on(LIST, PretendServer.json(200, TWO));

        assertThat(xero("organisations", "--json")).isZero();

        JsonNode json = Json.MAPPER.readTree(terminal.out());
        assertThat(json.path("organisations").size()).isEqualTo(2);
        assertThat(json.path("organisations").get(1).path("current").asBoolean())
                .isTrue();
        assertThat(json.path("canConnect").asBoolean()).isTrue();
    }

    @Test
    void saysWhatToDoWhenNoneIsConnected() {
        server.on(LIST, PretendServer.json(200, NONE));

        assertThat(xero("organisations")).isZero();

        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo("No organisation is connected to Pip yet.\n");
    }

    @Test
    void choosesOneByAPartOfItsName() {
        server.on(LIST, PretendServer.json(200, TWO))
                .on("POST /api/xero/organisations/o1/choice", PretendServer.json(200, TWO));

        assertThat(xero("use", "BAKERY")).isZero();

        assertThat(server.routes()).containsExactly(LIST, "POST /api/xero/organisations/o1/choice");
        assertThat(terminal.out()).contains("Bayside Bakery");
    }

    @Test
    void letsPipAskXeroAnew() {
        server.on(LIST, PretendServer.json(200, TWO))
                .on("POST /api/xero/organisations/o2/refresh", PretendServer.json(200, TWO));

        assertThat(xero("refresh", "lantern")).isZero();

        assertThat(server.routes()).containsExactly(LIST, "POST /api/xero/organisations/o2/refresh");
        assertThat(terminal.out()).contains("* Lantern");
        assertThat(terminal.err()).startsWith("Refreshed: Lantern[31m Bay Studio. The next question asks Xero again.");
    }

    @Test
    void doesNothingWhenTheNameIsNoneOrSeveral() {
        server.on(LIST, PretendServer.json(200, TWO));

        assertThat(xero("use", "ba")).isEqualTo(2);
        assertThat(xero("use", "joinery")).isEqualTo(2);
        assertThat(xero("disconnect")).isEqualTo(2);

        assertThat(server.routes()).containsOnly(LIST);
        assertThat(terminal.err())
                .contains("several organisations could be 'ba'. There are: Bayside Bakery (o1), ")
                .contains("no connected organisation is called 'joinery'")
                .contains("name the organisation. There are:");
    }

    @Test
    void disconnectsOneAndListsWhatIsLeft() {
        server.on(LIST, PretendServer.json(200, TWO))
                .on("DELETE /api/xero/organisations/o1", PretendServer.json(200, NONE));

        assertThat(xero("disconnect", "bayside", "bakery")).isZero();

        assertThat(terminal.err())
                .isEqualTo("Disconnected: Bayside Bakery.\nNo organisation is connected to Pip yet.\n");
    }

    @Test
    void givesTheServersReason() {
        server.on(LIST, PretendServer.json(200, TWO))
                .on(
                        "DELETE /api/xero/organisations/o1",
                        PretendServer.json(502, "{'code':'xero','message':'Xero could not be reached.'}"));

        assertThat(xero("disconnect", "o1")).isEqualTo(1);

        assertThat(terminal.err()).isEqualTo("pip: Xero could not be reached.\n");
    }

    @Test
    void wantsAWord() {
        assertThat(terminal.run("xero")).isEqualTo(2);
        assertThat(terminal.err()).contains("xero takes one word: connect, organisations, use, refresh or disconnect");
    }
}
