package au.pip.evaluation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.secret.SecretPlace;
import au.pip.assistant.store.Stores;
import au.pip.llm.contract.Answer;
import au.pip.llm.contract.ByteServer;
import au.pip.llm.settings.DotEnv;
import au.pip.llm.settings.Settings;
import au.pip.server.secrets.ServerSecrets;
import au.pip.store.jdbc.JdbcStores;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Planted secrets are in no file, row, log, answer or command line of a server that works with them. */
@Tag("slow")
class SecretsScanTest {
    private static final AccountId ACCOUNT = AccountId.LOCAL;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    private final byte[] masterKey = bytes(32);
    private final Planted modelKey = new Planted("the model's key", "sk-ant-" + hex(20) + "/+~");
    private final Planted accessToken = new Planted("the access token", "eyJ" + hex(30));
    private final Planted refreshToken = new Planted("the refresh token", hex(24) + "=/+" + hex(3));
    private final Databases databases = new Databases();
    private final PretendBooks pretend = new PretendBooks();
    private final ByteServer model = ByteServer.start();
    private final Map<String, byte[]> seen = new TreeMap<>();
    private Path data;

    @BeforeEach
    void answers() {
        data = folder.resolve("data");
        model.on(
                "/v1/messages",
                answer("You are owed nothing that I can see."),
                Answer.json(
                        401,
                        "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\",\"message\":\"invalid x-api-key\"}}"),
                answer("Hello again."));
    }

    @AfterEach
    void close() {
        model.close();
        pretend.close();
        databases.close();
    }

    @Test
    void leavesNoTraceOfAKeyFromTheEnvironment() throws Exception {
        scan(Map.of("PIP_MASTER_KEY", Base64.getEncoder().encodeToString(masterKey)), List.of());
        assertThat(found(new Planted("the master key", masterKey))).isEmpty();
    }

    @Test
    void leavesNoTraceOfAKeyOutsideItsFile() throws Exception {
        scan(Map.of(), List.of(data.resolve("master.key")));
        for (String line : Files.readAllLines(data.resolve("master.key"))) {
            if (line.contains(" plain ")) {
                byte[] key = Base64.getDecoder().decode(line.substring(line.lastIndexOf(' ') + 1));
                assertThat(found(new Planted("the master key", key))).isEmpty();
            }
        }
    }

    @Test
    void leavesNoTraceInPostgresql() throws Exception {
        String url = databases.fresh(Databases.Kind.POSTGRESQL, folder);
        scan(Map.of("PIP_MASTER_KEY", Base64.getEncoder().encodeToString(masterKey), "DATABASE_URL", url), List.of());
        assertThat(found(new Planted("the master key", masterKey))).isEmpty();
        assertThat(seen.keySet()).contains("the tables");
    }

    /** A scan that finds nothing where something was put would prove nothing. */
    @Test
    void findsWhatIsPlantedOnPurposeInEveryForm() throws Exception {
        try (Program server = server(Map.of())) {
            String address = server.awaitLine("pip ready on (\\S+)");
            for (Planted.Form form : accessToken.forms()) {
                seen.clear();
                seen.put("somewhere", ("{\"token\":\"" + form.letters() + "\"}").getBytes(ISO_8859_1));
                assertThat(found(accessToken)).as(form.name()).isNotEmpty();
            }
            for (int before = 0; before < 3; before++) {
                byte[] wrapped = ("x".repeat(before) + text(accessToken) + "tail").getBytes(UTF_8);
                seen.put("somewhere", Base64.getEncoder().encode(wrapped));
                assertThat(found(accessToken))
                        .as("in base64, %d before", before)
                        .isNotEmpty();
            }
            seen.clear();
            Map<String, String> memory = Map.of("says", "my token is " + text(accessToken));
            call(address, "POST", "/api/memory/items", new JsonMapper().writeValueAsString(memory));
            readFiles(List.of());
            readRows(Map.of());
            backUp(Map.of());
            assertThat(found(accessToken))
                    .anySatisfy(place -> assertThat(place).contains("the backup"))
                    .anySatisfy(place -> assertThat(place).contains("pip.db"))
                    .anySatisfy(place -> assertThat(place).contains("all rows"))
                    .anySatisfy(place -> assertThat(place).contains("/api/memory"));
        }
    }

