package au.pip.llm.provider;

import au.pip.llm.LlmException;
import au.pip.llm.ModelInfo;
import au.pip.llm.price.PriceCatalogue;
import au.pip.llm.protocol.ModelDirectory;
import au.pip.llm.protocol.Rendered;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is known of a host's models: from its own server where that can be asked, otherwise from the catalogue. */
final class Models {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofMinutes(5);
    private static final Duration HEALTH_PATIENCE = Duration.ofSeconds(2);

    private final Wire wire;
    private final PriceCatalogue catalogue;
    private final @Nullable ModelDirectory directory;
    private final Clock clock;
    private final Map<String, LookedUp> lookedUp = new ConcurrentHashMap<>();

    /** A local server may be given another model of the same name. */
    private record LookedUp(ModelInfo info, Instant at) {}

    Models(Wire wire, PriceCatalogue catalogue, Clock clock) {
        this.wire = wire;
        this.catalogue = catalogue;
        this.clock = clock;
        this.directory = wire.host().protocol().directory();
    }

    /** Whether the server answers; true without asking for a host that sells keys, as such a one is always there. */
    boolean reachable(Credentials credentials) {
        try {
            if (directory != null && !wire.host().needsKey()) {
                wire.fetch(wire.get(directory.healthPath(), credentials), "", credentials, HEALTH_PATIENCE);
            }
            return true;
        } catch (LlmException failed) {
            int status = failed.origin().status();
            return directory != null && status > 0 && directory.showsLife(status);
        }
    }

    List<ModelInfo> all(Credentials credentials) {
        if (directory == null) {
            return catalogue.models(wire.host().name());
        }
        try {
            JsonNode list = wire.fetch(wire.get(directory.listPath(), credentials), "", credentials, PATIENCE);
            return directory.parseList(list).stream()
                    .map(model -> find(model, credentials))
                    .toList();
        } catch (LlmException down) {
            return List.of();
        }
    }

    /**
     * What is known of a model; nothing but its name when nothing is.
     *
     * @throws LlmException.Unreachable when its server must be asked and does not answer
     */
    ModelInfo find(String model, Credentials credentials) {
        LookedUp known = lookedUp.get(model);
        if (known != null && clock.instant().isBefore(known.at().plus(FRESH))) {
            return known.info();
        }
        Rendered question = directory == null ? null : directory.renderLookup(model);
        if (directory != null && question != null) {
            return lookUp(directory, question, model, credentials);
        }
        ModelInfo listed = catalogue.model(wire.host().name(), model);
        return listed == null ? unknown(model) : listed;
    }

    private ModelInfo lookUp(ModelDirectory source, Rendered question, String model, Credentials credentials) {
        try {
            JsonNode answer = wire.fetch(wire.post(question, credentials), model, credentials, PATIENCE);
            ModelInfo info = source.parseLookup(model, answer);
            lookedUp.put(model, new LookedUp(info, clock.instant()));
            return info;
        } catch (LlmException.Unreachable down) {
            throw down;
        } catch (LlmException untold) {
            return unknown(model);
        }
    }

    private static ModelInfo unknown(String model) {
        return new ModelInfo(model, 0, 0, Set.of());
    }
}
