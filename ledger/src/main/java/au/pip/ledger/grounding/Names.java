package au.pip.ledger.grounding;

import au.pip.ledger.Fact;
import au.pip.ledger.FactBook;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names that the facts carry, found in a text word by word: the cost does not grow with how many names there are.
 */
final class Names {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+|&");
    /** What identifies a document, such as {@code INV-0025}, in front of its contact's name. */
    private static final Pattern NUMBER = Pattern.compile("(?=\\S*\\d\\d)(?=\\S*[\\p{L}-])\\S+");

    private static final Pattern CAPITAL = Pattern.compile("\\p{Lu}[\\p{L}\\p{Nd}]+");
    /** A first word goes on to a name of its own, such as "Ridgeway Bakery". */
    private static final Pattern LONGER = Pattern.compile("^(?:\\s|-|\\s(?:&|and|of)\\s)\\p{Lu}");

    /** Where one name ends and another begins, unless the books write them in it. */
    private static final Pattern ENDS = Pattern.compile("[$:;!?|]");

    private static final Pattern SENTENCE =
            Pattern.compile("(?i)\\b(?:you|your|we|our|my|is|are|was|were|has|have|had|owes?|owed)\\b");

    private static final Pattern STOP = Pattern.compile("[.!?] ");

    private static final int MOST_WORDS = 60;
    private static final int MOST_SAID = 6;
    private static final int WIDEST_GAP = 6;

    private final FactBook book;
    private final Map<String, Set<String>> subjects = new HashMap<>();
    /** Names whose digits are no figures, by their words. */
    private final Map<String, Set<String>> covers = new HashMap<>();
    /** The names by the words that they begin with. */
    private final Map<String, Set<String>> shorts = new HashMap<>();

    /** Every name's words up to one of them: where a text has none of these, no name goes on. */
    private final Set<String> beginnings = new HashSet<>();

    private final Set<String> dotted = new HashSet<>();
    private final Set<String> weak = new HashSet<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> organisations = new HashSet<>();
    /** The measures, and their parts between commas. */
    private final Set<String> measures = new HashSet<>();

    /** Words that a measure writes with a capital letter, such as "Payroll". */
    private final Set<String> measured = new HashSet<>();

    private int known;
    private int told;
    private @Nullable String ours;

    /**
     * A name in a text.
     *
     * @param subjects the facts' subjects, in lower case, that it may be; empty for a name that no fact is of
     * @param number it is a document's
     * @param weak its words are ordinary ones, such as "Sales": it may not be meant as a name
     * @param neutral it is the organisation's, and says nothing of whose a figure is
     */
    record Mention(int start, int end, Set<String> subjects, boolean number, boolean weak, boolean neutral) {
        /** So many characters farther on. */
        Mention moved(int by) {
            return new Mention(start + by, end + by, subjects, number, weak, neutral);
        }
    }

    Names(FactBook book) {
        this.book = book;
    }

    /** Whether the subject stands for the whole business or a whole list rather than for one name. */
    static boolean isGeneral(String subject) {
        return subject.isEmpty() || subject.startsWith("all ") || subject.equals("all") || subject.startsWith("the ");
    }

