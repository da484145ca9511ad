package au.pip.store.jdbc;

import static au.pip.assistant.store.Samples.ANN;
import static au.pip.assistant.store.Samples.conversations;

import au.pip.assistant.Conversation;
import au.pip.assistant.store.Samples;
import au.pip.assistant.store.StoreException;
import au.pip.assistant.store.Stores;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Stores on a small disk until it is full, then after space was freed, and prints how it went. */
final class FillsTheDisk {
    private FillsTheDisk() {}

    public static void main(String[] arguments) throws IOException {
        Path disk = Path.of(arguments[0]);
        Path ballast = disk.resolve("ballast");
        Path file = disk.resolve("pip.db");

        fill(ballast);
        try (Stores stores = JdbcStores.openSqlite(file)) {
            System.out.println("opened " + stores);
        } catch (StoreException refused) {
            System.out.println("at opening: " + refused.getMessage());
        }
        System.out.println("left at opening: " + names(disk));

        Files.write(ballast, new byte[1 << 20]);
        Set<Conversation> acknowledged = new HashSet<>();
        try (Stores stores = JdbcStores.openSqlite(file)) {
            System.out.println("at storing: " + storeUntilRefused(stores, acknowledged));
            System.out.println("kept when full: " + acknowledged.equals(kept(stores)));

            Files.delete(ballast);
            Conversation later = Samples.conversation("later", acknowledged.size());
            stores.conversations().create(ANN, later);
            acknowledged.add(later);
        }
        try (Stores stores = JdbcStores.openSqlite(file)) {
            System.out.println("kept at the end: " + acknowledged.equals(kept(stores)));
        }
    }

    private static String storeUntilRefused(Stores stores, Set<Conversation> acknowledged) {
        for (int second = 0; second < 10_000; second++) {
            Conversation conversation = Samples.conversation("x".repeat(20_000), second);
            try {
                stores.conversations().create(ANN, conversation);
            } catch (StoreException refused) {
                return String.valueOf(refused.getMessage());
            }
            acknowledged.add(conversation);
        }
        return "never full";
    }

    private static Set<Conversation> kept(Stores stores) {
        return new HashSet<>(conversations(stores, ANN));
    }

    private static void fill(Path ballast) throws IOException {
        try (OutputStream output = Files.newOutputStream(ballast)) {
            while (true) {
                output.write(new byte[4096]);
            }
        } catch (IOException full) {
            // That was the aim.
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }
}
