package au.pip.interop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The built server of Pip, run as people run it, and a client of its API. */
final class RunningPip implements AutoCloseable {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern READY = Pattern.compile("pip ready on (\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final String address;

    /** Starts one, and waits until it is ready. */
    RunningPip(Path folder, Map<String, String> settings) throws Exception {
        Path built = ROOT.resolve("server/target");
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        built.resolve("classes") + ":" + built.resolve("lib") + "/*",
                        "au.pip.server.PipServer",
                        "--exit-with-parent")
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment()
                .keySet()
                .removeIf(name -> name.matches("(PIP|LLM|XERO|DATABASE|ANTHROPIC|OPENAI|GEMINI|XAI)_.*"));
        builder.environment().put("PIP_HOME", ROOT.toString());
        builder.environment().putAll(settings);
        process = builder.start();
        address = ready(out, err);
    }

    private String ready(Path out, Path err) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end && process.isAlive()) {
            Matcher line = READY.matcher(Files.readString(out));
            if (line.find()) {
                return line.group(1);
            }
            Thread.sleep(50);
        }
        process.destroyForcibly();
        throw new AssertionError("the server did not start: " + Files.readString(err));
    }

    JsonNode get(String path) throws Exception {
        return send("GET", path, "");
    }

    JsonNode post(String path, String body) throws Exception {
        return send("POST", path, body);
    }

    private JsonNode send(String method, String path, String body) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> response = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new AssertionError(
                    method + " " + path + " answered " + response.statusCode() + ": " + response.body());
        }
        return JSON.readTree(response.body());
    }

    /** The last entry of a new conversation, once the answer is whole. */
    JsonNode ask(String question) throws Exception {
        String conversation = "/api/conversations/"
                + post("/api/conversations", "{}").path("id").asString();
        String message = JSON.writeValueAsString(Map.of("id", UUID.randomUUID().toString(), "text", question));
        String run = post(conversation + "/messages", message).path("runId").asString();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (get("/api/runs/" + run).path("state").asString().equals("running")) {
            if (System.nanoTime() > end) {
                throw new AssertionError("no answer came to: " + question);
            }
            Thread.sleep(50);
        }
        JsonNode entries = get(conversation + "/entries").path("items");
        return entries.get(entries.size() - 1);
    }

    /** Ends it in its own way. */
    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("the server did not end");
        }
    }
}
