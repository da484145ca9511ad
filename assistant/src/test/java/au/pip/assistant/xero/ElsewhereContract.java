package au.pip.assistant.xero;

import static au.pip.assistant.xero.PretendIdentity.BAKERY;
import static au.pip.assistant.xero.PretendIdentity.JOINERY;
import static au.pip.assistant.xero.PretendIdentity.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.AccountId;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.Connection;
import au.pip.assistant.books.BooksSource.BooksUnavailable;
import au.pip.assistant.store.Stores;
import au.pip.xero.AccessTokens;
import au.pip.xero.XeroException;
import au.pip.xero.auth.TokenSet;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Organisations of another app or proxy than the settings name, over a real store: their tokens go nowhere. */
public abstract class ElsewhereContract {
    private static final AccountId ANN = new AccountId("ann");
    private static final Issuer PROXY = Issuer.proxy(URI.create("https://connect.example"));

    private Stores stores;
    private SignInWorld world;

    /** Opens this test's own stores, empty. */
    protected abstract Stores open();

    @BeforeEach
    void openStores() {
        stores = open();
        world = new SignInWorld(stores);
    }

    @AfterEach
    void closeStores() {
        world.close();
        stores.close();
    }

    static Stream<Issuer> others() {
        return Stream.of(
                new Issuer(Issuer.Kind.OWN, "0123456789abcdef"),
                new Issuer(Issuer.Kind.CUSTOM, "0123456789abcdef"),
                PROXY);
    }

    @ParameterizedTest
    @MethodSource("others")
    void tokensGoOnlyToWhoGaveThem(Issuer other) {
        Connection studio = world.browser().connect(ANN, STUDIO).getFirst();
        world.forward(Duration.ofMinutes(31));

        try (SignInWorld anew = new SignInWorld(world, other)) {
            AccessTokens tokens = anew.organisations.tokens(ANN, studio);
            for (int call = 0; call < 3; call++) {
                assertThatExceptionOfType(XeroException.SignInNeeded.class).isThrownBy(tokens::token);
                assertThatExceptionOfType(BooksUnavailable.class)
                        .isThrownBy(() -> books(anew).books(ANN));
            }

            assertThat(anew.identity.requests).isZero();
            assertThat(anew.organisations.all(ANN)).isEmpty();
            assertThat(anew.organisations.elsewhere(ANN)).containsExactly(studio);
        }

        assertThat(world.organisations.all(ANN))
                .as("with the settings set back")
                .containsExactly(studio);
        assertThat(world.organisations.tokens(ANN, studio).token()).startsWith("e30.");
    }

    @Test
    void tellsThroughWhatItWasConnectedAndWhatToDo() {
        world.browser().connect(ANN, STUDIO, BAKERY);

        try (SignInWorld anew = new SignInWorld(world, PROXY)) {
            String told = books(anew).missing(ANN).orElseThrow();

            assertThat(told)
                    .contains("Lantern Bay Studio was connected through an app of your own")
                    .contains("Bayside Bakery was connected through")
                    .contains("settings now say a proxy")
                    .contains("./pip xero connect", "for 60 days is lost")
                    .containsOnlyOnce("XERO_OAUTH_MODE=own with the XERO_CLIENT_ID of then");
            assertThat(books(anew).note(ANN)).contains(told);
            anew.browser().connect(ANN, JOINERY);
            assertThat(books(anew).missing(ANN)).isEmpty();
            assertThat(books(anew).note(ANN)).contains(told);
        }
        assertThat(books(world).note(ANN).orElseThrow())
                .contains("Hume Joinery was connected through a proxy", "XERO_OAUTH_MODE=proxy with the XERO_PROXY_URL")
                .doesNotContain("Studio was", "Bakery was");
    }

    @Test
    void connectingItThroughTheNewWayReplacesItAndNothingElse() {
        world.browser().connect(ANN, STUDIO);
        Connection before = world.organisations.all(ANN).getFirst();
        Connection bakery = world.browser().connect(ANN, BAKERY).getFirst();

        try (SignInWorld anew = new SignInWorld(world, PROXY)) {
            Connection after = anew.browser().connect(ANN, STUDIO).getFirst();

            assertThat(after.id()).isEqualTo(before.id());
            assertThat(anew.organisations.all(ANN)).containsExactly(after);
            assertThat(anew.organisations.elsewhere(ANN)).containsExactly(bakery);
            assertThat(anew.organisations.tokens(ANN, after).token()).startsWith("e30.");
            assertThat(anew.identity.revocations + world.identity.revocations).isZero();
        }
        assertThat(world.tokens.take(ANN, before.signInId())).isEmpty();
        assertThat(world.organisations.all(ANN)).containsExactly(bakery);
        assertThat(world.organisations.tokens(ANN, bakery).token()).startsWith("e30.");
    }

