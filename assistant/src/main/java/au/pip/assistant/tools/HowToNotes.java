package au.pip.assistant.tools;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Our notes on how things are done in Xero, found by words. */
final class HowToNotes {
    private static final String FOLDER = "/au/pip/assistant/howto/";
    /** Fewer words in common would be chance. */
    private static final int ENOUGH = 2;
    /** So many common words tell what is asked all the same. */
    private static final int TELLING = 4;
    /** Words that many notes and other questions have: alone they say too little of what is asked. */
    private static final Set<String> COMMON =
            Set.of(("account accounts add amount balance balances bank begin bill cash change"
                            + " difference file find from invoice isn't line lines loss many move not other own part pay profit"
                            + " same set settings sheet start statement status two up use where why year")
                    .split(" "));

    static final List<HowToNote> ALL = read();

    private HowToNotes() {}

    /** The notes that share most words with the question, the best first, at most two; none when too few are shared. */
    static List<HowToNote> find(String question) {
        Set<String> asked = words(question);
        Map<Integer, List<HowToNote>> byScore = new TreeMap<>(Comparator.reverseOrder());
        byScore.putAll(ALL.stream().collect(Collectors.groupingBy(note -> score(note, asked))));
        return byScore.entrySet().stream()
                .filter(entry -> entry.getKey() >= ENOUGH)
                .findFirst()
                .map(entry -> entry.getValue().stream().limit(2).toList())
                .orElse(List.of());
    }

    /** Two for each word that it shares, one for a common one. */
    private static int score(HowToNote note, Set<String> asked) {
        int score = 0;
        boolean telling = false;
        for (String word : new HashSet<>(note.words())) {
            if (asked.contains(word) || asked.contains(word + "s")) {
                boolean common = COMMON.contains(word);
                score += common ? 1 : 2;
                telling |= !common;
            }
        }
        return telling || score >= TELLING ? score : 0;
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).replace('’', '\'').split("[^a-z']+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<HowToNote> read() {
        return resource("index.txt")
                .lines()
                .map(name -> HowToNote.parse(name, resource(name + ".md")))
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = HowToNotes.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("there is no how-to note " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
