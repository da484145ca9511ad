package au.pip.llm.cassette;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import au.pip.llm.ChatEvent;
import au.pip.llm.ChatOptions;
import au.pip.llm.ChatResponse;
import au.pip.llm.ChatStream;
import au.pip.llm.Estimate;
import au.pip.llm.LlmException;
import au.pip.llm.LlmProvider;
import au.pip.llm.LlmProviders;
import au.pip.llm.Message;
import au.pip.llm.ProviderConfig;
import au.pip.llm.RetryPolicy;
import au.pip.llm.Role;
import au.pip.llm.StopReason;
import au.pip.llm.Timing;
import au.pip.llm.Usage;
import au.pip.llm.json.Json;
import au.pip.llm.price.PriceCatalogue;
import au.pip.llm.provider.StandardProviders;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Plays scenarios through a provider as it is, and makes cassettes of what goes over HTTP. */
final class Recorder {
    private final ProviderConfig config;
    private final Clock clock;
    private final String model;

    /** A scenario of which no cassette can be made; the message says why, and what to do. */
    static final class NotRecorded extends Exception {
        private static final long serialVersionUID = 1L;

        NotRecorded(String message) {
            super(message);
        }
    }

    /**
     * Sends nothing yet. A request is tried once, and prices are the catalogue's own: so that a cassette depends on
     * nothing but itself.
     *
     * @throws LlmException.Configuration when the provider cannot be made, a key is missing, or no model is chosen
     */
    Recorder(ProviderConfig config, Clock clock) {
        this.config = config.withRetry(RetryPolicy.NEVER).withPriceFile(null);
        this.clock = clock;
        new Scrubber(config); // refuses a key that it could not take out
        LlmProvider provider = provider(null);
        provider.authenticate(config.auth());
        String chosen = provider.defaultModel();
        if (chosen == null) {
            throw new LlmException.Configuration(
                    "No model is chosen for %s. Name one with --model.".formatted(config.provider()),
                    config.provider());
        }
        this.model = chosen;
    }

    private LlmProvider provider(@Nullable Tape tape) {
        return new LlmProviders(StandardProviders.entries(PriceCatalogue.standard(), clock, tape)).create(config);
    }

    String model() {
        return model;
    }

    /** What a scenario costs at most in US dollars; null when not known. A model that nobody has costs nothing. */
    @Nullable
    BigDecimal mostFor(Scenario scenario) {
        if (scenario == Scenario.ERROR) {
            return BigDecimal.ZERO;
        }
        LlmProvider provider = provider(null);
        List<Estimate> estimates = new ArrayList<>();
        scenario.play((messages, options) -> {
            estimates.add(provider.estimate(messages, options));
            return nothing();
        });
        BigDecimal most = BigDecimal.ZERO;
        for (Estimate estimate : estimates) {
            BigDecimal usd = estimate.usd();
            most = most == null || usd == null ? null : most.add(usd);
        }
        return most;
    }

    private ChatResponse nothing() {
        return new ChatResponse(
                config.provider(),
                model,
                new Message(Role.ASSISTANT, List.of()),
                StopReason.END,
                Usage.NONE,
                null,
                List.of(),
                Timing.NONE,
                null);
    }

    /**
     * @param about what a reader should know of the model or its server; may be empty
     * @throws LlmException when the provider refuses what the scenario does not expect to be refused
     */
    Cassette record(Scenario scenario, String about) throws NotRecorded, InterruptedException {
        Tape tape = new Tape();
        LlmProvider provider = provider(tape);
        Scrubber scrubber = new Scrubber(config);
        List<JsonNode> readings = play(scenario, provider, scrubber);
        List<Cassette.Exchange> exchanges = new ArrayList<>();
        for (Tape.Taken taken : tape.taken()) {
            exchanges.add(exchange(taken, scrubber));
        }
        List<JsonNode> scrubbed = readings.stream()
                .map(reading -> Json.MAPPER.readTree(scrubber.text(reading.toString())))
                .toList();
        Cassette cassette = new Cassette(
                about, LocalDate.now(clock), config.provider(), config.api(), model, scenario, exchanges, scrubbed);
        return checked(cassette, scrubber);
    }