    /** Whether the characters from {@code start} to {@code end} lie within a name, as it is written in the books. */
    boolean cover(String text, int start, int end) {
        refresh();
        int from = Math.max(0, start - Sentence.FARTHEST);
        String near = text.substring(from, Math.min(text.length(), end + Sentence.FARTHEST));
        List<MatchResult> words = words(near);
        for (int first = 0; first < words.size() && words.get(first).start() <= start - from; first++) {
            StringBuilder key = new StringBuilder();
            for (int last = first; last < words.size() && last < first + MOST_WORDS; last++) {
                key.append(' ')
                        .append(near, words.get(last).start(), words.get(last).end());
                if (!beginnings.contains(key.toString().toLowerCase(Locale.ROOT))) {
                    break;
                }
                if (words.get(last).end() < end - from) {
                    continue;
                }
                int at = words.get(first).start();
                for (String name : covers.getOrDefault(key.toString().toLowerCase(Locale.ROOT), Set.of())) {
                    int head = at - leading(name);
                    if (isCover(name)
                            && head >= 0
                            && !isGlued(near, head)
                            && near.startsWith(name, head)
                            && head + name.length() >= end - from) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Whether what stands before belongs to the same word: "a0-Acme 5000" names nobody. */
    private static boolean isGlued(String text, int at) {
        return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1))
                || at > 1 && text.charAt(at - 1) == '-' && Character.isLetterOrDigit(text.charAt(at - 2));
    }

    /** A name that reads like a sentence about figures is none, unless it is a measure. */
    private boolean isCover(String name) {
        return measures.contains(name) || !SENTENCE.matcher(name).find();
    }

    /** Whether a name goes on after the end of this text, which ends with a sentence's end and a space. */
    boolean goOnAfter(String text) {
        refresh();
        for (int at = Math.max(0, text.length() - 80); at < text.length(); at++) {
            if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
                    && dotted.contains(text.substring(at).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    /** The names in a text, in order; none overlaps another. */
    List<Mention> in(String text) {
        refresh();
        List<Mention> mentions = new ArrayList<>();
        List<MatchResult> words = words(text);
        boolean[] taken = new boolean[text.length()];
        int next = 0;
        while (next < words.size()) {
            Mention found = longest(text, words, next);
            if (found == null) {
                next++;
                continue;
            }
            mentions.add(found);
            for (int i = found.start(); i < found.end(); i++) {
                taken[i] = true;
            }
            while (next < words.size() && words.get(next).start() < found.end()) {
                next++;
            }
        }
        Strangers.add(text, taken, measured, mentions);
        mentions.sort(Comparator.comparingInt(Mention::start));
        return mentions;
    }

    /** The text with spaces for every name in it that is surely one. */
    static String without(String text, List<Mention> mentions) {
        StringBuilder left = new StringBuilder(text);
        for (Mention mention : mentions) {
            if (!mention.weak()) {
                for (int i = mention.start(); i < mention.end(); i++) {
                    left.setCharAt(i, ' ');
                }
            }
        }
        return left.toString();
    }

    private @Nullable Mention longest(String text, List<MatchResult> words, int first) {
        Mention found = null;
        StringBuilder key = new StringBuilder();
        int end = -1;
        boolean crossed = false;
        for (int last = first; last < words.size() && last < first + MOST_WORDS; last++) {
            MatchResult word = words.get(last);
            if (end >= 0
                    && (word.start() - end > WIDEST_GAP
                            || text.substring(end, word.start()).indexOf('\n') >= 0)) {
                break;
            }
            crossed |=
                    end >= 0 && ENDS.matcher(text.substring(end, word.start())).find();
            end = word.end();
            key.append(' ').append(text, word.start(), word.end());
            String name = key.toString().toLowerCase(Locale.ROOT);
            int start = words.get(first).start();
            if (!beginnings.contains(name)) {
                break;
            }
            if (crossed && !isWritten(name, text, start)) {
                continue;
            }
            Set<String> of = subjects.get(name);
            if (of != null) {
                found = new Mention(
                        start, end, of, numbers.contains(name), isWeak(name, text.substring(start, end)), false);
            } else if (organisations.contains(name)) {
                found = new Mention(start, end, Set.of(), false, false, true);
            } else if (found == null
                    && Character.isUpperCase(text.charAt(start))
                    && shorts.getOrDefault(name, Set.of()).size() == 1
                    && !LONGER.matcher(text.substring(end)).find()) {
                String full = shorts.getOrDefault(name, Set.of()).iterator().next();
                found = new Mention(start, end, subjects.getOrDefault(full, Set.of()), false, false, false);
            }
        }
        return found;
    }

    /** Whether the books have a name in just these characters. */
    private boolean isWritten(String key, String text, int start) {
        return covers.getOrDefault(key, Set.of()).stream()
                .anyMatch(name -> text.startsWith(name, start - leading(name)));
    }

    /** Ordinary words are a name where there are several, with capital letters as in the books. */
    private boolean isWeak(String key, String written) {
        return weak.contains(key)
                && (!written.contains(" ")
                        || covers.getOrDefault(key, Set.of()).stream().noneMatch(written::equals)
                        || !Character.isUpperCase(written.charAt(written.lastIndexOf(' ') + 1)));
    }

    private static int leading(String name) {
        var word = WORD.matcher(name);
        return word.find() ? word.start() : 0;
    }

    private static List<MatchResult> words(String text) {
        return WORD.matcher(text).results().toList();
    }

    private static String key(String name) {
        StringBuilder key = new StringBuilder();
        WORD.matcher(name.toLowerCase(Locale.ROOT))
                .results()
                .forEach(word -> key.append(' ').append(word.group()));
        return key.toString();
    }

    private void refresh() {
        String organisation = book.organisation();
        if (organisation != null && !organisation.equals(ours)) {
            ours = organisation;
            addCover(organisation);
            addDotted(organisation);
            organisations.add(key(organisation));
        }
        if (book.size() != known) {
            List<Fact> fresh = book.since(known);
            known += fresh.size();
            fresh.forEach(this::add);
        }
        if (book.namesTold() != told) {
            List<String> names = book.names();
            names.subList(told, names.size()).forEach(name -> {
                addCover(name);
                subject(key(name), name);
                addShorts(name);
                addDotted(name);
            });
            told = names.size();
        }
    }

    private void add(Fact fact) {
        String subject = fact.subject();
        addCover(subject);
        addCover(fact.measure());
        measures.add(fact.measure());
        CAPITAL.matcher(fact.measure()).results().forEach(word -> measured.add(word.group()));
        for (String part : fact.measure().split(", ")) {
            addCover(part);
            measures.add(part);
        }
        addCover(fact.source().organisation());
        organisations.add(key(fact.source().organisation()));
        addDotted(subject);
        if (isGeneral(subject)) {
            return;
        }
        subject(key(subject), subject);
        int space = subject.indexOf(' ');
        if (space > 0 && NUMBER.matcher(subject.substring(0, space)).matches()) {
            subject(key(subject.substring(0, space)), subject);
            numbers.add(key(subject.substring(0, space)));
            numbers.add(key(subject));
            subject(key(subject.substring(space + 1)), subject);
            addCover(subject.substring(space + 1));
            addShorts(subject.substring(space + 1));
        } else {
            addShorts(subject);
        }
    }

    private void subject(String key, String subject) {
        subjects.computeIfAbsent(key, _ -> new LinkedHashSet<>()).add(subject.toLowerCase(Locale.ROOT));
        if (WORD.matcher(key)
                .results()
                .allMatch(word -> PlainWords.has(word.group()) || word.group().equals("&"))) {
            weak.add(key);
        }
    }

    /** A name may be said by its first words, where they are no ordinary ones and no other name begins so. */
    private void addShorts(String name) {
        List<MatchResult> words = words(name);
        String first =
                words.isEmpty() ? "" : name.substring(words.getFirst().start()).split("[^\\p{L}\\p{Nd}'’]")[0];
        if (first.length() < 3 || Character.isDigit(first.charAt(0))) {
            return;
        }
        StringBuilder key = new StringBuilder();
        boolean plain = true;
        for (MatchResult word : words.subList(0, Math.min(words.size() - 1, MOST_SAID))) {
            key.append(' ').append(word.group().toLowerCase(Locale.ROOT));
            plain &= PlainWords.has(word.group());
            if (!plain) {
                shorts.computeIfAbsent(key.toString(), _ -> new LinkedHashSet<>())
                        .add(key(name));
            }
        }
    }

    private void addCover(String name) {
        if (name.chars().anyMatch(Character::isLetter)) {
            StringBuilder beginning = new StringBuilder();
            WORD.matcher(name.toLowerCase(Locale.ROOT))
                    .results()
                    .limit(MOST_WORDS)
                    .forEach(word -> beginnings.add(
                            beginning.append(' ').append(word.group()).toString()));
            covers.computeIfAbsent(key(name), _ -> new LinkedHashSet<>()).add(name);
        }
    }

    private void addDotted(String name) {
        STOP.matcher(name.toLowerCase(Locale.ROOT))
                .results()
                .forEach(stop -> dotted.add(name.toLowerCase(Locale.ROOT).substring(0, stop.end())));
    }
}
