package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.identity.App;
import au.pip.sandbox.identity.Consent;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A pretend Xero of two organisations with its sign-in, and a Pip that people connect to it. */
final class XeroWorld implements AutoCloseable {
    final Books large = Books.generate(new BooksSpec(7, Company.PTY_LTD, PretendBooks.DAY));
    final Books small = Books.generate(new BooksSpec(8, Company.SOLE_TRADER, PretendBooks.DAY));
    final SandboxServer xero;
    Program program;
    Client pip;
    private final Path folder;

    XeroWorld(Path folder, String... settings) {
        this(folder, SandboxOptions.defaults().withConsent(Consent.atOnce()), settings);
    }

    XeroWorld(Path folder, SandboxOptions options, String... settings) {
        this.folder = folder;
        try {
            xero = SandboxServer.start(List.of(large, small), options);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        start(settings);
    }

    private void start(String... settings) {
        program = Program.server(folder, settings(settings));
        pip = new Client(program.awaitLine("pip ready on (\\S+)"));
    }

    /** Pip ends, and starts over the same data with these settings. */
    void startAnew(String... settings) {
        program.close();
        program.awaitEnd();
        start(settings);
    }

    private Map<String, String> settings(String... more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "PIP_PORT", "0",
                "PIP_DATA_DIR", folder.resolve("data").toString(),
                "PIP_TODAY", PretendBooks.DAY.toString(),
                "LLM_PROVIDER", "offline",
                "XERO_CLIENT_ID", App.PUBLIC_ID,
                "XERO_LOGIN_URL", xero.url(),
                "XERO_IDENTITY_URL", xero.url(),
                "XERO_API_URL", xero.url()));
        for (int index = 0; index < more.length; index += 2) {
            settings.put(more[index], more[index + 1]);
        }
        return settings;
    }

    String largeName() {
        return large.organisation().name();
    }

    String smallName() {
        return small.organisation().name();
    }

    /** The person will choose these at Xero; none for all. */
    void chooses(Books... books) {
        xero.consent(Consent.atOnce(List.of(books).stream()
                .map(each -> each.organisation().tenantId())
                .toArray(java.util.UUID[]::new)));
    }

    JsonNode begin() throws Exception {
        Client.Reply reply = pip.send("POST", "/api/xero/sign-ins", "{}");
        assertThat(reply.status()).isEqualTo(201);
        return reply.body();
    }

    PlainBrowser.Page connect(PlainBrowser browser) throws Exception {
        return browser.open(begin().path("url").asString());
    }

    JsonNode organisations() throws Exception {
        return pip.send("GET", "/api/xero/organisations", "").body();
    }

    /** What is asked next is asked of Xero, which has to be there. */
    void forgetReplies() throws Exception {
        for (JsonNode each : organisations().path("organisations")) {
            String refresh = "/api/xero/organisations/" + each.path("id").asString() + "/refresh";
            assertThat(pip.send("POST", refresh, "").status()).isEqualTo(200);
        }
    }

    String idOf(String name) throws Exception {
        for (JsonNode each : organisations().path("organisations")) {
            if (each.path("name").asString().equals(name)) {
                return each.path("id").asString();
            }
        }
        throw new AssertionError(name + " is not connected");
    }

    /** The last entry of a new conversation, once it is the whole answer. */
    JsonNode ask(String question) throws Exception {
        String conversation = pip.conversation();
        String run = pip.say(conversation, question);
        for (int wait = 0; wait < 600 && pip.state(run).equals("running"); wait++) {
            Thread.sleep(50);
        }
        JsonNode entries = pip.send("GET", "/api/conversations/" + conversation + "/entries", "")
                .body()
                .path("items");
        return entries.get(entries.size() - 1);
    }

    @Override
    public void close() {
        program.close();
        xero.close();
    }
}
