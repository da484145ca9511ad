package au.pip.xero;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a list: which answers, in order, first its pages and then what changed since, each as Xero sent it.
 * The answers themselves are kept under {@link #part}; one with another time than is told here is of another reading.
 *
 * @param pages how many of the answers are pages
 * @param sent when each answer came
 */
record KeptList(String name, int pages, List<Instant> sent) {
    /** A longer list is not kept. */
    static final int MOST_PAGES = 100;

    private static final int MOST_CHANGES = 20;
    /** Some changes do not move {@code UpdatedDateUTC}, so a list is read in full this often. */
    private static final Duration IN_FULL = Duration.ofHours(12);

    KeptList {
        sent = List.copyOf(sent);
    }

    static String part(String name, int number) {
        return name + "#" + number;
    }

    /** When Xero last said how the list is. */
    Instant upTo() {
        return sent.size() == pages ? sent.getFirst() : sent.getLast();
    }

    /** A clock that was wrong dates answers in the future: what changed since then would leave out what came before. */
    boolean isYoung(Instant now) {
        return sent.getFirst().plus(IN_FULL).isAfter(now) && sent.stream().noneMatch(at -> at.isAfter(now));
    }

    /** Whether it costs less to ask what has changed than to ask for all. */
    boolean takesChanges() {
        return pages > 1 && sent.size() - pages < MOST_CHANGES;
    }

    KeptList with(Answer changes) {
        List<Instant> more = new ArrayList<>(sent);
        more.add(changes.at());
        return new KeptList(name, pages, more);
    }

    /** {@code pages time time …}, in milliseconds. */
    Answer text() {
        String times = sent.stream().map(at -> Long.toString(at.toEpochMilli())).collect(Collectors.joining(" "));
        return new Answer((pages + " " + times).getBytes(StandardCharsets.US_ASCII), upTo());
    }

    static @Nullable KeptList read(String name, Answer text) {
        try {
            List<Long> numbers = Arrays.stream(new String(text.body(), StandardCharsets.US_ASCII).split(" "))
                    .map(Long::valueOf)
                    .toList();
            List<Instant> sent =
                    numbers.stream().skip(1).map(Instant::ofEpochMilli).toList();
            int pages = Math.toIntExact(numbers.getFirst());
            return pages < 1 || sent.size() < pages ? null : new KeptList(name, pages, sent);
        } catch (NumberFormatException | ArithmeticException | DateTimeException e) {
            return null;
        }
    }

    /** One of the answers, if it is still there. */
    Optional<Answer> answer(ReplyCache cache, int number) {
        return cache.find(part(name, number))
                .filter(answer -> answer.at().toEpochMilli() == sent.get(number).toEpochMilli());
    }
}
