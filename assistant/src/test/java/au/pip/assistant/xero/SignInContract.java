package au.pip.assistant.xero;

import static au.pip.assistant.xero.PretendIdentity.BAKERY;
import static au.pip.assistant.xero.PretendIdentity.JOINERY;
import static au.pip.assistant.xero.PretendIdentity.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;

import au.pip.assistant.AccountId;
import au.pip.assistant.Connection;
import au.pip.assistant.store.Noun;
import au.pip.assistant.store.Stores;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Signing in at Xero over a real store. An implementation extends it and says how its stores are opened. */
public abstract class SignInContract {
    private static final AccountId ANN = new AccountId("ann");
    private static final AccountId MALLORY = new AccountId("mallory");

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

    @Test
    void connectsTheOrganisationThatThePersonChose() {
        List<Connection> connected = world.browser().connect(ANN, STUDIO);

        assertThat(connected).singleElement().satisfies(each -> {
            assertThat(each.organisationId()).isEqualTo(STUDIO);
            assertThat(each.organisationName()).isEqualTo("Lantern Bay Studio");
            assertThat(each.state()).isEqualTo(Connection.State.CONNECTED);
            assertThat(each.scopes()).isEqualTo(SignInWorld.SCOPES);
        });
        assertThat(world.organisations.all(ANN)).hasSize(1);
        assertThat(current(ANN)).isEqualTo("Lantern Bay Studio");
        assertThat(world.organisations.tokens(ANN, connected.getFirst()).token())
                .startsWith("e30.");
        assertThat(world.organisations.all(MALLORY)).isEmpty();
    }

    @Test
    void keepsNoTokenStateOrSecretInTheClear() {
        SignInWorld.Browser browser = world.browser();
        SignIns.Begun begun = world.signIns.begin(ANN);
        SignIns.Departure departure = browser.depart(ANN, begun);
        Map<String, String> back = world.identity.consent(departure.address(), STUDIO);
        String before = everything();
        browser.back(ANN, back);
        String access = world.organisations
                .tokens(ANN, world.organisations.all(ANN).getFirst())
                .token();

        assertThat(List.of(before, everything()))
                .allSatisfy(rows -> assertThat(rows)
                        .doesNotContain(begun.ticket(), back.get("state"), departure.secret(), access, "refresh-"));
    }

    @Test
    void asksWhichOneWhenSeveralWereChosen() {
        List<Connection> connected = world.browser().connect(ANN, STUDIO, BAKERY);

        assertThat(connected).hasSize(2);
        assertThat(current(ANN)).isEqualTo("?");

        Connection bakery = named("Bayside Bakery");
        Connection studio = named("Lantern Bay Studio");
        assertThat(world.organisations.choose(ANN, bakery.id())).isPresent();
        assertThat(current(ANN)).isEqualTo("Bayside Bakery");
        world.forward(Duration.ofSeconds(1));
        assertThat(world.organisations.choose(ANN, studio.id())).isPresent();
        assertThat(current(ANN)).isEqualTo("Lantern Bay Studio");
        assertThat(world.organisations.choose(MALLORY, bakery.id())).isEmpty();
        assertThat(world.organisations.choose(ANN, "none")).isEmpty();
    }

    @Test
    void oneSignInForTwoOrganisationsIsRenewedOnce() {
        List<Connection> connected = world.browser().connect(ANN, STUDIO, BAKERY);
        world.forward(Duration.ofMinutes(31));

        assertThat(connected)
                .extracting(each -> world.organisations.tokens(ANN, each).token())
                .hasSize(2)
                .containsOnly(
                        world.organisations.tokens(ANN, connected.getFirst()).token());
        assertThat(world.identity.renewals).isEqualTo(1);
    }

    @Test
    void aStateWorksOnce() {
        SignInWorld.Browser browser = world.browser();
        Map<String, String> back = world.identity.consent(browser.depart(ANN).address(), STUDIO);
        assertThat(browser.back(ANN, back)).isInstanceOf(SignInEnd.Connected.class);
        int exchanges = world.identity.exchanges;

        refused(SignInEnd.Reason.UNKNOWN, browser.back(ANN, back));

        assertThat(world.identity.exchanges).isEqualTo(exchanges);
        assertThat(world.organisations.all(ANN)).hasSize(1);
    }

    @Test
    void aStateWorksForTenMinutes() {
        SignInWorld.Browser browser = world.browser();
        Map<String, String> back = world.identity.consent(browser.depart(ANN).address(), STUDIO);
        world.forward(Duration.ofMinutes(10));

        refused(SignInEnd.Reason.UNKNOWN, browser.back(ANN, back));
        assertNothingHappened();
    }

