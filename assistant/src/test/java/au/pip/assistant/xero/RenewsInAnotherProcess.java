package au.pip.assistant.xero;

import au.pip.assistant.AccountId;
import au.pip.assistant.secret.Keyring;
import au.pip.assistant.secret.MasterKey;
import au.pip.assistant.secret.SecretBox;
import au.pip.assistant.secret.Secrets;
import au.pip.assistant.store.Stores;
import au.pip.assistant.store.StoresOpener;
import au.pip.xero.AccessTokens;
import au.pip.xero.auth.OwnApp;
import au.pip.xero.auth.XeroAddresses;
import java.net.URI;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/**
 * Another process that uses a sign-in: {@code OPENER IDENTITY KEY once|ever OPENER'S ARGUMENTS…}. It says {@code ready};
 * then {@code once} waits for the lease {@link #BEGIN} and says what a hundred parallel callers got, and {@code ever}
 * goes on renewing until it is killed.
 */
final class RenewsInAnotherProcess {
    static final AccountId ACCOUNT = new AccountId("ann");
    static final String SIGN_IN = "sign-in-1";
    static final String BEGIN = "begin";

    private RenewsInAnotherProcess() {}

    static SignInTokens tokens(Stores stores, URI identity, String key, String node, Clock clock) {
        Keyring keys = new Keyring(MasterKey.of(HexFormat.of().parseHex(key)), List.of());
        XeroAddresses addresses = XeroAddresses.of(identity, identity);
        return new SignInTokens(
                stores,
                new Secrets(stores.secrets(), SecretBox.over(() -> keys)),
                new WayIn.Browser(new OwnApp(addresses, "app", null), Set.of(), Issuer.own("app", addresses)),
                node,
                clock);
    }

    public static void main(String[] arguments) throws Exception {
        var constructor =
                Class.forName(arguments[0]).asSubclass(StoresOpener.class).getDeclaredConstructor();
        constructor.setAccessible(true);
        List<String> words = Arrays.asList(arguments).subList(4, arguments.length);
        try (Stores stores = constructor.newInstance().open(words)) {
            AccessTokens tokens = tokens(
                            stores,
                            URI.create(arguments[1]),
                            arguments[2],
                            "node-" + ProcessHandle.current().pid(),
                            Clock.systemUTC())
                    .of(ACCOUNT, SIGN_IN);
            System.out.println("ready");
            if (arguments[3].equals("ever")) {
                while (true) {
                    System.out.println(tokens.token());
                }
            }
            while (stores.leases().find(ACCOUNT, BEGIN).isEmpty()) {
                Thread.sleep(5);
            }
            List<CompletableFuture<String>> callers = IntStream.range(0, 100)
                    .mapToObj(caller -> CompletableFuture.supplyAsync(tokens::token, Thread::startVirtualThread))
                    .toList();
            callers.stream().map(CompletableFuture::join).distinct().forEach(System.out::println);
        }
    }
}