    private void scan(Map<String, String> settings, List<Path> except) throws Exception {
        try (Program server = server(settings)) {
            String address = server.awaitLine("pip ready on (\\S+)");
            plant(settings);
            readCommandLines();
            converse(address);
            for (String command : List.of("status", "verify", "rotate", "verify")) {
                secrets(settings, command);
            }
            readFiles(except);
            readRows(settings);
            backUp(settings);
            server.terminate();
            readFiles(except);
            assertThat(server.errors()).as("the log is a detailed one").contains(" DEBUG ");
        }
        assertThat(seen).hasSizeGreaterThan(15);
        if (!settings.containsKey("DATABASE_URL")) {
            assertThat(seen.keySet()).anySatisfy(name -> assertThat(name).endsWith("pip.db-wal"));
        }
        for (Planted planted : List.of(modelKey, accessToken, refreshToken)) {
            assertThat(found(planted)).isEmpty();
        }
        assertThat(model.requests("/v1/messages"))
                .as("the server did work with the key")
                .isNotEmpty()
                .allSatisfy(request -> assertThat(request.headers()).containsValue(text(modelKey)));
    }

    private Program server(Map<String, String> more) {
        Map<String, String> settings = settings(more);
        settings.put("LLM_API_KEY", text(modelKey));
        settings.put("LOGGING_LEVEL_ROOT", "DEBUG");
        settings.put("LOGGING_LEVEL_AU_PIP", "TRACE");
        settings.put("LOGGING_LEVEL_ORG_SPRINGFRAMEWORK", "DEBUG");
        return Program.server(folder, settings);
    }

