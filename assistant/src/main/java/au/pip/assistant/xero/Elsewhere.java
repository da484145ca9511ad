package au.pip.assistant.xero;

import au.pip.assistant.Connection;
import au.pip.assistant.books.FactTable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a person is told of organisations that were connected in another way than the one that is set up now. */
final class Elsewhere {
    private static final String LAPSES = " A sign-in that nobody used for 60 days is lost: Xero ends it.";

    private Elsewhere() {}

    /**
     * Through what, and what to do.
     *
     * @param way the one that is set up
     * @param how to connect one; where people sign in
     */
    static String words(WayIn way, List<Connection> connections, String how) {
        StringBuilder words = new StringBuilder();
        for (Connection each : connections) {
            words.append(words(way, each)).append(' ');
        }
        String back = connections.stream().map(Elsewhere::settings).distinct().collect(Collectors.joining(", or "));
        return words + "Nothing was sent to Xero. "
                + switch (way) {
                    case WayIn.Browser _ ->
                        "Connect again: " + how + ". Or set " + back + ", and start Pip again." + LAPSES;
                    case WayIn.Custom _ -> "To use it again, set " + back + ", and start Pip again." + LAPSES;
                };
    }

    private static String words(WayIn way, Connection connection) {
        String name = FactTable.cell(connection.organisationName());
        Optional<Issuer> issuer = Issuer.of(connection.signInId());
        Issuer.Kind now = way.issuer().kind();
        if (issuer.isEmpty()) {
            return name
                    + " was connected by an earlier Pip, which did not note through what, and Pip's settings now say "
                    + now.words() + ".";
        }
        Issuer.Kind then = issuer.get().kind();
        return name + " was connected through " + then.words() + ", and Pip's settings now say "
                + (then == now ? "another" : now.words()) + ".";
    }

    private static String settings(Connection connection) {
        return Issuer.of(connection.signInId())
                .map(Issuer::kind)
                .orElse(Issuer.Kind.OWN)
                .settings();
    }

    /** What a person is told of one that was forgotten here, while Xero was not asked. */
    static String forgotten(Connection connection) {
        return FactTable.cell(connection.organisationName())
                + " is forgotten here, and Xero was not told: it may go on listing the app. Disconnect it there too: in"
                + " Xero, Settings, Connected apps.";
    }
}
