package au.pip.store.dynamodb;

import au.pip.assistant.AccountId;
import java.util.List;
import java.util.stream.IntStream;

/** The partitions that hold lists, each in the order in which it is read. */
final class Lists {
    /** Over how many partitions the lists of all accounts are spread that every run or reservation writes to. */
    private static final int SPREAD = 4;

    static final String ACCOUNTS = "account";
    static final String SECRETS = "secret";
    static final String CODES = "code";
    static final String DONE_JOBS = "done-job";
    static final String REPLIES = "reply";

    private Lists() {}

    static String conversations(AccountId account) {
        return KeyText.of("latest", account.value());
    }

    static String search(AccountId account) {
        return KeyText.of("search", account.value());
    }

    static String usage(AccountId account) {
        return KeyText.of("usage", account.value());
    }

    static String waiting(AccountId account) {
        return KeyText.of("waiting", account.value());
    }

    static String audit(AccountId account) {
        return KeyText.of("audit", account.value());
    }

    static String jobs(String kind) {
        return KeyText.of("jobs", kind);
    }

    static String going(String runId) {
        return KeyText.of("going", shard(runId));
    }

    static List<String> allGoing() {
        return shards("going");
    }

    static String unsettled(String reservationId) {
        return KeyText.of("unsettled", shard(reservationId));
    }

    static List<String> allUnsettled() {
        return shards("unsettled");
    }

    private static String shard(String id) {
        return Integer.toString(Math.floorMod(id.hashCode(), SPREAD));
    }

    private static List<String> shards(String word) {
        return IntStream.range(0, SPREAD)
                .mapToObj(shard -> KeyText.of(word, Integer.toString(shard)))
                .toList();
    }
}