    private List<JsonNode> play(Scenario scenario, LlmProvider provider, Scrubber scrubber) throws NotRecorded {
        List<JsonNode> readings = new ArrayList<>();
        List<String> spread = new ArrayList<>();
        try {
            scenario.play((messages, options) -> {
                ChatResponse response = say(provider, messages, options, scrubber, spread);
                readings.add(Reading.of(response));
                return response;
            });
        } catch (LlmException.ModelNotFound | LlmException.InvalidRequest | LlmException.PermissionDenied failure) {
            if (scenario != Scenario.ERROR) {
                throw failure;
            }
            return List.of(Reading.of(failure));
        }
        if (scenario == Scenario.ERROR) {
            throw new NotRecorded("the server answered for the model " + Scenario.NO_SUCH_MODEL
                    + ", so there is no error to record here");
        }
        if (!spread.isEmpty()) {
            throw new NotRecorded("a secret or an address came back cut into pieces of the reply; record it again");
        }
        for (JsonNode reading : readings) {
            for (JsonNode warning : reading.path("warnings")) {
                if (warning.asString().equals(scenario.needs())) {
                    throw new NotRecorded(model + " does not take this (" + scenario.needs()
                            + " was left out): choose another with --model");
                }
            }
        }
        return readings;
    }

    private static ChatResponse say(
            LlmProvider provider, List<Message> messages, ChatOptions options, Scrubber scrubber, List<String> spread) {
        Map<Integer, List<String>> texts = new TreeMap<>();
        try (ChatStream stream = provider.streamChat(messages, options)) {
            while (stream.hasNext()) {
                switch (stream.next()) {
                    case ChatEvent.TextDelta delta -> add(texts, delta.index(), delta.text());
                    case ChatEvent.ThinkingDelta delta -> add(texts, delta.index(), delta.thinking());
                    case ChatEvent.ToolCallDelta delta -> add(texts, delta.index(), delta.fragment());
                    case ChatEvent.Started started -> {}
                    case ChatEvent.ToolCallStarted call -> {}
                    case ChatEvent.PartFinished part -> {}
                    case ChatEvent.UsageReported report -> {}
                    case ChatEvent.CostReported report -> {}
                    case ChatEvent.Retrying retrying -> {}
                    case ChatEvent.FellBack other -> {}
                    case ChatEvent.Warned warned -> {}
                    case ChatEvent.Finished finished -> {}
                }
            }
            texts.forEach((index, text) -> {
                if (scrubber.isSpread(text)) {
                    spread.add(index.toString());
                }
            });
            return stream.response();
        }
    }

    private static void add(Map<Integer, List<String>> texts, int index, String text) {
        texts.computeIfAbsent(index, key -> new ArrayList<>()).add(text);
    }

    private Cassette.Exchange exchange(Tape.Taken taken, Scrubber scrubber) {
        Cassette.Request request = new Cassette.Request(
                taken.method(),
                scrubber.text(path(taken.address())),
                scrubber.headers(taken.requestHeaders()),
                taken.requestBody().isEmpty() ? null : json(taken.requestBody(), scrubber));
        Cassette.Answer answer = new Cassette.Answer(
                taken.status(),
                scrubber.headers(taken.answerHeaders()),
                scrubber.pieces(taken.pieces()).stream().map(Cassette.Piece::of).toList());
        return new Cassette.Exchange(request, answer);
    }

    /** From the API's own root: a gateway's path before it is its owner's affair. */
    private String path(URI address) {
        URI endpoint = config.endpoint();
        String own = endpoint == null || endpoint.getRawPath() == null ? "" : endpoint.getRawPath();
        String root = own.replaceFirst("/+$", "");
        while (root.matches(".*/(?:v\\d[a-z0-9]*|api)/*")) {
            root = root.replaceFirst("/+[^/]+/*$", "");
        }
        String path = address.getRawPath().substring(root.length());
        return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
    }

    private static JsonNode json(String body, Scrubber scrubber) {
        return Json.MAPPER.readTree(scrubber.text(body));
    }

    /** The last look before it may be written: as a file, and each answer as one text. */
    private static Cassette checked(Cassette cassette, Scrubber scrubber) throws NotRecorded {
        String file = cassette.write();
        boolean held = scrubber.holdsKey(file);
        for (Cassette.Exchange exchange : cassette.exchanges()) {
            StringBuilder body = new StringBuilder();
            exchange.answer().pieces().forEach(piece -> body.append(new String(piece.bytes(), ISO_8859_1)));
            held |= scrubber.holdsKey(body.toString());
        }
        if (held) {
            throw new NotRecorded("the key is still in what came back, in a form that could not be taken out");
        }
        try {
            return Cassette.parse(file);
        } catch (JacksonException unreadable) {
            throw new NotRecorded("what came back could not be written as a cassette");
        }
    }
}
