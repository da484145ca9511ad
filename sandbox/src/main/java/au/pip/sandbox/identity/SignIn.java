package au.pip.sandbox.identity;

import au.pip.sandbox.books.Organisation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one consent gave to an app, and what is left of it. Its connections are its own; at Xero those of one person to
 * one app are one set over all sign-ins, told apart by {@code authEventId}.
 */
public final class SignIn {
    private final UUID event;
    private final @Nullable App app;
    private final RefreshTokens refreshTokens;
    private final List<Connection> connections = new ArrayList<>();
    private final Set<String> removed = new LinkedHashSet<>();
    private Set<String> granted;

    private SignIn(UUID event, @Nullable App app, Set<String> granted, Instant now) {
        this.event = event;
        this.app = app;
        this.granted = granted;
        this.refreshTokens = new RefreshTokens(now);
    }

    static SignIn of(App app, Set<String> scopes, List<Organisation> organisations, Instant now) {
        SignIn signIn = new SignIn(UUID.randomUUID(), app, scopes, now);
        signIn.connect(organisations, organisation -> UUID.randomUUID(), now);
        return signIn;
    }

    /** The one of the fixed token, which reaches everything and has the same ids at each start. */
    static SignIn standing(List<Organisation> organisations, Instant now) {
        SignIn signIn = new SignIn(derived("authorisation", organisations.getFirst()), null, Scopes.all(), now);
        signIn.connect(organisations, organisation -> derived("connection", organisation), now);
        return signIn;
    }

    private static UUID derived(String what, Organisation organisation) {
        String name = what + "/" + organisation.tenantId();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private void connect(List<Organisation> organisations, Function<Organisation, UUID> ids, Instant now) {
        organisations.forEach(each -> connections.add(new Connection(ids.apply(each), event, each, now)));
    }

    UUID event() {
        return event;
    }

    /** Whether it is the fixed token's, which nothing ends. */
    public boolean isStanding() {
        return app == null;
    }

    boolean isOf(App other) {
        return app != null && app.id().equals(other.id());
    }

    public synchronized List<Connection> connections() {
        return List.copyOf(connections);
    }

    public synchronized boolean reaches(UUID tenant) {
        return connections.stream()
                .anyMatch(each -> each.organisation().tenantId().equals(tenant));
    }

    /** The organisation of a custom connection, which need not be named in a call. */
    public synchronized Optional<UUID> unnamed() {
        return app == null || app.kind() != App.Kind.CUSTOM
                ? Optional.empty()
                : connections.stream()
                        .findFirst()
                        .map(each -> each.organisation().tenantId());
    }

    /**
     * Whether an area may be read.
     *
     * @param area without {@code .read}, such as {@code accounting.invoices}
     */
    public boolean allows(String area) {
        return isStanding() || Scopes.allow(scopes(), area);
    }

    /** Whether an area may be written. */
    public boolean allowsWriting(String area) {
        return isStanding() || Scopes.allowWriting(scopes(), area);
    }

    synchronized Set<String> scopes() {
        Set<String> left = new LinkedHashSet<>(granted);
        left.removeAll(removed);
        return left;
    }

    /** What a custom connection asks for with each token; what was removed stays so. */
    synchronized void grant(Set<String> scopes) {
        granted = scopes;
    }

    synchronized void remove(String scope) {
        removed.add(scope);
    }

    /** False when it has no such connection. */
    public synchronized boolean disconnect(UUID connection) {
        return connections.removeIf(each -> each.id().equals(connection));
    }

    /** False when it did not reach the organisation. */
    synchronized boolean leave(UUID tenant) {
        return connections.removeIf(each -> each.organisation().tenantId().equals(tenant));
    }

    synchronized void disconnectAll() {
        connections.clear();
    }

    /** Null where there is none: for custom connections, and without {@code offline_access}. */
    synchronized @Nullable String refreshToken() {
        return renewable() ? refreshTokens.current() : null;
    }

    synchronized boolean knows(String refreshToken) {
        return renewable() && refreshTokens.know(refreshToken);
    }

    synchronized boolean renew(String refreshToken, Instant now) {
        return refreshTokens.renew(refreshToken, now);
    }

    private boolean renewable() {
        return app != null && app.kind() != App.Kind.CUSTOM && scopes().contains(Scopes.OFFLINE);
    }

    /** For the control address. */
    synchronized Map<String, Object> render() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("app", app == null ? "" : app.id());
        fields.put("scopes", String.join(" ", scopes()));
        fields.put(
                "tenants",
                connections.stream().map(each -> each.organisation().tenantId()).toList());
        return fields;
    }
}
