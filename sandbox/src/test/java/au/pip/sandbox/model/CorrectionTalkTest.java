package au.pip.sandbox.model;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.llm.Part;
import au.pip.llm.json.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CorrectionTalkTest {
    private static final String CORRECTION = "Correction: our invoices are due in 21 days.";

    private static Reply reply(String... results) {
        List<Turn.Result> told = new ArrayList<>();
        for (String result : results) {
            told.add(new Turn.Result(
                    new Part.ToolCall("c", "memory", Json.MAPPER.createObjectNode(), null), result, false));
        }
        return OfflineRules.reply(new Turn(
                LocalDate.of(2026, 11, 23),
                CORRECTION,
                List.of(),
                List.of(),
                told,
                List.of("memory", "invoices"),
                Map.of(),
                "",
                CORRECTION));
    }

    @Test
    void putsACorrectionInPlaceOfTheNearestNote() {
        assertThat(reply()).isEqualTo(Reply.look("memory", Map.of("action", "list")));
        assertThat(reply("id | kept in mind\nn-1 | Priya: is our accountant\nn-2 | our invoices: are due in 30 days"))
                .isEqualTo(Reply.look(
                        "memory",
                        Map.of(
                                "action",
                                "remember",
                                "about",
                                "our invoices",
                                "says",
                                "are due in 21 days",
                                "instead_of",
                                "n-2")));
        assertThat(reply("", "Corrected.")).isEqualTo(new Reply.Say("Corrected."));
    }

    @Test
    void keepsItWhereThereIsNothingToCorrect() {
        assertThat(reply("Nothing is kept in mind."))
                .isEqualTo(Reply.look(
                        "memory", Map.of("action", "remember", "about", "our invoices", "says", "are due in 21 days")));
    }
}
