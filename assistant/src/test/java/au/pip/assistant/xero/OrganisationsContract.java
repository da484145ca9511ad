package au.pip.assistant.xero;

import static au.pip.assistant.xero.PretendIdentity.BAKERY;
import static au.pip.assistant.xero.PretendIdentity.JOINERY;
import static au.pip.assistant.xero.PretendIdentity.STUDIO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.pip.assistant.AccountId;
import au.pip.assistant.AuditEntry;
import au.pip.assistant.Connection;
import au.pip.assistant.books.Books;
import au.pip.assistant.books.BooksSource.BooksUnavailable;
import au.pip.assistant.secret.Keyring;
import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.SecretBox;
import au.pip.assistant.secret.Secrets;
import au.pip.assistant.store.ReplyStore;
import au.pip.assistant.store.Stores;
import au.pip.xero.AccessTokens;
import au.pip.xero.XeroException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of connected organisations over a real store: renewed, ended, connected anew, disconnected. */
public abstract class OrganisationsContract {
    private static final AccountId ANN = new AccountId("ann");

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
    void aHundredCallersInTwoNodesRenewAnExpiredTokenOnce() {
        Connection studio = world.browser().connect(ANN, STUDIO).getFirst();
        world.forward(Duration.ofMinutes(31));
        List<AccessTokens> nodes = List.of(
                world.tokens.of(ANN, studio.signInId()), world.tokens(world.way).of(ANN, studio.signInId()));

        List<CompletableFuture<String>> callers = IntStream.range(0, 100)
                .mapToObj(caller -> CompletableFuture.supplyAsync(
                        () -> nodes.get(caller % 2).token(), Thread::startVirtualThread))
                .toList();

        assertThat(callers.stream().map(CompletableFuture::join).distinct()).hasSize(1);
        assertThat(world.identity.renewals).isEqualTo(1);
        assertThat(stores.leases().named(ANN, "xero")).isEmpty();
    }

    @Test
    void aSignInThatXeroEndedSaysSoOfEachOfItsOrganisationsAndIsNotAskedAgain() {
        List<Connection> connected = world.browser().connect(ANN, STUDIO, BAKERY);
        Connection joinery = world.browser().connect(ANN, JOINERY).getFirst();
        world.identity.withdrawAll();
        world.forward(Duration.ofMinutes(31));
        AccessTokens tokens = world.organisations.tokens(ANN, connected.getFirst());

        for (int call = 0; call < 3; call++) {
            assertThatExceptionOfType(XeroException.SignInNeeded.class).isThrownBy(tokens::token);
        }

        assertThat(world.identity.renewals).isEqualTo(1);
        assertThat(world.organisations.all(ANN))
                .filteredOn(each -> each.state() == Connection.State.RECONNECT)
                .hasSize(2)
                .extracting(Connection::id)
                .doesNotContain(joinery.id());
    }

