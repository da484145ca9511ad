package au.pip.sandbox.identity;

import au.pip.sandbox.books.Organisation;
import au.pip.sandbox.wire.Reply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Where an app sends a person's browser, and what the person says there. */
final class AuthorizeEndpoint {
    private static final Duration PATIENCE = Duration.ofHours(1);

    private final Apps apps;
    private final List<Organisation> organisations;
    private final SignIns signIns;
    private final InstantSource clock;
    private final Map<String, Asked> waiting = new ConcurrentHashMap<>();

    AuthorizeEndpoint(Apps apps, List<Organisation> organisations, SignIns signIns, InstantSource clock) {
        this.apps = apps;
        this.organisations = organisations;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** An unknown app or an address that is not registered gets a page; everything else goes back to the app. */
    Reply ask(Form query, Consent consent) {
        App app = apps.named(query.text("client_id"));
        if (app == null || app.kind() == App.Kind.CUSTOM) {
            return ConsentPage.error("unauthorized_client", "No app that a person can sign in to has this client_id.");
        }
        String redirect = query.text("redirect_uri");
        if (redirect == null || !app.mayComeBackTo(redirect)) {
            return ConsentPage.error("invalid_request", "The app has not registered this redirect_uri.");
        }
        String state = query.text("state");
        try {
            Asked asked = new Asked(app, redirect, state, scopes(app, query), challenge(app, query), clock.instant());
            return answer(asked, consent);
        } catch (Refusal refusal) {
            return refused(redirect, state, refusal.error());
        }
    }

    /** What the page of {@link #ask} sends: {@code request}, {@code decision} and {@code organisation}, repeated. */
    Reply decide(Form form) throws Refusal {
        String request = form.needed("request");
        Asked asked = waiting.get(request);
        if (asked == null) {
            return ConsentPage.error("invalid_request", "This page was answered before. Start again from the app.");
        }
        List<Organisation> chosen = organisations.stream()
                .filter(each ->
                        form.all("organisation").contains(each.tenantId().toString()))
                .toList();
        boolean allowed = form.needed("decision").equals("allow");
        if (allowed && chosen.isEmpty()) {
            return ConsentPage.of(asked, request, organisations, true);
        }
        waiting.remove(request);
        return allowed ? allow(asked, chosen) : decline(asked);
    }

    private Reply answer(Asked asked, Consent consent) {
        return switch (consent) {
            case Consent.Asked page -> {
                Instant now = clock.instant();
                waiting.values().removeIf(each -> each.at().plus(PATIENCE).isBefore(now));
                String request = Opaque.text();
                waiting.put(request, asked);
                yield ConsentPage.of(asked, request, organisations, false);
            }
            case Consent.AtOnce atOnce -> allow(asked, chosen(atOnce.tenants()));
            case Consent.Declined declined -> decline(asked);
        };
    }

    private List<Organisation> chosen(List<UUID> tenants) {
        return organisations.stream()
                .filter(each -> tenants.isEmpty() || tenants.contains(each.tenantId()))
                .toList();
    }

    private Reply allow(Asked asked, List<Organisation> chosen) {
        return asked.allowed(signIns.code(asked, chosen, clock.instant()));
    }

    private static Reply decline(Asked asked) {
        return refused(asked.redirect(), asked.state(), "access_denied");
    }

    private static Reply refused(String redirect, @Nullable String state, String error) {
        return Asked.back(redirect, state, Map.of("error", error));
    }

    private static Set<String> scopes(App app, Form query) throws Refusal {
        String type = query.needed("response_type");
        if (!type.equals("code")) {
            throw Refusal.of("unsupported_response_type");
        }
        String text = query.text("scope");
        Set<String> scopes = Scopes.of(text == null ? "" : text);
        if (!Scopes.mayAsk(app, scopes)) {
            throw Refusal.of("invalid_scope");
        }
        return scopes;
    }

    private static @Nullable String challenge(App app, Form query) throws Refusal {
        String challenge = query.text("code_challenge");
        if (challenge == null) {
            if (app.kind() == App.Kind.PUBLIC) {
                throw Refusal.request();
            }
            return null;
        }
        if (!"S256".equals(query.text("code_challenge_method")) || !challenge.matches("[A-Za-z0-9_-]{43}")) {
            throw Refusal.request();
        }
        return challenge;
    }
}
