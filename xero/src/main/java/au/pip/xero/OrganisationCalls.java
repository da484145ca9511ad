package au.pip.xero;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Calls below {@code /api.xro/2.0} for one organisation with one sign-in, and what is kept of their replies. */
final class OrganisationCalls {
    static final String ROOT = "/api.xro/2.0/";

    private final XeroHttp http;
    private final AccessTokens tokens;
    private final String tenantId;
    private final ReplyCache cache;

    OrganisationCalls(XeroHttp http, AccessTokens tokens, String tenantId, ReplyCache cache) {
        this.http = http;
        this.tokens = tokens;
        this.tenantId = Ids.require(tenantId);
        this.cache = cache;
    }

    XeroSettings.Paging paging() {
        return http.settings().paging();
    }

    ReplyCache cache() {
        return cache;
    }

    Instant now() {
        return http.clock().instant();
    }

    /** Where the organisation is, as it has told. */
    void zone(ZoneId zone) {
        http.zone(tenantId, zone);
    }

    /** One call, whatever is kept. */
    Answer get(String endpoint, Parameters parameters) {
        return get(endpoint, endpoint, parameters);
    }

    /**
     * One call whose path is not what messages call it.
     *
     * @param path encoded
     */
    Answer get(String endpoint, String path, Parameters parameters) {
        return http.get(tokens, tenantId, endpoint, ROOT + path, parameters);
    }

    /** One call, read as a whole; or what is kept of it and still young. A reply that cannot be read is not kept. */
    <T> XeroReply<T> one(String endpoint, Parameters parameters, Function<JsonNode, T> reading) {
        String name = endpoint + parameters.text();
        Duration age = ReplyAge.of(endpoint);
        Optional<Answer> kept = cache.find(name).filter(answer -> ReplyAge.isYoung(answer.at(), now(), age));
        if (kept.isPresent()) {
            return reply(endpoint, kept.get(), reading);
        }
        Answer answer = get(endpoint, parameters);
        XeroReply<T> reply = reply(endpoint, answer, reading);
        cache.keep(name, answer);
        return reply;
    }

    /**
     * A file's bytes as they are.
     *
     * @param mimeType as Xero names the file's type
     */
    Answer file(String endpoint, String mimeType) {
        return http.get(
                tokens,
                tenantId,
                endpoint,
                ROOT + endpoint,
                Parameters.NONE,
                Map.of("Accept", mimeType, "contentType", mimeType));
    }

    static <T> XeroReply<T> reply(String endpoint, Answer answer, Function<JsonNode, T> reading) {
        JsonNode json = WireJson.read(endpoint, answer.body());
        return new XeroReply<>(
                reading.apply(json), answer.at(), new Digest().add(answer).hex(), endpoint);
    }
}
