package au.pip.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A month's usage and the budgets, from the program as it runs. */
class UsageApiTest {
    @TempDir
    Path folder;

    @Test
    void tellsTheMonthByModelAndConversationAndWhatTheBudgetsStandAt() throws Exception {
        try (PretendBooks pretend = new PretendBooks();
                Program server = Program.server(
                        folder,
                        pretend.settings(
                                folder.resolve("data"),
                                "LLM_PROVIDER",
                                "offline",
                                "LLM_DEFAULT_MODEL",
                                "offline-fast",
                                "PIP_BUDGET_TOKENS",
                                "5000000",
                                "PIP_BUDGET_USD",
                                "5",
                                "PIP_ORGANISATION_BUDGET_USD",
                                "2.50"))) {
            Client client = new Client(server.awaitLine("pip ready on (\\S+)"));
            String conversation = client.conversation();
            client.events(client.say(conversation, "Who owes me money?"), 0, 100_000);

            JsonNode usage = client.send("GET", "/api/usage", "").body();

            assertThat(usage.path("models")).singleElement().satisfies(model -> {
                assertThat(model.path("model").asString()).isEqualTo("offline-fast");
                assertThat(model.path("priceVersion").asString()).isEqualTo("reported by offline");
                assertThat(model.path("replies").asInt()).isEqualTo(2);
                assertThat(model.path("costUsd").asString()).isEqualTo("0");
            });
            assertThat(usage.path("total").path("replies").asInt()).isEqualTo(2);
            assertThat(usage.path("total").path("costUsd").asString()).isEqualTo("0");
            assertThat(usage.path("total").path("unpricedReplies").asInt()).isZero();
            assertThat(usage.path("total").path("usage"))
                    .isEqualTo(usage.path("models").path(0).path("usage"));
            assertThat(usage.path("conversations")).singleElement().satisfies(line -> {
                assertThat(line.path("conversationId").asString()).isEqualTo(conversation);
                assertThat(line.path("title").asString()).isEqualTo("Who owes me money?");
            });
            assertThat(usage.path("budgets"))
                    .extracting(
                            each -> each.path("of").asString(),
                            each -> each.path("unit").asString(),
                            each -> each.path("limit").asString(),
                            each -> each.path("left").asString())
                    .containsExactly(
                            tuple("account", "usd", "5.00", "5.00"),
                            tuple("account", "tokens", "5000000", "5000000"),
                            tuple("organisation", "usd", "2.50", "2.50"));
            assertThat(client.send("GET", "/api/usage?month=2020-01", "").body().path("models"))
                    .isEmpty();
        }
    }
}
