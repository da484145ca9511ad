package au.pip.ledger.grounding;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Names that the books don't know: capital letters that open no sentence and belong to no ordinary word. */
final class Strangers {
    private static final Pattern UNKNOWN_NUMBER = Pattern.compile("(?<![\\w/-])[A-Z]{2,6}-\\d[\\w-]*");

    private static final Pattern CAPITALS = Pattern.compile(
            "(?<![\\p{L}\\p{Nd}'’{])\\p{Lu}[\\p{L}\\p{Nd}'’]*(?:(?:\\s(?:&|and|of)\\s|\\s|-)\\p{Lu}[\\p{L}\\p{Nd}'’]*)*");

    private static final Pattern VERB = Pattern.compile(
            "^(?:['’]s\\b|\\*{0,2}:|\\s*\\||\\s[–—-]\\s|\\s(?:still\\s|also\\s)?(?:owes?|owed|has|have|had|pays?|paid|is|was|holds?)\\b|\\*\\*)");

    private Strangers() {}

    /**
     * Adds those of a text to the names that it has.
     *
     * @param taken the characters that belong to a name already
     * @param measured words that measures write with a capital letter: no names
     */
    static void add(String text, boolean[] taken, Set<String> measured, List<Names.Mention> mentions) {
        UNKNOWN_NUMBER
                .matcher(text)
                .results()
                .filter(hit -> !taken[hit.start()])
                .forEach(hit -> {
                    if (!Pattern.matches(FigureScanner.CURRENCY + "-.*", hit.group())) {
                        mentions.add(new Names.Mention(hit.start(), hit.end(), Set.of(), true, false, false));
                    }
                });
        CAPITALS.matcher(text).results().forEach(hit -> {
            if (taken[hit.start()] || taken[hit.end() - 1]) {
                return;
            }
            List<String> words = List.of(hit.group().split("[\\s&-]+"));
            boolean opens = opensSentence(text, hit.start());
            int known = 0;
            for (String word : words) {
                String plain = word.replaceFirst("['’](?:s|re|ve|ll|d|m|t)$", "");
                if (plain.isEmpty()
                        || PlainWords.has(plain)
                        || measured.contains(plain)
                        || !Topic.in(plain).isEmpty()
                        || plain.matches("[\\p{Lu}\\p{Nd}]{1,2}|FY\\d+")
                        || plain.matches(FigureScanner.CURRENCY)) {
                    known++;
                }
            }
            if (known == words.size()) {
                return;
            }
            boolean lone = opens && words.size() == 1;
            if (!lone
                    || VERB.matcher(text.substring(hit.end())).find()
                    || hit.group().matches(".+['’]s")) {
                mentions.add(new Names.Mention(hit.start(), hit.end(), Set.of(), false, false, false));
            }
        });
    }

    private static boolean opensSentence(String text, int start) {
        int at = start - 1;
        while (at >= 0 && (Character.isWhitespace(text.charAt(at)) || "*_#>|-•\"“(".indexOf(text.charAt(at)) >= 0)) {
            at--;
        }
        return at < 0
                || ".!?:;\n".indexOf(text.charAt(at)) >= 0
                || text.substring(at + 1, start).contains("\n");
    }
}