    @Test
    void connectingAnewReplacesTheSignInAndKeepsTheRest() {
        Connection before = world.browser().connect(ANN, STUDIO).getFirst();
        world.identity.withdrawAll();
        world.forward(Duration.ofMinutes(31));
        assertThatExceptionOfType(XeroException.SignInNeeded.class)
                .isThrownBy(() -> world.organisations.tokens(ANN, before).token());

        Connection after = world.browser().connect(ANN, STUDIO).getFirst();

        assertThat(world.organisations.all(ANN)).containsExactly(after);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.createdAt()).isEqualTo(before.createdAt());
        assertThat(after.state()).isEqualTo(Connection.State.CONNECTED);
        assertThat(after.signInId()).isNotEqualTo(before.signInId());
        assertThat(world.organisations.tokens(ANN, after).token()).startsWith("e30.");
        assertThat(world.tokens.take(ANN, before.signInId())).isEmpty();
        assertThat(world.identity.revocations)
                .as("would end what was just connected")
                .isZero();
    }

    @Test
    void oneOfTwoKeepsItsSignInWhenTheOtherGoesAnotherWay() {
        List<Connection> both = world.browser().connect(ANN, STUDIO, BAKERY);
        Connection bakery = named("Bayside Bakery");

        world.browser().connect(ANN, STUDIO);

        assertThat(world.organisations.all(ANN)).hasSameSizeAs(both);
        assertThat(named("Bayside Bakery")).isEqualTo(bakery);
        assertThat(world.organisations.tokens(ANN, bakery).token()).startsWith("e30.");
    }

    @Test
    void disconnectsOneAtXeroAndLeavesTheOtherOfItsSignIn() {
        world.browser().connect(ANN, STUDIO, BAKERY);
        Connection studio = named("Lantern Bay Studio");

        Organisations.Disconnected gone =
                world.organisations.disconnect(ANN, studio.id()).orElseThrow();

        assertThat(gone.connection()).isEqualTo(studio);
        assertThat(gone.left()).extracting(Connection::organisationName).containsExactly("Bayside Bakery");
        assertThat(world.identity.links()).isEqualTo(1);
        assertThat(world.identity.revocations).isZero();
        assertThat(world.organisations.tokens(ANN, named("Bayside Bakery")).token())
                .startsWith("e30.");
        assertThat(world.organisations.disconnect(ANN, studio.id())).isEmpty();
    }

    @Test
    void oneThatWasDisconnectedAtXeroIsToBeConnectedAgainAndTheOtherOfItsSignInIsNot() {
        world.browser().connect(ANN, STUDIO, BAKERY);
        Connection studio = named("Lantern Bay Studio");
        assertThat(world.organisations.isGone(ANN, studio)).isFalse();
        assertThat(named("Lantern Bay Studio")).isEqualTo(studio);
        world.identity.disconnect(STUDIO);

        assertThat(world.organisations.isGone(ANN, studio)).isTrue();

        assertThat(named("Lantern Bay Studio").state()).isEqualTo(Connection.State.RECONNECT);
        assertThat(named("Bayside Bakery").state()).isEqualTo(Connection.State.CONNECTED);
        assertThat(world.browser().connect(ANN, STUDIO).getFirst().state()).isEqualTo(Connection.State.CONNECTED);
    }

    @Test
    void theLastOneTakesTheTokensAndGivesThemBack() {
        Connection studio = world.browser().connect(ANN, STUDIO).getFirst();

        assertThat(world.organisations.disconnect(new AccountId("bob"), studio.id()))
                .isEmpty();
        assertThat(world.organisations
                        .disconnect(ANN, studio.id())
                        .orElseThrow()
                        .left())
                .isEmpty();

        assertThat(world.organisations.all(ANN)).isEmpty();
        assertThat(world.identity.links()).isZero();
        assertThat(world.identity.revocations).isEqualTo(1);
        assertThat(world.tokens.take(ANN, studio.signInId())).isEmpty();
        assertThat(stores.audit().page(ANN, null, 10).items())
                .extracting(AuditEntry::action, AuditEntry::subject)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("connection.removed", studio.id()),
                        org.assertj.core.groups.Tuple.tuple("connection.added", studio.id()));
    }

    /** Xero ends every connection of a person with the token that is given back. */
    @Test
    void givesNothingBackWhileAnotherOrganisationIsConnected() {
        Connection studio = world.browser().connect(ANN, STUDIO).getFirst();
        Connection bakery = world.browser().connect(ANN, BAKERY).getFirst();

        world.organisations.disconnect(ANN, studio.id());

        assertThat(world.identity.revocations).isZero();
        assertThat(world.tokens.take(ANN, studio.signInId())).isEmpty();
        assertThat(world.organisations.tokens(ANN, bakery).token()).startsWith("e30.");
    }

    /** Xero keeps a person's connections with an app as one set, whoever made them. */
    @Test
    void givesNothingBackWhileTheSamePersonHasAnotherPip() {
        Connection bobs = world.browser().connect(new AccountId("bob"), BAKERY).getFirst();
        Connection studio = world.browser().connect(ANN, STUDIO).getFirst();

        world.organisations.disconnect(ANN, studio.id());

        assertThat(world.identity.revocations).isZero();
        assertThat(world.identity.links()).isEqualTo(1);
        assertThat(world.tokens.take(ANN, studio.signInId())).isEmpty();
        assertThat(world.organisations.disconnect(new AccountId("bob"), bobs.id()))
                .isPresent();
        assertThat(world.identity.revocations).as("the last of all").isEqualTo(1);
    }

    @Test
    void saysThatXeroWasNotToldWhenItDoesNotTakeTheApp() {
        Connection studio = world.browser().connect(ANN, STUDIO).getFirst();
        world.forward(Duration.ofMinutes(31));
        world.identity.refusesApp = true;

        Organisations.Disconnected gone =
                world.organisations.disconnect(ANN, studio.id()).orElseThrow();

        assertThat(gone.note()).contains("Lantern Bay Studio is forgotten here", "Connected apps");
        assertThat(world.organisations.all(ANN)).isEmpty();
        assertThat(world.tokens.take(ANN, studio.signInId())).isEmpty();
        assertThat(world.identity.links()).isEqualTo(1);
        assertThat(world.identity.revocations).isZero();
    }

    @Test
    void staysConnectedWhenXeroCannotBeAsked() {
        Connection studio = world.browser().connect(ANN, STUDIO).getFirst();
        world.identity.down = true;

        assertThatExceptionOfType(XeroException.Unavailable.class)
                .isThrownBy(() -> world.organisations.disconnect(ANN, studio.id()));

        assertThat(world.organisations.all(ANN)).containsExactly(studio);
        world.identity.down = false;
        assertThat(world.organisations.disconnect(ANN, studio.id())).isPresent();
    }

    @Test
    void forgetsOneThatXeroHasEndedWithoutAskingIt() {
        Connection studio = world.browser().connect(ANN, STUDIO).getFirst();
        world.identity.withdrawAll();
        world.forward(Duration.ofMinutes(31));

        assertThat(world.organisations.disconnect(ANN, studio.id())).isPresent();

        assertThat(world.organisations.all(ANN)).isEmpty();
        assertThat(world.identity.unlinked).isZero();
    }

    @Test
    void questionsGoToNoOtherOrganisationByThemselves() {
        world.browser().connect(ANN, STUDIO, BAKERY, JOINERY);
        for (String name : List.of("Bayside Bakery", "Hume Joinery", "Lantern Bay Studio")) {
            world.organisations.choose(ANN, named(name).id());
            world.forward(Duration.ofSeconds(1));
        }

        world.organisations.disconnect(ANN, named("Lantern Bay Studio").id());

        assertThat(world.organisations.current(ANN)).isInstanceOf(CurrentOrganisation.Unchosen.class);
        world.organisations.choose(ANN, named("Hume Joinery").id());
        world.organisations.disconnect(ANN, named("Bayside Bakery").id());
        assertThat(world.organisations.current(ANN)).isEqualTo(new CurrentOrganisation.One(named("Hume Joinery")));
    }

    @Test
    void tokensThatAnotherMasterKeySealedAreAMatterForWhoeverRunsPip() {
        Connection studio = world.browser().connect(ANN, STUDIO).getFirst();
        Keyring others = new Keyring(MasterKey.random(new SecureRandom()), List.of());
        SignInTokens tokens = new SignInTokens(
                stores, new Secrets(stores.secrets(), SecretBox.over(() -> others)), world.way, "node-2", world.clock);

        assertThatExceptionOfType(XeroException.AppRefused.class)
                .isThrownBy(() -> tokens.of(ANN, studio.signInId()).token())
                .withMessageContaining("master key");
        assertThat(world.organisations.all(ANN)).containsExactly(studio);
    }

    @Test
    void aCustomConnectionIsLookedUpAtTheFirstQuestion() {
        world.browser().connect(ANN, BAKERY);
        Organisations custom = world.custom();
        assertThat(custom.all(ANN)).as("another way in").isEmpty();

        CurrentOrganisation.One one = (CurrentOrganisation.One) custom.current(ANN);

        assertThat(one.connection().organisationName()).isEqualTo("Bayside Bakery");
        assertThat(custom.current(ANN)).isEqualTo(one);
        assertThat(custom.all(ANN)).containsExactly(one.connection());
        assertThat(custom.tokens(ANN, one.connection()).token()).startsWith("e30.");
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> custom.disconnect(ANN, one.connection().id()))
                .withMessageContaining("XERO_CLIENT_ID");
    }

    @Test
    void aCustomConnectionThatLeadsToAnotherOrganisationIsToldOnceAndNotAnsweredUnderTheOldName() {
        world.browser().connect(new AccountId("bob"), BAKERY);
        Organisations custom = world.custom();
        ConnectedBooks books = new ConnectedBooks(custom, world.http, stores.replies(), world.clock);
        books.books(ANN);
        Connection before = custom.all(ANN).getFirst();
        stores.replies().put(ANN, before.id(), "kept", new ReplyStore.Reply(world.clock.instant(), new byte[9]));
        int requests = world.identity.requests;
        books.books(ANN);
        assertThat(world.identity.requests).as("one token is asked once").isEqualTo(requests);

        world.identity.move(BAKERY, JOINERY);
        world.forward(Duration.ofMinutes(31));

        assertThatExceptionOfType(BooksUnavailable.class)
                .isThrownBy(() -> books.books(ANN))
                .withMessageContaining("now leads to Hume Joinery; until now it led to Bayside Bakery");
        assertThat(custom.all(ANN)).extracting(Connection::organisationName).containsExactly("Hume Joinery");
        assertThat(custom.known(ANN).is(custom.all(ANN).getFirst())).isTrue();
        assertThat(stores.replies().bytes(ANN, before.id())).isZero();
        assertThat(books.books(ANN)).isNotNull();
        assertThat(books.missing(ANN)).isEmpty();
    }

    @Test
    void ofTwoQuestionsAtOnceNeitherIsAnsweredUnderTheOldName() throws Exception {
        world.browser().connect(new AccountId("bob"), BAKERY);
        ConnectedBooks books = new ConnectedBooks(world.custom(), world.http, stores.replies(), world.clock);
        books.books(ANN);
        world.identity.move(BAKERY, JOINERY);
        world.forward(Duration.ofMinutes(31));
        Instant now = world.clock.instant();
        stores.leases().take(ANN, "xero-organisations", "another", now, now.plus(Duration.ofMinutes(5)));
        int asked = world.identity.requests;

        CompletableFuture<String> first = CompletableFuture.supplyAsync(() -> told(books), Thread::startVirtualThread);
        while (world.identity.requests < asked + 2) {
            Thread.sleep(10);
        }
        Thread.sleep(200);
        CompletableFuture<String> second = CompletableFuture.supplyAsync(() -> told(books), Thread::startVirtualThread);
        Thread.sleep(200);
        stores.leases().release(ANN, "xero-organisations", "another");

        assertThat(List.of(first.get(), second.get()))
                .allMatch(each -> each.contains("now leads to Hume Joinery; until now it led to Bayside Bakery"));
        assertThat(books.books(ANN)).isNotNull();
        assertThat(stores.connections().all(ANN))
                .extracting(Connection::organisationName)
                .containsExactly("Hume Joinery");
    }

    private static String told(ConnectedBooks books) {
        try {
            return books.books(ANN).organisationId();
        } catch (BooksUnavailable e) {
            return String.valueOf(e.getMessage());
        }
    }

    @Test
    void aCustomConnectionThatLeadsNowhereForNowIsAskedAgain() {
        world.browser().connect(new AccountId("bob"), BAKERY);
        ConnectedBooks books = new ConnectedBooks(world.custom(), world.http, stores.replies(), world.clock);
        books.books(ANN);
        world.identity.disconnect(BAKERY);
        world.forward(Duration.ofMinutes(31));
        assertThat(books.books(ANN)).as("Xero does not say").isNotNull();

        world.browser().connect(new AccountId("bob"), JOINERY);

        assertThat(told(books)).contains("now leads to Hume Joinery");
        assertThat(stores.audit().page(ANN, null, 10).items())
                .hasSize(3)
                .extracting(AuditEntry::actor)
                .containsOnly("server");
    }

    @Test
    void aCustomConnectionIsAnsweredFromWhatIsKeptWhileXeroCannotBeAsked() {
        world.browser().connect(new AccountId("bob"), BAKERY);
        ConnectedBooks books = new ConnectedBooks(world.custom(), world.http, stores.replies(), world.clock);
        Books before = books.books(ANN);
        world.forward(Duration.ofMinutes(31));
        world.identity.down = true;

        assertThat(books.books(ANN)).isSameAs(before);
    }

    private Connection named(String name) {
        return world.organisations.all(ANN).stream()
                .filter(each -> each.organisationName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
