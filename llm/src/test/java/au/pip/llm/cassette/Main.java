package au.pip.llm.cassette;

import au.pip.llm.Cost;
import au.pip.llm.LlmException;
import au.pip.llm.ProviderConfig;
import au.pip.llm.settings.DotEnv;
import au.pip.llm.settings.LlmSettings;
import au.pip.llm.settings.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** {@code ./pip llm record}: a person with a key adds cassettes of a provider. */
public final class Main {
    private final Map<String, String> environment;
    private final Path folder;
    private final PrintStream out;
    private final PrintStream err;

    /** @param folder where {@code .env} is looked for */
    Main(Map<String, String> environment, Path folder, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.folder = folder;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new Main(System.getenv(), Path.of(""), System.out, System.err).run(args));
    }

    /** 0; 1 when something could not be recorded; 2 for bad arguments. */
    int run(String... args) {
        String verb = args.length == 0 ? "" : args[0];
        if (List.of("help", "--help", "-h").contains(verb) || List.of(args).contains("--help")) {
            return explain();
        }
        try {
            if (!verb.equals("record")) {
                throw new Arguments.Bad((verb.isEmpty() ? "no verb given" : "there is no verb '" + verb + "'")
                        + ": use record (./pip llm --help)");
            }
            return record(Arguments.parse(args));
        } catch (Arguments.Bad bad) {
            err.println("llm: " + bad.getMessage());
            return 2;
        } catch (LlmException.Configuration unusable) {
            err.println("llm: " + unusable.getMessage());
            return 2;
        } catch (IOException failed) {
            err.println("llm: nothing more could be written (" + failed.getMessage() + "): name another --out");
            return 1;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** The launcher shows the same file, so that nothing has to be built for it. */
    private int explain() {
        try (InputStream usage = Objects.requireNonNull(Main.class.getResourceAsStream("usage.txt"))) {
            usage.transferTo(out);
            return 0;
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private int record(Arguments arguments) throws Arguments.Bad, IOException, InterruptedException {
        List<Scenario> scenarios = arguments.scenarios();
        ProviderConfig config = config(arguments);
        Recorder recorder = new Recorder(config, Clock.systemUTC());
        Map<Scenario, Path> files = files(scenarios, config, arguments);
        announce(recorder, config, scenarios);
        boolean failed = false;
        for (Map.Entry<Scenario, Path> file : files.entrySet()) {
            Scenario scenario = file.getKey();
            try {
                Cassette cassette = recorder.record(scenario, arguments.text("--about", ""));
                cassette.readings().forEach(reading -> tell(scenario, reading));
                write(cassette, file.getValue());
            } catch (Recorder.NotRecorded reason) {
                err.println("  %-9s left out: %s".formatted(scenario.word(), reason.getMessage()));
                failed |= scenarios.size() == 1;
            } catch (LlmException.InvalidRequest rejected) {
                err.println("  %-9s left out: %s".formatted(scenario.word(), rejected.getMessage()));
                failed = true;
            } catch (LlmException failure) {
                err.println("llm: " + failure.getMessage());
                return 1;
            }
        }
        return failed ? 1 : 0;
    }

    private ProviderConfig config(Arguments arguments) throws Arguments.Bad {
        DotEnv file = DotEnv.load(folder.resolve(".env"));
        file.warnings().forEach(warning -> err.println("llm: " + warning));
        ProviderConfig chosen = LlmSettings.fromSettings(new Settings(environment, file));
        String name = arguments.text("--provider", chosen == null ? "" : chosen.provider());
        if (name.isEmpty()) {
            throw new Arguments.Bad("no provider is chosen: name one, as in --provider ollama");
        }
        Map<String, String> own = new HashMap<>(environment);
        if (chosen == null) {
            own.put("LLM_PROVIDER", name);
        }
        ProviderConfig config = LlmSettings.forProvider(new Settings(own, file), name);
        String model = arguments.text("--model");
        String api = arguments.text("--api");
        String endpoint = arguments.text("--endpoint");
        config = model == null ? config : config.withDefaultModel(model);
        config = api == null ? config : config.withApi(api);
        try {
            return endpoint == null ? config : config.withEndpoint(new URI(endpoint));
        } catch (URISyntaxException malformed) {
            throw new Arguments.Bad("--endpoint is no address: write it as https://host/v1");
        }
    }

    private Map<Scenario, Path> files(List<Scenario> scenarios, ProviderConfig config, Arguments arguments)
            throws Arguments.Bad {
        String home = environment.getOrDefault("PIP_HOME", ".");
        String usual = home + "/llm/src/test/resources/cassettes";
        String provider = config.api() == null ? config.provider() : config.provider() + "-" + config.api();
        Map<Scenario, Path> files = new LinkedHashMap<>();
        try {
            Path place =
                    Path.of(arguments.text("--out", usual)).resolve(provider).normalize();
            for (Scenario scenario : scenarios) {
                Path file = place.resolve(scenario.word() + ".json");
                if (Files.exists(file) && !arguments.has("--force")) {
                    throw new Arguments.Bad(file + " is there: overwrite it with --force, or name another --out");
                }
                files.put(scenario, file);
            }
            return files;
        } catch (InvalidPathException noPath) {
            throw new Arguments.Bad("--out is no folder name: " + noPath.getReason());
        }
    }

    private void announce(Recorder recorder, ProviderConfig config, List<Scenario> scenarios) {
        BigDecimal most = BigDecimal.ZERO;
        for (Scenario scenario : scenarios) {
            BigDecimal more = recorder.mostFor(scenario);
            most = more == null || most == null ? null : most.add(more);
        }
        String price = most == null
                ? "its price is not known here"
                : most.signum() == 0 ? "it is free" : "at most " + new Cost(most, "").display();
        err.println("Recording %d scenario%s with %s of %s: %s."
                .formatted(
                        scenarios.size(),
                        scenarios.size() == 1 ? "" : "s",
                        recorder.model(),
                        config.provider(),
                        price));
    }

    private void tell(Scenario scenario, JsonNode reading) {
        String usd = reading.path("usd").asString("");
        String result = reading.has("failure")
                ? reading.path("failure").asString() + ", status "
                        + reading.path("status").asInt()
                : "%s, %d tokens in, %d out, %s"
                        .formatted(
                                reading.path("stop").asString(),
                                reading.path("usage").path("freshInput").asLong()
                                        + reading.path("usage")
                                                .path("cacheRead")
                                                .asLong()
                                        + reading.path("usage")
                                                .path("cacheWrite5m")
                                                .asLong()
                                        + reading.path("usage")
                                                .path("cacheWrite1h")
                                                .asLong(),
                                reading.path("usage").path("output").asLong(),
                                usd.isEmpty() ? "cost not known" : new Cost(new BigDecimal(usd), "").display());
        boolean silent = scenario == Scenario.THINKING
                && reading.path("usage").path("reasoning").asLong() == 0
                && reading.findValue("thinking") == null;
        err.println("  %-9s %s%s".formatted(scenario.word(), result, silent ? ", but no thinking came" : ""));
    }

    /** Whole or not at all. */
    private void write(Cassette cassette, Path file) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Path draft = Files.writeString(file.resolveSibling(file.getFileName() + ".part"), cassette.write());
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        out.println(file);
    }
}
