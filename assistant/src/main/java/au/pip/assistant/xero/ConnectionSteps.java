package au.pip.assistant.xero;

import au.pip.assistant.books.NextSteps;
import au.pip.assistant.store.StoreException;
import au.pip.xero.XeroException;
import au.pip.xero.XeroException.Forbidden;
import au.pip.xero.XeroException.Unauthorized;
import au.pip.xero.auth.Scopes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a person does next about one connection. Safe for use by several threads. */
final class ConnectionSteps implements NextSteps {
    /** How a person signs in, to go on with after a colon. */
    static final String HOW = "./pip xero connect, or at the top of Pip's page";

    private static final String APP = "https://developer.xero.com/app/manage";
    private static final Duration KNOWN_FOR = Duration.ofMinutes(1);

    private final WayIn way;
    private final BooleanSupplier gone;
    private @Nullable Boolean isGone;
    private long askedAt;

    /**
     * @param gone asks Xero whether the organisation is disconnected; throws {@link XeroException} when it cannot, and
     *     {@link StoreException} or {@link IllegalStateException} when that cannot be noted
     */
    ConnectionSteps(WayIn way, BooleanSupplier gone) {
        this.way = way;
        this.gone = gone;
    }

    @Override
    public String scope(String granular) {
        return Scopes.toRead(way.scopes(), granular);
    }

    @Override
    public String toGrant(List<String> scopes) {
        List<String> unasked = scopes.stream().filter(each -> !isAskedFor(each)).toList();
        return switch (way) {
            case WayIn.Browser _
            when unasked.isEmpty() -> "Connect Xero again and grant every permission: " + HOW + ".";
            case WayIn.Browser _ -> unasked(unasked) + ", then connect Xero again: " + HOW + ".";
            case WayIn.Custom _ when unasked.isEmpty() -> ticked(scopes) + ".";
            case WayIn.Custom _ -> unasked(unasked) + ". " + ticked(scopes) + ".";
        };
    }

    /** With leave to write too. */
    private boolean isAskedFor(String scope) {
        return way.scopes().contains(scope) || way.scopes().contains(scope.replaceFirst("\\.read$", ""));
    }

    private static String unasked(List<String> scopes) {
        return "Pip does not ask for " + String.join(", ", scopes) + ": add " + (scopes.size() == 1 ? "it" : "them")
                + " to XERO_SCOPES where Pip runs, or leave XERO_SCOPES out, and start Pip again";
    }

    private static String ticked(List<String> scopes) {
        return "Tick " + String.join(", ", scopes) + " for the custom connection at " + APP
                + " and authorise the connection again";
    }

    /** As {@link DraftPlaces#toLetWrite} has it. */
    static String toLetWrite(WayIn way) {
        return switch (way.issuer().kind()) {
            case OWN -> "set XERO_WRITES=drafts where Pip runs, start it anew and connect the organisation again.";
            case CUSTOM ->
                "tick "
                        + Scopes.withDrafts(way.scopes()).stream()
                                .filter(scope -> Scopes.write(Set.of(scope)))
                                .collect(Collectors.joining(", "))
                        + " for the custom connection at " + APP + ", authorise the connection again, set"
                        + " XERO_WRITES=drafts where Pip runs, and start it anew.";
            case PROXY ->
                "use an app of your own, with XERO_WRITES=drafts: a proxy gives leave to read only (.env.example tells"
                        + " how).";
        };
    }

    @Override
    public String told(XeroException trouble) {
        return switch (trouble) {
            case Forbidden refused
            when refused.cause() == Forbidden.Cause.ORGANISATION ->
                lookUp().map(isGone -> isGone ? disconnected() : notPermitted(refused))
                        .orElseGet(() -> String.valueOf(refused.getMessage()));
            case Forbidden refused -> notPermitted(refused);
            case Unauthorized refused
            when way instanceof WayIn.Custom ->
                "Xero did not let Pip in for " + refused.endpoint()
                        + ". Check that the custom connection is authorised at " + APP + ".";
            default -> String.valueOf(trouble.getMessage());
        };
    }

    /** Callers that are refused at the same time ask once; empty when Xero cannot be asked. */
    private synchronized Optional<Boolean> lookUp() {
        Boolean known = isGone;
        if (known != null && (isForGood(known) || System.nanoTime() - askedAt < KNOWN_FOR.toNanos())) {
            return Optional.of(known);
        }
        try {
            isGone = gone.getAsBoolean();
            askedAt = System.nanoTime();
        } catch (XeroException | StoreException | IllegalStateException untold) {
            return Optional.empty();
        }
        return Optional.ofNullable(isGone);
    }

    /** A person connects anew, by another sign-in; a custom connection comes back as the one it was. */
    private boolean isForGood(boolean known) {
        return known && way instanceof WayIn.Browser;
    }

    private String disconnected() {
        return "This organisation was disconnected from Pip at Xero. "
                + switch (way) {
                    case WayIn.Browser _ -> "Connect it again: " + HOW + ".";
                    case WayIn.Custom _ -> "Authorise the custom connection again at " + APP + ".";
                };
    }

    private String notPermitted(Forbidden refused) {
        String granular = Scopes.of(refused.endpoint());
        if (granular == null) {
            return String.valueOf(refused.getMessage());
        }
        String scope = scope(granular);
        return "Xero does not show " + refused.endpoint() + " to this connection: either it was connected without the"
                + " permission (scope) " + scope + ", or the Xero user who connected has a role that may not see it. "
                + toGrant(List.of(scope)) + " Or ask the organisation's adviser to change that role.";
    }
}
