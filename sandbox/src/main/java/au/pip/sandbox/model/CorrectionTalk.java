package au.pip.sandbox.model;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the person corrects of what is kept in mind: "Correction: our invoices are due in 21 days". */
final class CorrectionTalk {
    private static final Pattern CORRECTION = Pattern.compile(
            "(?is)^\\W*(?:no,? )?(?:a )?(?:correction|from now on)\\b[:,]?(?: to that[:,]?)? +(.+?)[.!]*\\s*$");

    private CorrectionTalk() {}

    /** Empty when nothing is corrected. */
    static Optional<Reply> reply(Turn turn) {
        Matcher correction = CORRECTION.matcher(turn.message().strip());
        if (!correction.matches()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (turn.results().size()) {
                    case 0 -> MemoryTalk.look(Map.of("action", "list"));
                    case 1 -> correct(turn, correction.group(1));
                    default -> MemoryTalk.say(turn);
                });
    }

    /** In place of the note that is nearest to it; a note of its own when none is near. */
    private static Reply correct(Turn turn, String claim) {
        Map<String, Object> note = MemoryTalk.note(claim);
        MemoryTalk.nearest(turn, claim).ifPresent(id -> note.put("instead_of", id));
        return MemoryTalk.look(note);
    }
}
