package au.pip.sandbox.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the person wants kept in mind, shown or forgotten. */
final class MemoryTalk {
    private static final String TOOL = "memory";
    private static final String ASK = "(?i)^\\W*(?:please |can you |could you |and )*";
    private static final Pattern REMEMBER = Pattern.compile(
            ASK + "(?:remember|keep in mind|note(?: down)?|make a note|don.?t forget)(?: that)?:? +(.+?)[.!]*\\s*$");
    private static final Pattern SHOW = Pattern.compile("(?i)\\bwhat (?:do|did) (?:you|I ask you to)"
            + " (?:remember|keep in mind|know about (?:me|us|my|our))|\\bwhat have you (?:kept in mind|remembered)");
    private static final Pattern FORGET = Pattern.compile(ASK + "forget(?: (?:that|about))? +(.+?)[.!]*\\s*$");
    /** Who or what, and what is so of it. */
    private static final Pattern CLAIM = Pattern.compile(
            "^(.{1,60}?) ((?:is|are|was|pays?|prefers?|wants?|likes?|has|have|always|never|usually|files?|lodges?|works?)\\b.*)$");

    private static final Pattern NOTE = Pattern.compile("(?m)^([\\w-]+) \\| (.+)$");

    private MemoryTalk() {}

    /** Empty when the message is about something else, or there is no tool for it. */
    static Optional<Reply> reply(Turn turn) {
        String message = turn.message().strip();
        if (!turn.tools().contains(TOOL)) {
            return Optional.empty();
        }
        Matcher remember = REMEMBER.matcher(message);
        if (remember.find()) {
            return Optional.of(turn.results().isEmpty() ? look(note(remember.group(1))) : say(turn));
        }
        Optional<Reply> correction = CorrectionTalk.reply(turn);
        if (correction.isPresent()) {
            return correction;
        }
        if (SHOW.matcher(message).find()) {
            return Optional.of(turn.results().isEmpty() ? look(Map.of("action", "list")) : shown(turn));
        }
        Matcher forget = FORGET.matcher(message);
        if (!forget.find()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (turn.results().size()) {
                    case 0 -> look(Map.of("action", "list"));
                    case 1 -> forget(turn, forget.group(1));
                    default -> say(turn);
                });
    }

    static Map<String, Object> note(String claim) {
        Map<String, Object> note = new HashMap<>(Map.of("action", "remember"));
        Matcher parts = CLAIM.matcher(claim);
        boolean named = parts.find();
        note.put("about", named ? parts.group(1) : "you");
        note.put("says", named ? parts.group(2) : claim);
        return note;
    }

    /** What the tool tells a model of the person is said to them. */
    static Reply say(Turn turn) {
        Turn.Result result = turn.results().getLast();
        return new Reply.Say(result.content()
                .replace(
                        "The person can see and delete it: ./pip memory.",
                        "You can see and delete it: ask me what I keep in mind, and tell me to forget it.")
                .replace("The person can", "You can"));
    }

    private static Reply shown(Turn turn) {
        List<String> notes = new ArrayList<>();
        notes(turn.results().getFirst()).values().forEach(note -> notes.add("- " + note));
        return new Reply.Say(
                notes.isEmpty()
                        ? "I keep nothing in mind for you yet. Say \"Remember that …\" and I will."
                        : "This is what I keep in mind for you:\n" + String.join("\n", notes));
    }

    private static Reply forget(Turn turn, String what) {
        return nearest(turn, what)
                .map(id -> look(Map.of("action", "forget", "id", id)))
                .orElseGet(() -> new Reply.Say("I keep nothing like that in mind."));
    }

    /** The id of the note, of those that were listed first, that shares most words with this. */
    static Optional<String> nearest(Turn turn, String what) {
        List<String> words = List.of(what.toLowerCase(Locale.ROOT).split("\\W+"));
        Optional<String> best = Optional.empty();
        long most = 0;
        for (Map.Entry<String, String> note : notes(turn.results().getFirst()).entrySet()) {
            List<String> said = List.of(note.getValue().toLowerCase(Locale.ROOT).split("\\W+"));
            long shared = words.stream()
                    .filter(word -> word.length() > 2 && said.contains(word))
                    .count();
            if (shared > most) {
                most = shared;
                best = Optional.of(note.getKey());
            }
        }
        return best;
    }

    private static Map<String, String> notes(Turn.Result result) {
        Map<String, String> notes = new LinkedHashMap<>();
        NOTE.matcher(result.content())
                .results()
                .filter(row -> !row.group(1).equals("id"))
                .forEach(row -> notes.put(row.group(1), row.group(2)));
        return notes;
    }

    static Reply look(Map<String, Object> arguments) {
        return new Reply.Look(List.of(new Reply.Call(TOOL, arguments)));
    }
}
