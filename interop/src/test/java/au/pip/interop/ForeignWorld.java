package au.pip.interop;

import au.pip.sandbox.books.Books;
import au.pip.sandbox.books.BooksSpec;
import au.pip.sandbox.books.Company;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The foreign identity server, and the pretend Xero behind a door that only its tokens open. */
final class ForeignWorld implements AutoCloseable {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final String TOKEN = "/identity/connect/token";

    final Books books = Books.generate(new BooksSpec(7, Company.SOLE_TRADER, DAY));
    final ForeignIdentity identity = new ForeignIdentity();
    private final SandboxServer sandbox;
    private final Relay wire;
    private final Relay door;

    ForeignWorld() throws Exception {
        sandbox = SandboxServer.start(books, SandboxOptions.defaults());
        wire = Relay.to(identity.url());
        door = new Relay(this::judge);
    }

    /** Calls need a token that the identity server signed, and get to the pretend Xero with its own. */
    private Relay.Verdict judge(URI asked, String authorization) throws Exception {
        Optional<JsonNode> claims = identity.claims(authorization.replaceFirst("^Bearer ", ""));
        if (claims.isEmpty()) {
            return new Relay.Verdict.Answer(
                    401, "{\"Title\":\"Unauthorized\",\"Status\":401,\"Detail\":\"TokenExpired\"}");
        }
        String event = claims.get().path("authentication_event_id").asString();
        boolean connections = asked.getPath().equals("/connections");
        if (connections && !event.equals(Relay.form(asked.getRawQuery()).get("authEventId"))) {
            return new Relay.Verdict.Answer(200, "[]");
        }
        URI to = URI.create(sandbox.url() + (connections ? asked.getPath() : asked));
        return new Relay.Verdict.PassOn(to, "Bearer " + SandboxOptions.DEFAULT_TOKEN);
    }

    RunningPip pip(Path folder) throws Exception {
        return new RunningPip(
                folder,
                Map.of(
                        "PIP_PORT",
                        "0",
                        "PIP_DATA_DIR",
                        folder.resolve("data").toString(),
                        "PIP_TODAY",
                        DAY.toString(),
                        "LLM_PROVIDER",
                        "offline",
                        "XERO_CLIENT_ID",
                        "an-app-without-a-secret",
                        "XERO_LOGIN_URL",
                        wire.url(),
                        "XERO_IDENTITY_URL",
                        wire.url() + "/identity",
                        "XERO_API_URL",
                        door.url()));
    }

    String organisation() {
        return books.organisation().name();
    }

    List<Relay.Passed> authorizations() {
        return wire.passed("/identity/connect/authorize");
    }

    List<Relay.Passed> exchanges() {
        return granted("authorization_code");
    }

    List<Relay.Passed> renewals() {
        return granted("refresh_token");
    }

    private List<Relay.Passed> granted(String type) {
        return wire.passed(TOKEN).stream()
                .filter(each -> type.equals(each.form().get("grant_type")))
                .toList();
    }

    @Override
    public void close() {
        door.close();
        wire.close();
        sandbox.close();
        identity.close();
    }
}
