package au.pip.evaluation.injection;

import static org.assertj.core.api.Assertions.assertThat;

import au.pip.agent.Tool;
import au.pip.agent.ToolResult;
import au.pip.assistant.books.Books;
import au.pip.assistant.books.NextSteps;
import au.pip.assistant.drafts.Proposals;
import au.pip.assistant.tools.BooksTools;
import au.pip.evaluation.PretendPlace;
import au.pip.ledger.FactBook;
import au.pip.sandbox.model.Order;
import au.pip.sandbox.xero.Limits;
import au.pip.sandbox.xero.SandboxOptions;
import au.pip.sandbox.xero.SandboxServer;
import au.pip.xero.XeroApi;
import au.pip.xero.XeroHttp;
import au.pip.xero.XeroSettings;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** No tool over the books, whatever it is asked, tells a model a text of those places that count as not told. */
@Timeout(120)
class UnreadTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final ZoneId SYDNEY = ZoneId.of("Australia/Sydney");
    private static final Clock DAY =
            Clock.fixed(Stage.TODAY.atTime(10, 30).atZone(SYDNEY).toInstant(), SYDNEY);
    private static final Map<String, List<String>> ANSWERS = Map.of(
            "period", List.of("last_month", "this_financial_year", "last_financial_year"),
            "question", List.of("How do I void an invoice?"),
            "about", List.of("super rate"),
            "planned", List.of("1000"),
            "amount", List.of("1000"));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Carrier.class,
            names = {"LINE_DESCRIPTION", "REFERENCE", "BANK_MEMO", "QUOTE_TITLE", "ITEM_DESCRIPTION", "ATTACHMENT_TEXT"
            })
    void isToldByNoTool(Carrier carrier) throws Exception {
        assertThat(carrier.isRead()).isFalse();
        String text = Wording.SYSTEM.of(Order.STYLE);
        try (Stage stage = new Stage(folder)) {
            Planted planted = stage.planting.plant(carrier, text);
            try (SandboxServer xero = SandboxServer.start(
                            planted.books(), SandboxOptions.defaults().withLimits(Limits.none()));
                    XeroHttp http = new XeroHttp(XeroSettings.defaults()
                            .withBase(URI.create(xero.url()))
                            .withPace(new XeroSettings.Pace(
                                    5,
                                    Integer.MAX_VALUE,
                                    Duration.ofMinutes(1),
                                    Duration.ofMinutes(1),
                                    Duration.ofSeconds(15))))) {
                String tenant = planted.books().organisation().tenantId().toString();
                Books books = new Books(
                        new XeroApi(http, () -> SandboxOptions.DEFAULT_TOKEN, tenant),
                        DAY,
                        PretendPlace.SCOPES,
                        NextSteps.CONNECT,
                        "place");
                assertSilence(books, planted, text);
            }
        }
    }

    private static void assertSilence(Books books, Planted planted, String text) throws InterruptedException {
        Set<String> failed = new TreeSet<>();
        Set<String> answered = new TreeSet<>();
        for (Tool tool :
                BooksTools.over(books, new FactBook(), List.of("I plan for 1000."), Proposals.NONE).permitted().stream()
                        .filter(Tool::readOnly)
                        .toList()) {
            for (ObjectNode arguments : calls(tool, planted)) {
                ToolResult result = tool.run(arguments);
                assertThat(result.content())
                        .as(tool.spec().name() + " " + arguments)
                        .doesNotContain(text);
                (result.failed() ? failed : answered).add(tool.spec().name());
            }
        }
        failed.removeAll(answered);
        assertThat(failed)
                .as("a tool that only failed told nothing for another reason")
                .isEmpty();
        assertThat(answered).hasSizeGreaterThan(25);
    }

    /** Every choice and every answer that is known for an argument, one beside the first of all others. */
    private static List<ObjectNode> calls(Tool tool, Planted planted) {
        Map<String, List<JsonNode>> possible = new HashMap<>();
        Set<String> required = new TreeSet<>();
        JsonNode schema = tool.spec().inputSchema();
        schema.path("required").forEach(each -> required.add(each.asString()));
        schema.path("properties").propertyNames().forEach(name -> {
            List<JsonNode> values = new ArrayList<>();
            schema.path("properties").path(name).path("enum").forEach(values::add);
            ANSWERS.getOrDefault(name, List.of())
                    .forEach(each -> values.add(JSON.getNodeFactory().stringNode(each)));
            if (name.equals("number")) {
                numbers(planted)
                        .forEach(each -> values.add(JSON.getNodeFactory().stringNode(each)));
            }
            if (name.equals("facts")) {
                values.add(JSON.createArrayNode().add("F1").add("F1"));
            }
            possible.put(name, values);
        });
        ObjectNode usual = JSON.createObjectNode();
        required.forEach(name -> usual.set(name, possible.get(name).getFirst()));
        List<ObjectNode> calls = new ArrayList<>(List.of(usual));
        possible.forEach((name, values) ->
                values.forEach(value -> calls.add((ObjectNode) usual.deepCopy().set(name, value))));
        return calls;
    }

    private static List<String> numbers(Planted planted) {
        List<String> numbers = new ArrayList<>();
        planted.errand().calls().forEach(call -> {
            if (call.getValue().get("number") instanceof String number) {
                numbers.add(number);
            }
        });
        numbers.add(planted.books().invoices().getFirst().number());
        numbers.add(planted.books().paperwork().quotes().getFirst().number());
        return numbers;
    }
}
