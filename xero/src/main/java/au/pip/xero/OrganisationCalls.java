package au.pip.xero;

import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Calls below {@code /api.xro/2.0} for one organisation with one sign-in. */
final class OrganisationCalls {
    static final String ROOT = "/api.xro/2.0/";

    private final XeroHttp http;
    private final AccessTokens tokens;
    private final String tenantId;

    OrganisationCalls(XeroHttp http, AccessTokens tokens, String tenantId) {
        this.http = http;
        this.tokens = tokens;
        this.tenantId = Ids.require(tenantId);
    }

    XeroSettings.Paging paging() {
        return http.settings().paging();
    }

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

    /** One call, read as a whole. */
    <T> XeroReply<T> one(String endpoint, Parameters parameters, Function<JsonNode, T> reading) {
        return reply(endpoint, get(endpoint, parameters), reading);
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
