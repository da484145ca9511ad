package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What it takes for an answer's figures to be traced: read from records that are named, or worked out of such. */
final class Traced {
    private static final Pattern FACT = Pattern.compile("F\\d+");
    private static final Set<String> OWN = Set.of("Pip's tax data", "Pip's own notes");

    private Traced() {}

    /**
     * Every figure of the run is verified or derived, and each of its facts leads to record ids, to a formula over
     * facts that are there too, or to a dated source of Pip's own.
     *
     * @param run as {@code GET /api/runs/{id}} tells it
     */
    static void all(JsonNode run) {
        for (JsonNode figure : run.path("figures")) {
            String shown = figure + " in " + run.path("answer").asString();
            assertThat(figure.path("status").asString()).as(shown).isIn("verified", "derived");
            List<String> ids = figure.path("facts")
                    .valueStream()
                    .map(fact -> fact.path("id").asString())
                    .toList();
            assertThat(ids).as(shown).isNotEmpty();
            for (JsonNode fact : figure.path("facts")) {
                String formula = fact.path("formula").asString("");
                if (formula.isEmpty()) {
                    read(fact.path("source"), shown);
                } else if (fact == figure.path("facts").get(0)) {
                    assertThat(ids)
                            .as(shown)
                            .containsAll(FACT.matcher(formula)
                                    .results()
                                    .map(MatchResult::group)
                                    .toList());
                }
            }
        }
    }

    private static void read(JsonNode source, String shown) {
        assertThat(source.path("organisation").asString()).as(shown).isNotBlank();
        assertThat(source.path("endpoint").asString()).as(shown).isNotBlank();
        assertThat(source.path("fetchedAt").asString()).as(shown).isNotBlank();
        if (!OWN.contains(source.path("organisation").asString())) {
            assertThat(source.path("recordIds")).as(shown).isNotEmpty();
            assertThat(source.path("digest").asString()).as(shown).matches("[0-9a-f]{64}");
        }
    }
}