    @Test
    void disconnectingItForgetsItHereAndSaysThatXeroWasNotTold() {
        world.browser().connect(ANN, STUDIO, BAKERY);

        try (SignInWorld anew = new SignInWorld(world, PROXY)) {
            for (Connection each : anew.organisations.elsewhere(ANN)) {
                Organisations.Disconnected gone =
                        anew.organisations.disconnect(ANN, each.id()).orElseThrow();
                assertThat(gone.note()).contains(each.organisationName(), "Connected apps");
            }

            assertThat(anew.organisations.elsewhere(ANN)).isEmpty();
            assertThat(anew.identity.requests).isZero();
        }
        assertThat(world.organisations.all(ANN)).isEmpty();
        assertThat(world.identity.revocations).isZero();
        assertThat(stores.audit().page(ANN, null, 10).items())
                .extracting(AuditEntry::action)
                .filteredOn("connection.removed"::equals)
                .hasSize(2);
    }

    @Test
    void questionsDoNotGoToAnotherByThemselvesWhenTheLatestChoiceIsElsewhere() {
        Connection studio = world.browser().connect(ANN, STUDIO).getFirst();
        world.forward(Duration.ofMinutes(1));
        try (SignInWorld anew = new SignInWorld(world, PROXY)) {
            anew.browser().connect(ANN, BAKERY);
            assertThat(anew.organisations.known(ANN)).isInstanceOf(CurrentOrganisation.One.class);
        }

        assertThat(world.organisations.current(ANN)).isEqualTo(new CurrentOrganisation.Unchosen(List.of(studio)));
        assertThat(books(world).missing(ANN).orElseThrow()).contains("chose last", "Lantern Bay Studio", "Which one");
        world.forward(Duration.ofMinutes(1));
        Connection chosen = world.organisations.choose(ANN, studio.id()).orElseThrow();
        assertThat(world.organisations.known(ANN).is(chosen)).isTrue();
    }

    @Test
    void itsTokensGoWithTheLastOneOfItsSignIn() {
        List<Connection> both = world.browser().connect(ANN, STUDIO, BAKERY);
        Connection kept = both.getLast();

        try (SignInWorld anew = new SignInWorld(world, PROXY)) {
            anew.organisations.disconnect(ANN, both.getFirst().id());
            assertThat(world.organisations.tokens(ANN, kept).token()).startsWith("e30.");
            anew.organisations.disconnect(ANN, kept.id());
        }
        assertThat(world.tokens.take(ANN, kept.signInId())).isEmpty();
    }

    @Test
    void aSignInThatDoesNotSayIsAnOwnApps() {
        String signIn = "0199c0de-0000-7000-8000-000000000001";
        Instant now = Instant.ofEpochMilli(world.clock.millis());
        world.tokens.keep(ANN, signIn, new TokenSet("old", world.identity.granted(), now, SignInWorld.SCOPES));
        stores.connections()
                .put(
                        ANN,
                        new Connection(
                                "c1",
                                STUDIO,
                                "Lantern Bay Studio",
                                Connection.State.CONNECTED,
                                SignInWorld.SCOPES,
                                signIn,
                                "link",
                                now,
                                now,
                                now));

        try (SignInWorld anew = new SignInWorld(world, PROXY)) {
            assertThat(books(anew).missing(ANN).orElseThrow()).contains("by an earlier Pip", "XERO_OAUTH_MODE=own");
            assertThatExceptionOfType(XeroException.SignInNeeded.class)
                    .isThrownBy(() -> anew.tokens.of(ANN, signIn).token());
            assertThat(anew.identity.requests).isZero();
        }
        assertThat(world.tokens.of(ANN, signIn).token()).startsWith("e30.");
    }

    @Test
    void aCustomConnectionLeavesAloneWhatAPersonConnected() {
        Connection studio = world.browser().connect(ANN, STUDIO).getFirst();
        Organisations custom = world.custom();

        CurrentOrganisation.One one = (CurrentOrganisation.One) custom.current(ANN);

        assertThat(one.connection().organisationId()).isEqualTo(STUDIO);
        assertThat(custom.elsewhere(ANN)).as("the same organisation").isEmpty();
        assertThat(world.organisations.all(ANN))
                .as("with the settings set back")
                .containsExactly(studio);
        assertThat(world.organisations.elsewhere(ANN)).isEmpty();
        assertThat(world.organisations.tokens(ANN, studio).token()).startsWith("e30.");
    }

    @Test
    void aSignInThatWasBegunBeforeTheSettingsChangedConnectsNothing() {
        SignInWorld.Browser browser = world.browser();
        SignIns.Begun begun = world.signIns.begin(ANN);
        Map<String, String> back =
                world.identity.consent(browser.depart(ANN, begun).address(), STUDIO);
        SignIns.Begun ticket = world.signIns.begin(ANN);

        try (SignInWorld anew = new SignInWorld(world, PROXY)) {
            SignInEnd end = anew.signIns.finish(
                    ANN, new SignIns.Return(back.get("state"), back.get("code"), null, browser.cookies::get));

            assertThat(end).isEqualTo(SignInEnd.Reason.UNKNOWN.refused());
            assertThat(anew.signIns.end(ANN, begun.id())).contains(end);
            assertThat(anew.signIns.depart(ANN, ticket.ticket(), SignInWorld.CALLBACK))
                    .isEmpty();
            assertThat(anew.identity.requests).isZero();
        }
    }

    private static ConnectedBooks books(SignInWorld of) {
        return new ConnectedBooks(of.organisations, of.http, of.stores.replies(), of.clock);
    }
}
