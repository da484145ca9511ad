package au.pip.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which pretend books.
 *
 * @param company a word that the sandbox knows
 * @param today the day they are as of; null for the real one
 */
record BooksChoice(long seed, String company, @Nullable LocalDate today) {
    /** As the sandbox takes them. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--seed", Long.toString(seed), "--company", company));
        if (today != null) {
            arguments.addAll(List.of("--today", today.toString()));
        }
        return arguments;
    }

    /** The folder of their conversations: the same choice finds them again. */
    String folder() {
        return company + "-seed" + seed + (today == null ? "" : "-" + today);
    }
}