    private Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = pretend.settings(
                data,
                "LLM_PROVIDER",
                "anthropic",
                "LLM_DEFAULT_MODEL",
                "claude-3-5-haiku-20241022",
                "LLM_ENDPOINT",
                model.address().toString());
        settings.putAll(more);
        return settings;
    }

    /** As the server keeps them, beside it. */
    private void plant(Map<String, String> settings) {
        try (Stores stores = stores(settings);
                ServerSecrets secrets =
                        ServerSecrets.open(new Settings(settings, DotEnv.empty()), data, stores.secrets())) {
            SecretPlace tokens = new SecretPlace(ACCOUNT, "xero-tokens", "connection-1");
            String text =
                    "{\"access_token\":\"" + text(accessToken) + "\",\"refresh_token\":\"" + text(refreshToken) + "\"}";
            secrets.secrets().put(tokens, text);
            secrets.secrets().put(new SecretPlace(ACCOUNT, "model-key", "anthropic"), text(modelKey));
            assertThat(secrets.secrets().open(tokens)).isPresent();
        }
    }

    private void converse(String address) throws Exception {
        Client client = new Client(address);
        String conversation = client.conversation();
        for (String question : List.of("Hello", "What is my key?", "Who owes me money?")) {
            String run = client.say(conversation, question);
            call(address, "GET", "/api/runs/" + run + "/events", null);
            call(address, "GET", "/api/runs/" + run, null);
        }
        call(address, "POST", "/api/memory/items", "{\"says\":\"I like short answers.\"}");
        for (String path : List.of(
                "/api/health",
                "/api/status",
                "/api/usage",
                "/api/memory",
                "/api/conversations",
                "/api/conversations/" + conversation,
                "/api/conversations/" + conversation + "/entries",
                "/api/secrets",
                "/api/env",
                "/actuator/env",
                "/")) {
            call(address, "GET", path, null);
        }
        call(address, "POST", "/api/conversations/" + conversation + "/messages", "{\"id\":1}");
    }

    /** Body and headers of an answer. */
    private void call(String address, String method, String path, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        seen.put(method + " " + path, (response.headers().map() + "\n" + response.body()).getBytes(UTF_8));
    }

    private void secrets(Map<String, String> settings, String command) {
        try (Program program =
                Program.start(folder, "server", "au.pip.server.PipSecrets", settings(settings), command)) {
            readCommandLines();
            Program.Ended ended = program.awaitEnd();
            assertThat(ended.status()).as(ended.toString()).isZero();
            seen.put("./pip secrets " + command, (ended.out() + ended.err()).getBytes(UTF_8));
        }
    }

    private void readCommandLines() {
        ProcessHandle.current().children().forEach(child -> {
            try {
                seen.put(
                        "command line of " + child.pid(),
                        Files.readAllBytes(Path.of("/proc", child.pid() + "", "cmdline")));
            } catch (IOException ended) {
                // It has none any more.
            }
        });
    }

    /** The database with its log, the programs' own logs, and whatever else was left. */
    private void readFiles(List<Path> except) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!except.contains(file)) {
                    seen.put("file " + seen.size() + " " + file, Files.readAllBytes(file));
                }
            }
        }
    }

    private Stores stores(Map<String, String> settings) {
        String url = settings.get("DATABASE_URL");
        return url == null ? JdbcStores.openSqlite(data.resolve("pip.db")) : JdbcStores.openPostgres(url);
    }

    /** As it lies there, and what is in it. */
    private void backUp(Map<String, String> settings) throws IOException {
        Path backup = folder.resolve("pip.backup");
        Program.Ended ended = Program.db(folder, settings(settings), "backup", "--out", backup.toString());
        assertThat(ended.status()).as(ended.toString()).isZero();
        seen.put("./pip db backup", (ended.out() + ended.err()).getBytes(UTF_8));
        seen.put("the backup's file", Files.readAllBytes(backup));
        try (GZIPInputStream rows = new GZIPInputStream(Files.newInputStream(backup))) {
            seen.put("the backup", rows.readAllBytes());
        }
        assertThat(new String(seen.get("the backup"), UTF_8)).contains("\"pip\":\"backup\"");
    }

    private void readRows(Map<String, String> settings) {
        if (settings.containsKey("DATABASE_URL")) {
            String tables = Databases.dump(settings.get("DATABASE_URL"));
            assertThat(tables).contains("secret(").contains("Who owes me money?");
            seen.put("the tables", tables.getBytes(UTF_8));
        }
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        try (Stores stores = stores(settings)) {
            stores.rows().read(row -> rows.writeBytes((row + "\n").getBytes(UTF_8)));
        }
        assertThat(rows.toString(UTF_8)).isNotEmpty();
        seen.put("all rows", rows.toByteArray());
    }

    /** Where it is, and in which form. */
    private List<String> found(Planted planted) {
        List<String> places = new ArrayList<>();
        seen.forEach((place, bytes) -> planted.in(bytes).forEach(form -> places.add(form + " in " + place)));
        return places;
    }

    private static String text(Planted planted) {
        return new String(planted.value(), UTF_8);
    }

    private static String hex(int count) {
        return HexFormat.of().formatHex(bytes(count));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static Answer answer(String words) {
        String[] events = {
            "message_start\ndata: {\"type\":\"message_start\",\"message\":{\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"m\",\"content\":[],\"stop_reason\":null,\"usage\":{\"input_tokens\":10,\"output_tokens\":1}}}",
            "content_block_start\ndata: {\"type\":\"content_block_start\",\"index\":0,\"content_block\":{\"type\":\"text\",\"text\":\"\"}}",
            "content_block_delta\ndata: {\"type\":\"content_block_delta\",\"index\":0,\"delta\":{\"type\":\"text_delta\",\"text\":\"%s\"}}"
                    .formatted(words),
            "content_block_stop\ndata: {\"type\":\"content_block_stop\",\"index\":0}",
            "message_delta\ndata: {\"type\":\"message_delta\",\"delta\":{\"stop_reason\":\"end_turn\",\"stop_sequence\":null},\"usage\":{\"output_tokens\":9}}",
            "message_stop\ndata: {\"type\":\"message_stop\"}"
        };
        Answer.Builder answer = Answer.stream("text/event-stream", "request-id: req_1");
        for (String event : events) {
            answer.write("event: " + event + "\n\n");
        }
        return answer.end();
    }
}
