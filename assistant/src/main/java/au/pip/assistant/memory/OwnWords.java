package au.pip.assistant.memory;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the person themselves said in this message. Whatever a model wants kept or forgotten is compared with it by
 * code: a text that a model brings from elsewhere, such as the books, cannot become something that the person said.
 */
record OwnWords(String message) {
    private static final Pattern REMEMBER = Pattern.compile(
            "(?i)\\b(?:remember|keep in mind|note (?:that|down)|make a note|don'?t forget|from now on|in future|call me"
                    + "|for your information|fyi|correction|actually|it'?s not|not any ?more|no longer)\\b");
    private static final Pattern FORGET =
            Pattern.compile("(?i)\\b(?:forget|delete|remove|erase|no longer|not any ?more|wrong|drop)\\b");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:['’][\\p{L}]+)?");
    /** Words that say nothing of their own. */
    private static final Set<String> SMALL = Set.of(
            "the",
            "and",
            "for",
            "that",
            "this",
            "with",
            "from",
            "you",
            "your",
            "are",
            "was",
            "were",
            "has",
            "have",
            "had",
            "our",
            "their",
            "his",
            "her",
            "its",
            "person",
            "user",
            "business",
            "not",
            "who",
            "which",
            "about",
            "prefers",
            "wants",
            "likes",
            "called",
            "name",
            "does",
            "will",
            "they",
            "them",
            "him",
            "she",
            "any",
            "all");

    boolean askToRemember() {
        return REMEMBER.matcher(message).find();
    }

    boolean askToForget() {
        return FORGET.matcher(message).find();
    }

    /** Whether each word of weight in these texts is one of the person's. */
    boolean hold(List<String> texts) {
        Set<String> own = words(message);
        Set<String> asked = new HashSet<>();
        texts.forEach(text -> asked.addAll(words(text)));
        asked.removeIf(word -> isSmall(word));
        return !asked.isEmpty() && asked.stream().allMatch(word -> own.contains(word) || own.contains(stem(word)));
    }

    /** How many words of weight of a text the message has too. */
    static int shared(String text, String message) {
        Set<String> both = words(text);
        both.removeIf(OwnWords::isSmall);
        both.retainAll(words(message));
        return both.size();
    }

    private static boolean isSmall(String word) {
        return word.length() < 3 && !word.chars().anyMatch(Character::isDigit) || SMALL.contains(word);
    }

    /** With each word also its stem, so that "pay" and "pays" agree. */
    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>();
        WORD.matcher(text.toLowerCase(Locale.ROOT)).results().forEach(found -> {
            String word = found.group().replaceAll("['’]s$", "");
            words.add(word);
            words.add(stem(word));
        });
        return words;
    }

    private static String stem(String word) {
        return word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
                ? word.substring(0, word.length() - 1)
                : word;
    }
}