    @Test
    void aForgedStateIsUnknown() {
        SignInWorld.Browser browser = world.browser();
        Map<String, String> back = world.identity.consent(browser.depart(ANN).address(), STUDIO);

        for (String forged : List.of("", "x", "A".repeat(43), "{\"userId\":\"ann\"}", "a".repeat(10_000))) {
            refused(SignInEnd.Reason.UNKNOWN, browser.back(ANN, with(back, "state", forged)));
        }
        refused(SignInEnd.Reason.UNKNOWN, browser.back(ANN, Map.of("code", back.get("code"))));
        assertNothingHappened();
    }

    @Test
    void anotherBrowserCannotFinishIt() {
        SignInWorld.Browser victims = world.browser();
        Map<String, String> back = world.identity.consent(victims.depart(ANN).address(), STUDIO);
        SignInWorld.Browser other = world.browser();
        other.depart(ANN);

        refused(SignInEnd.Reason.OTHER_BROWSER, other.back(ANN, back));

        refused(SignInEnd.Reason.UNKNOWN, victims.back(ANN, back));
        assertNothingHappened();
    }

    @Test
    void aSecretOfAnotherSignInIsAnotherBrowsers() {
        SignInWorld.Browser browser = world.browser();
        SignIns.Departure first = browser.depart(ANN);
        SignIns.Departure second = browser.depart(ANN);
        browser.cookies.put(first.cookie(), second.secret());

        refused(SignInEnd.Reason.OTHER_BROWSER, browser.back(ANN, world.identity.consent(first.address(), STUDIO)));
        assertNothingHappened();
    }

    @Test
    void severalSignInsGoOnInOneBrowser() {
        SignInWorld.Browser browser = world.browser();
        SignIns.Departure first = browser.depart(ANN);
        SignIns.Departure second = browser.depart(ANN);

        assertThat(browser.back(ANN, world.identity.consent(second.address(), BAKERY)))
                .isInstanceOf(SignInEnd.Connected.class);
        assertThat(browser.back(ANN, world.identity.consent(first.address(), STUDIO)))
                .isInstanceOf(SignInEnd.Connected.class);
        assertThat(world.organisations.all(ANN)).hasSize(2);
    }

    /** The link of an attacker, who began a sign-in on an account of their own, is followed by somebody else. */
    @Test
    void anAttackersLinkNeverAttachesTheVictimsOrganisation() {
        SignIns.Begun link = world.signIns.begin(MALLORY);
        assertThat(world.signIns.depart(ANN, link.ticket(), SignInWorld.CALLBACK))
                .as("followed by the victim, who has another account")
                .isEmpty();

        SignIns.Departure mallorys = world.browser().depart(MALLORY, link);
        Map<String, String> back = world.identity.consent(mallorys.address(), STUDIO);
        SignInWorld.Browser victims = world.browser();
        refused(SignInEnd.Reason.UNKNOWN, victims.back(ANN, back));
        refused(SignInEnd.Reason.OTHER_BROWSER, victims.back(MALLORY, back));

        assertNothingHappened();
        assertThat(world.organisations.all(MALLORY)).isEmpty();
    }

    /** An attacker's code, brought to the victim, would attach the attacker's organisation to the victim's account. */
    @Test
    void anAttackersCodeIsNotTakenWithTheVictimsState() {
        SignInWorld.Browser mallorys = world.browser();
        Map<String, String> attackers =
                world.identity.consent(mallorys.depart(MALLORY).address(), JOINERY);
        SignInWorld.Browser victims = world.browser();
        Map<String, String> victim = world.identity.consent(victims.depart(ANN).address(), STUDIO);

        SignInEnd end = victims.back(ANN, with(victim, "code", attackers.get("code")));

        assertThat(end).isInstanceOf(SignInEnd.Refused.class);
        assertThat(world.organisations.all(ANN)).isEmpty();
    }

    @Test
    void aTicketWorksOnceForTenMinutes() {
        SignIns.Begun once = world.signIns.begin(ANN);
        world.browser().depart(ANN, once);
        assertThat(world.signIns.depart(ANN, once.ticket(), SignInWorld.CALLBACK))
                .isEmpty();

        SignIns.Begun late = world.signIns.begin(ANN);
        world.forward(Duration.ofMinutes(10));
        assertThat(world.signIns.depart(ANN, late.ticket(), SignInWorld.CALLBACK))
                .isEmpty();
        assertThat(world.signIns.depart(ANN, "no ticket", SignInWorld.CALLBACK)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "access_denied, DECLINED",
        "invalid_scope, SCOPE",
        "unauthorized_client, APP",
        "no_free_place, FULL",
        "app_refused, PROXY_APP",
        "invalid_grant, CODE",
        "temporarily_unavailable, XERO",
        "<script>alert(1)</script>, XERO",
    })
    void tellsWhatXeroSaid(String error, SignInEnd.Reason reason) {
        SignInWorld.Browser browser = world.browser();
        SignIns.Begun begun = world.signIns.begin(ANN);
        Map<String, String> back =
                world.identity.consent(browser.depart(ANN, begun).address(), STUDIO);
        Map<String, String> refusal = new HashMap<>(Map.of("state", back.get("state"), "error", error));

        SignInEnd end = browser.back(ANN, refusal);

        refused(reason, end);
        assertThat(((SignInEnd.Refused) end).message()).doesNotContain("<");
        assertThat(world.signIns.end(ANN, begun.id())).as("who waits is told").contains(end);
        assertThat(world.signIns.end(ANN, begun.id())).as("once").isEmpty();
        assertNothingHappened();
    }

    @Test
    void whoWaitsIsToldOfTheEnd() {
        SignInWorld.Browser browser = world.browser();
        SignIns.Begun begun = world.signIns.begin(ANN);
        assertThat(world.signIns.end(ANN, begun.id())).isEmpty();

        browser.back(ANN, world.identity.consent(browser.depart(ANN, begun).address(), STUDIO));

        assertThat(world.signIns.end(MALLORY, begun.id())).isEmpty();
        assertThat(world.signIns.end(ANN, begun.id())).contains(new SignInEnd.Connected(world.organisations.all(ANN)));
    }

    @Test
    void aCodeThatXeroTakesNoMoreConnectsNothing() {
        SignInWorld.Browser browser = world.browser();
        Map<String, String> back = world.identity.consent(browser.depart(ANN).address(), STUDIO);

        refused(SignInEnd.Reason.CODE, browser.back(ANN, with(back, "code", "spent")));
        assertThat(world.organisations.all(ANN)).isEmpty();
    }

    @Test
    void keepsNoTokensWhenNoOrganisationWasChosenOrXeroDoesNotTell() {
        SignInWorld.Browser browser = world.browser();
        refused(
                SignInEnd.Reason.NO_ORGANISATION,
                browser.back(ANN, world.identity.consent(browser.depart(ANN).address())));
        assertThat(secrets()).isZero();

        Map<String, String> back = world.identity.consent(browser.depart(ANN).address(), STUDIO);
        world.identity.down = true;
        refused(SignInEnd.Reason.XERO, browser.back(ANN, back));
        assertThat(secrets()).isZero();
        assertThat(world.organisations.all(ANN)).isEmpty();
    }

    /** The person's other Pip, or the app's other users, may have connected more. */
    @Test
    void takesOnlyWhatWasThereBeforeWhereXeroDoesNotTellWhatWasChosen() {
        world.browser().connect(ANN, STUDIO);
        world.browser().connect(MALLORY, BAKERY, JOINERY);
        world.identity.tellsEvents = false;

        List<Connection> connected = world.browser().connect(ANN, STUDIO);

        assertThat(connected).extracting(Connection::organisationName).containsExactly("Lantern Bay Studio");
        assertThat(world.organisations.all(ANN)).isEqualTo(connected);
        SignInWorld.Browser others = world.browser();
        refused(
                SignInEnd.Reason.NO_ORGANISATION,
                others.back(
                        new AccountId("bob"),
                        world.identity.consent(
                                others.depart(new AccountId("bob")).address(), STUDIO)));
    }

    private void assertNothingHappened() {
        assertThat(world.identity.exchanges).isZero();
        assertThat(world.organisations.all(ANN)).isEmpty();
        assertThat(secrets()).isZero();
    }

    private static void refused(SignInEnd.Reason reason, SignInEnd end) {
        assertThat(end)
                .isInstanceOfSatisfying(
                        SignInEnd.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(reason));
    }

    private String current(AccountId account) {
        return switch (world.organisations.current(account)) {
            case CurrentOrganisation.None _ -> "none";
            case CurrentOrganisation.Unchosen _, CurrentOrganisation.Moved _ -> "?";
            case CurrentOrganisation.One(Connection one) -> one.organisationName();
        };
    }

    private Connection named(String name) {
        return world.organisations.all(ANN).stream()
                .filter(each -> each.organisationName().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> with(Map<String, String> query, String name, String value) {
        Map<String, String> other = new HashMap<>(query);
        other.put(name, value);
        return other;
    }

    private String everything() {
        StringBuilder text = new StringBuilder();
        stores.rows().read(row -> text.append(row.values()).append('\n'));
        return text.toString();
    }

    private long secrets() {
        long[] open = {0};
        stores.rows().read(row -> {
            if (row.noun() == Noun.SECRET && !row.text("sealed").equals("removed")) {
                open[0]++;
            }
        });
        return open[0];
    }
}
